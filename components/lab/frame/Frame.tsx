// What every lab has around it: the question, the place of its pictures, and the line that says how things stand.

import type { ComponentChildren, Ref } from 'preact';
import { Sentence } from '../../prose/index.ts';
import { words } from '../../words.ts';

interface FrameProps {
  /** Its name in addresses. */
  readonly lab: string;
  readonly label: string;
  readonly question?: string | undefined;
  /** How things stand, in a sentence; formulas between dollar signs. */
  readonly status?: string;
  /** While a run is going, screen readers are not told every frame. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
  /** What stands below the sentence: the table, the link. */
  readonly foot?: ComponentChildren;
  readonly element?: Ref<HTMLElement>;
}

export function Frame({ lab, label, question, status, quiet, children, foot, element }: FrameProps) {
  return (
    <section class="lab" data-lab={lab} aria-label={label} ref={element ?? null}>
      {question && <p class="lab-question">{question}</p>}
      {children}
      {status !== undefined && (
        <p class="lab-status" role="status" aria-live={quiet ? 'off' : 'polite'}>
          <Sentence>{status}</Sentence>
        </p>
      )}
      {foot}
      <p class="lab-paper">{words.lab.paper}</p>
    </section>
  );
}
