// What every lab has around it: the question, the place of its pictures, the line that says how things stand, the table.

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Sentence } from '../../prose/index.ts';
import { Send } from '../../setting/index.ts';
import { words } from '../words.ts';
import { type Column, Numbers } from './Numbers.tsx';
import type { Lab } from './useLab.ts';

interface FrameProps<S extends object> {
  readonly of: Lab<S>;
  readonly label: string;
  readonly question?: string | undefined;
  /** How things stand, in a sentence; formulas between dollar signs. */
  readonly status: string;
  /** While a run is going, screen readers are not told every frame. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
  /** The numbers of the picture, for whoever reads tables more easily. */
  readonly table?: { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };
  /** What else stands below the sentence. */
  readonly foot?: ComponentChildren;
}

export function Frame<S extends object>(props: FrameProps<S>) {
  const { of, label, question, quiet, children, table, foot } = props;
  const status = useCalm(props.status, quiet === true);
  return (
    <section class="lab" data-lab={of.name} aria-label={label} ref={of.element}>
      {question && <p class="lab-question">{question}</p>}
      {children}
      <p class="lab-status" role="status" aria-live={quiet ? 'off' : 'polite'}>
        <Sentence>{status}</Sentence>
      </p>
      {table && <Numbers {...table} />}
      {foot}
      <Send of={of} />
      <p class="lab-paper">{words.lab.paper}</p>
    </section>
  );
}

/** Nobody reads sixty sentences a second: while a run is going the sentence changes four times in one. */
function useCalm(now: string, moving: boolean): string {
  const shown = useRef({ text: now, at: 0 });
  const time = performance.now();
  if (!moving || time - shown.current.at > 250) shown.current = { text: now, at: time };
  return shown.current.text;
}
