// Names for wrong numbers: nearly right, turned over, taken from 1, or the value of something else.

import { type Expr, isDomain, make, ONE, printTex, UndefinedValue } from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import { closeness, numericValue, type Value } from './number.ts';
import type { Subject } from './subject.ts';

/** Relative distance within which a number is near the right one. */
const NEAR = 0.005;

const one = make.number(ONE);

export function nameNumber(
  typed: Expr,
  right: Value,
  subject: Subject,
  others: readonly Expr[],
): Named | null {
  const { answer, ground } = subject;
  const is = (tree: Expr): boolean => {
    try {
      const value = numericValue(tree, ground);
      return value !== null && /^(equal|rounded)$/.test(closeness(typed, value, ground));
    } catch (error) {
      if (error instanceof UndefinedValue) return false;
      throw error;
    }
  };
  if (others.some(is))
    return { name: 'other-part', message: 'That is the value another part of this exercise asks for.' };
  const near = nearly(typed, right, subject);
  if (near) return near;
  if (is(make.binary('-', one, answer)))
    return { name: 'complement', message: 'That is 1 minus the right value.' };
  if (is(make.binary('-', answer, one)))
    return { name: 'complement', message: 'That is the right value minus 1.' };
  if (right.real.v !== 0 && is(make.binary('/', one, answer)))
    return { name: 'reciprocal', message: 'That is 1 over the right value.' };
  return otherQuantity(subject, is);
}

function nearly(typed: Expr, right: Value, subject: Subject): Named | null {
  const got = numericValue(typed, subject.ground);
  if (!got) return null;
  const distance = Math.abs(got.real.v - right.real.v);
  const decimal = typed.type === 'negative' ? typed.arg : typed;
  if (decimal.type === 'number' && decimal.ulp !== undefined && distance <= 2.02 * decimal.ulp)
    return {
      name: 'rounding',
      message: 'Nearly: the last digit is off. Round the value to the digits you type.',
    };
  // A whole number is no rounded one: what is near it is a slip in the arithmetic.
  const whole = right.exact?.den === 1n || got.exact?.den === 1n;
  if (!whole && distance > 0 && distance <= NEAR * Math.abs(right.real.v))
    return {
      name: 'rounding',
      message: 'Close, but not the value to the digits typed. Carry more digits on the way.',
    };
  return null;
}

/** The value of another name of the model, where it is no mere 0 or 1. */
function otherQuantity(subject: Subject, is: (tree: Expr) => boolean): Named | null {
  for (const d of subject.model.definitions) {
    if (isDomain(d.by) || d.letters.length > 0 || d.layer || d.matrix) continue;
    const name = make.name(d.name);
    const value = numericValue(name, subject.ground);
    if (!value || value.real.v === 0 || Math.abs(value.real.v) === 1 || !is(name)) continue;
    return { name: 'other-quantity', message: `That is the value of $${printTex(name)}$.` };
  }
  return null;
}

/** What marks of single entries tell: right ones in other places, signs lost, some right. */
export function nameEntries(
  entries: readonly boolean[],
  fits: (typed: number, right: number, sign: 1 | -1) => boolean,
): Named | null {
  const all = entries.map((_, i) => i);
  const count = entries.filter(Boolean).length;
  if (all.every((i) => entries[i] || fits(i, i, -1)))
    return {
      name: 'sign',
      message: `The sign of ${list(all.filter((i) => !entries[i]))} is the opposite one.`,
    };
  const left = new Set(all);
  const placed = all.every((i) => {
    const at = [...left].find((k) => fits(i, k, 1));
    if (at !== undefined) left.delete(at);
    return at !== undefined;
  });
  if (placed)
    return { name: 'entries-exchanged', message: 'The numbers are right, but they stand in other places.' };
  if (count === 0) return null;
  return {
    name: 'some-entries',
    message: `${count} of ${entries.length} entries ${count === 1 ? 'is' : 'are'} right.`,
  };
}

function list(places: readonly number[]): string {
  const said = places.map((i) => `entry ${i + 1}`);
  return said.length < 2 ? said.join() : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
