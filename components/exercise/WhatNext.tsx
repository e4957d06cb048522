// What a verdict leads to: after a right one the solution and the next exercise, after several wrong ones a hint.

import type { RefObject } from 'preact';
import { words } from '../words.ts';
import { exerciseAfter, foldedHint, solutionFor } from './scope.ts';

interface WhatNextProps {
  readonly card: RefObject<HTMLElement>;
  readonly right: boolean;
  /** All parts of the exercise are solved. */
  readonly whole: boolean;
  readonly tries: number;
}

/** Wrong tries after which help is offered, and after which the solution is. */
const nudge = { hint: 2, solution: 4 };

/** A line of offers under a verdict; nothing where there is nothing to offer. */
export function WhatNext({ card, right, whole, tries }: WhatNextProps) {
  const hint = !right && tries >= nudge.hint ? foldedHint(card.current) : undefined;
  const stuck = !right && !hint && tries >= nudge.solution;
  const solution = right || stuck ? solutionFor(card.current, whole) : undefined;
  const next = right && whole ? exerciseAfter(card.current) : undefined;
  if (!hint && !solution && !next) return null;
  return (
    <p class="verdict-next">
      {hint && <Unfold key="hint" details={hint} label={words.next.hint} />}
      {solution && (
        <Unfold key="solution" details={solution} label={right ? words.next.compare : words.next.solution} />
      )}
      {next && (
        <a key={next.id} href={`#${next.id}`}>
          {words.next.exercise(next.title)}
        </a>
      )}
    </p>
  );
}

/** Opens what the build has folded, and goes there. */
function Unfold({ details, label }: { readonly details: HTMLDetailsElement; readonly label: string }) {
  const unfold = () => {
    details.open = true;
    details.querySelector('summary')?.focus();
  };
  return (
    <button key={label} type="button" class="button" onClick={unfold}>
      {label}
    </button>
  );
}
