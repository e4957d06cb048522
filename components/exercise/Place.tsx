// Where in a response something is: the text with that stretch marked and pointed at.

import type { Span } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';

interface PlaceProps {
  readonly text: string;
  readonly span: Span;
}

/** Characters shown on either side of the place. */
const around = 28;

/** The response around the span; the end of the text is marked by an empty box. */
export function Place({ text, span }: PlaceProps) {
  const from = Math.max(0, Math.min(span[0], text.length));
  const to = Math.max(from, Math.min(span[1], text.length, from + 2 * around));
  const ahead = text.slice(Math.max(0, from - around), from);
  // A word that is cut is left out.
  const before = from > around ? `…${ahead.replace(/^\S*\s(?=.*\S)/s, '')}` : ahead;
  const after = `${text.slice(to, to + around)}${to + around < text.length ? '…' : ''}`;
  const key = `${from} ${to} ${text}`;
  return (
    <code key={key} class="card-place notranslate">
      <span class="visually-hidden">{`${words.place}: `}</span>
      <span>{before}</span>
      <mark class={to === from ? 'card-place-gap' : undefined}>
        <span>{text.slice(from, to) || '\u00a0'}</span>
      </mark>
      <span>{after}</span>
    </code>
  );
}
