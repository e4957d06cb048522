// What a field is given by its card, whatever the kind: one text in, one text out.

import type { Exercise, Part, Verdict } from '../../engine/exercise/index.ts';

/** A response that was checked, and what came of it. */
export interface Checked {
  readonly response: string;
  readonly verdict: Verdict;
  /** The author's message for the mistake that was made, where there is one. */
  readonly authored?: DocumentFragment;
}

/** What the build works out beforehand, so that the first drawing needs no engine. */
export interface Prepared {
  /** tensor: the shape of the answer. */
  readonly shape?: readonly number[];
  /** graph: where the given graph's nodes stand, as `writeLayout` writes it. */
  readonly layout?: string;
  /** graph numbers: the values of the inputs in variant 1. */
  readonly inputs?: readonly string[];
}

export interface FieldProps<P extends Part = Part> {
  readonly exercise: Exercise;
  readonly part: P;
  readonly seed: number;
  /** False until the page's script has taken over; a field can be looked at, not filled. */
  readonly ready: boolean;
  /** The response as text, in the form that the engine reads. */
  readonly response: string;
  readonly onResponse: (response: string) => void;
  readonly onCheck: () => void;
  /** The last check; its marks apply to what has not been changed since. */
  readonly checked: Checked | undefined;
  /** Unique in the page; ids inside the field begin with it. */
  readonly id: string;
  /** What a screen reader calls the field. */
  readonly label: string;
  /** Id of the verdict's panel, for `aria-describedby`. */
  readonly describedBy: string;
  readonly prepared: Prepared;
  /** Says a sentence through the exercise's live region. */
  readonly say: (sentence: string) => void;
}

/** The verdict where the response stands as it was checked. */
export function current(checked: Checked | undefined, response: string): Verdict | undefined {
  return checked?.response === response ? checked.verdict : undefined;
}

/** For each of so many entries whether it was right when last checked; none where the verdict does not tell. */
export function entriesOf(checked: Checked | undefined, count: number): readonly boolean[] {
  const verdict = checked?.verdict;
  if (verdict?.verdict === 'correct') return Array.from({ length: count }, () => true);
  const entries = verdict?.verdict === 'wrong' ? verdict.entries : undefined;
  return entries?.length === count ? entries : [];
}

/** What an untouched field shows, and is checked for as it stands: a program to start from, steps in the order shown. */
export function untouched(part: Part): string {
  if (part.kind === 'code') return part.start;
  return part.kind === 'order' ? part.steps.join(', ') : '';
}
