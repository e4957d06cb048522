// Judges a single number: exactly, or up to the digits typed, and names what is near it.

import { difference, type Expr, make, parse, prepare } from '../formula/index.ts';
import { rightFormula } from './check-tree.ts';
import { nameNumber } from './name-number.ts';
import { closeness, FEWEST_DIGITS, numericValue, type Value } from './number.ts';
import type { Subject } from './subject.ts';
import type { FormulaPart, Verdict } from './types.ts';

/** Near enough to be meant: the number itself, or rounded however far. */
const NEAR = /^(?:equal|rounded|coarse)$/;

/** Numbers are compared exactly, decimals up to the digits typed; null where the general way has to decide. */
export function checkNumber(
  tree: Expr,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict | null {
  const right = numericValue(subject.answer, subject.ground);
  if (!right) return null;
  switch (closeness(tree, right, subject.ground)) {
    case 'equal':
      return beyondDoubles(tree, subject) ? rightFormula(tree, subject, part) : null;
    case 'rounded':
      return { verdict: 'correct', message: 'To the digits you typed.' };
    case 'coarse':
      // 0.5 may be 0.461 rounded too far; where it is a foreseen mistake to the digit, it is that.
      return (
        foreseenNumber(tree, subject, part, /^equal$/) ?? {
          verdict: 'form',
          message: `Right so far. Give at least ${FEWEST_DIGITS} significant digits.`,
        }
      );
    case 'rounded-exact':
      return {
        verdict: 'wrong',
        misconception: 'rounded',
        message: 'Close, but rounded: this value is a short decimal or a fraction. Give it exactly.',
      };
    case 'different':
      return wrongNumber(tree, right, subject, part, others);
  }
}

/** The author's mistake that a number stands this close to. */
function foreseenNumber(tree: Expr, subject: Subject, part: FormulaPart, close: RegExp): Verdict | null {
  for (const mistake of part.mistakes) {
    const value = numericValue(parse(mistake.is, subject.author), subject.ground);
    if (value && close.test(closeness(tree, value, subject.ground)))
      return { verdict: 'wrong', misconception: mistake.key, message: 'Not right.' };
  }
  return null;
}

function wrongNumber(
  tree: Expr,
  right: Value,
  subject: Subject,
  part: FormulaPart,
  others: () => readonly Expr[],
): Verdict | null {
  const foreseen = foreseenNumber(tree, subject, part, NEAR);
  if (foreseen) return foreseen;
  const opposite = numericValue(make.negative(subject.answer), subject.ground);
  if (opposite && right.real.v !== 0 && NEAR.test(closeness(tree, opposite, subject.ground)))
    return {
      verdict: 'wrong',
      misconception: 'sign',
      message: 'The sign: what you typed is the opposite of the right value.',
    };
  if (!numericValue(tree, subject.ground))
    return {
      verdict: 'wrong',
      misconception: 'undefined',
      message:
        'What you typed has no value: it divides by zero, or takes a logarithm or root that does not exist.',
    };
  const named = nameNumber(tree, right, subject, others());
  return named && { verdict: 'wrong', misconception: named.name, message: named.message };
}

/** True where a number is right, but only a field with larger exponents can say so. */
function beyondDoubles(tree: Expr, { ground, prepared }: Subject): boolean {
  return difference(prepare(tree, ground), prepared, ground)?.noValue !== undefined;
}
