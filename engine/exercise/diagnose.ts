// Names the mistake in a wrong response: the author's own first, then the general ones.

import { type Expr, make, type Prepared, parse, ReadFault } from '../formula/index.ts';
import { added } from './added.ts';
import { factors } from './factors.ts';
import { fingerprint } from './fingerprint.ts';
import { farLayers } from './mutate-index.ts';
import { type Mutation, mutations } from './mutations.ts';
import { needless } from './needless.ts';
import { wrongName, wrongSign } from './one-change.ts';
import { regrouped } from './regroup.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';
import { termFactors } from './term-factors.ts';
import type { Mistake } from './types.ts';

export interface Named {
  readonly name: string;
  readonly message: string;
}

/** Is the response equal to this formula? */
export type Equals = (tree: Expr) => boolean;

/** Two mistakes at once are looked for as long as the work stays below this, in nodes and in pairs. */
const MOST_PAIR_WORK = 60_000;
const MOST_PAIRS = 1500;
/** After so many formulas that were equal at one point and nowhere else, as where only 0 tells them apart, no more are tried. */
const MOST_MISSED = 12;
/** A response that costs more than this at one point is compared with single mistakes only. */
const HEAVY = 20_000;

/**
 * The misconception whose formula the response is equal to, or null: a name is only given where it is true.
 * `others` are the answers to the other parts of the exercise.
 */
export function diagnose(
  typed: Prepared,
  subject: Subject,
  mistakes: readonly Mistake[],
  others: readonly Expr[] = [],
): Named | null {
  const print = fingerprint(typed, subject);
  if (print.undefined) return null;
  const heavy = print.work() > HEAVY;
  let missed = 0;
  const equals: Equals = (tree) => {
    if (missed > MOST_MISSED) return false;
    let likely = false;
    const equal = same(tree, typed, subject.ground, (other) => {
      likely = print.matches(other);
      return likely;
    });
    if (likely && !equal) missed += 1;
    return equal;
  };
  const light = (find: () => Named | null) => (heavy ? null : find());
  return (
    authored(mistakes, subject, equals) ??
    (print.zero && equals(make.number({ num: 0n, den: 1n }))
      ? { name: 'zero', message: 'Your formula is 0 everywhere, and the right one is not.' }
      : null) ??
    factors(typed, subject, equals) ??
    light(() => wrongSign(typed, subject)) ??
    single(typed.tree, subject, equals) ??
    light(() => added(typed.tree, subject, equals)) ??
    otherPart(others, equals) ??
    light(() => needless(typed, subject)) ??
    light(() => wrongName(typed, subject)) ??
    light(() => termFactors(typed, subject, equals)) ??
    light(() => regrouped(typed, subject)) ??
    light(() => pairs(typed.tree, subject, equals, print.work))
  );
}

function authored(mistakes: readonly Mistake[], subject: Subject, equals: Equals): Named | null {
  for (const mistake of mistakes) {
    try {
      if (equals(parse(mistake.is, subject.author))) return { name: mistake.key, message: 'Not right.' };
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error; // the check refuses such a mistake before publication
    }
  }
  return null;
}

const signed = (mutation: Mutation): Named => ({
  name: mutation.name,
  message: `${mutation.message} The sign is the opposite one, too.`,
});

function single(typed: Expr, subject: Subject, equals: Equals): Named | null {
  const tried: Mutation[] = [];
  for (const mutation of mutations(subject.answer, subject, typed)) {
    if (equals(mutation.tree)) return mutation;
    tried.push(mutation);
  }
  // A sign lost on top of another mistake is common.
  for (const mutation of tried) if (equals(make.negative(mutation.tree))) return signed(mutation);
  for (const mutation of farLayers(subject.answer)) if (equals(mutation.tree)) return mutation;
  return null;
}

function otherPart(others: readonly Expr[], equals: Equals): Named | null {
  if (!others.some(equals)) return null;
  return { name: 'other-part', message: 'That is the answer to another part of this exercise.' };
}

/** Two of the general mistakes in one response. */
function pairs(typed: Expr, subject: Subject, equals: Equals, work: () => number): Named | null {
  let left = MOST_PAIRS;
  const most = work() + MOST_PAIR_WORK;
  for (const first of mutations(subject.answer, subject, typed))
    for (const second of mutations(first.tree, subject, typed)) {
      if (left === 0 || work() > most) return null;
      const alike = second.name === first.name;
      if (second.message === first.message || (alike && first.name === 'condition')) continue;
      left -= 1;
      if (!equals(second.tree)) continue;
      // Of two offsets the first sentence shows the place with both, the second one with one of them.
      if (alike && first.name === 'offset-missing') return first;
      return { name: first.name, message: `Two things: ${first.message} ${second.message}` };
    }
  return null;
}
