// Names the mistake in a wrong response: the author's own first, then the general ones.

import {
  difference,
  type Expr,
  FitFault,
  Inexact,
  type Prepared,
  parse,
  prepare,
  ReadFault,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import { factors } from './factors.ts';
import { fingerprint } from './fingerprint.ts';
import { type Mutation, mutations } from './mutations.ts';
import type { Subject } from './subject.ts';
import type { Mistake } from './types.ts';

export interface Named {
  readonly name: string;
  readonly message: string;
}

/** The misconception whose formula the response is equal to, or null: a name is only given where it is true. */
export function diagnose(typed: Prepared, subject: Subject, mistakes: readonly Mistake[]): Named | null {
  const print = fingerprint(typed, subject);
  const equals = (tree: Expr): boolean => {
    try {
      const other = prepare(tree, subject.ground);
      if (!print.matches(other)) return false;
      return difference(typed, other, subject.ground) === null;
    } catch (error) {
      if (
        error instanceof FitFault ||
        error instanceof UndefinedValue ||
        error instanceof Inexact ||
        error instanceof TooMuchWork
      )
        return false;
      throw error;
    }
  };
  return authored(mistakes, subject, equals) ?? factors(typed, subject, equals) ?? general(subject, equals);
}

function authored(
  mistakes: readonly Mistake[],
  subject: Subject,
  equals: (tree: Expr) => boolean,
): Named | null {
  for (const mistake of mistakes) {
    try {
      if (equals(parse(mistake.is, subject.author))) return { name: mistake.key, message: 'Not right.' };
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error; // the check refuses such a mistake before publication
    }
  }
  return null;
}

function general(subject: Subject, equals: (tree: Expr) => boolean): Named | null {
  const tried: Mutation[] = [];
  for (const mutation of mutations(subject.answer, subject)) {
    if (equals(mutation.tree)) return mutation;
    tried.push(mutation);
  }
  // A sign lost on top of another mistake is common.
  for (const mutation of tried) {
    if (equals({ type: 'negative', arg: mutation.tree, span: mutation.tree.span }))
      return { name: mutation.name, message: `${mutation.message} The sign is the opposite one, too.` };
  }
  return null;
}
