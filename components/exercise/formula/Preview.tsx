// What was understood of a typed formula, or where reading it failed.

import type { Span } from '../../../engine/exercise/index.ts';
import { Sentence, Tex } from '../../prose/index.ts';
import { words } from '../../words.ts';
import { Place } from '../Place.tsx';

/** A formula read, or a sentence on why not. */
export type Reading =
  | { readonly ok: true; readonly tex: string; readonly speech: string }
  | { readonly ok: false; readonly message: string; readonly span?: Span };

interface PreviewProps {
  readonly text: string;
  /** The reading of this very text; absent while it is being typed. */
  readonly reading: Reading | undefined;
  /** The latest reading there was, shown faintly meanwhile. */
  readonly last: Reading | undefined;
  /** Say nothing of errors: the verdict below already does. */
  readonly quiet: boolean;
}

export function Preview({ text, reading, last, quiet }: PreviewProps) {
  if (text.trim() === '') {
    return (
      <p key="empty" class="formula-hint">
        {words.nothingYet}
      </p>
    );
  }
  if (reading && !reading.ok) {
    if (quiet) return <p key="quiet" class="formula-hint" />;
    return (
      <div key="error" class="formula-error">
        {reading.span && <Place text={text} span={reading.span} />}
        <p>
          <Sentence>{reading.message}</Sentence>
        </p>
      </div>
    );
  }
  const shown = reading ?? last;
  if (!shown?.ok) return <p key="waiting" class="formula-hint" />;
  return (
    <div key="read" class="formula-read" data-stale={!reading || undefined}>
      <span class="visually-hidden">{`${words.readAs} `}</span>
      <Tex tex={shown.tex} speech={shown.speech} />
    </div>
  );
}
