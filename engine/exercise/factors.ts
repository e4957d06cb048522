// Wrong by a factor: the opposite sign, a number recovered as a fraction, a size such as N.

import {
  type Expr,
  entriesOf,
  floatingPoint,
  make,
  ONE,
  type Prepared,
  type Rational,
  rational,
  some,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import type { Subject } from './subject.ts';

const LARGEST = 12;

export function factors(typed: Prepared, subject: Subject, equals: (tree: Expr) => boolean): Named | null {
  const { answer } = subject;
  if (equals(make.negative(answer)))
    return { name: 'sign', message: 'The sign: your formula is the opposite of the right one.' };
  if (subject.ground.notation !== 'matrix' && equals(make.binary('/', make.number(ONE), answer)))
    return { name: 'reciprocal', message: 'Your formula is upside down: it is 1 over the right one.' };
  const ratio = constantFactor(typed, subject);
  // Between two numbers, 11/10 would say nothing.
  const factor =
    ratio && subject.numeric && ratio.den !== 1n && !/^-?1$/.test(String(ratio.num)) ? null : ratio;
  if (factor && equals(make.binary('*', make.number(factor), answer)))
    return { name: 'constant-factor', message: sayFactor(factor) };
  const sums = some(answer, ({ type }) => type === 'sum');
  for (const [name, meaning] of subject.ground.model.names) {
    if (meaning.role !== 'size' || !subject.model.axes.has(name)) continue;
    const size = make.name(name);
    const mean = sums && some(answer, (node) => node.type === 'name' && node.name === name);
    for (const sign of ['', ' The sign is the opposite one, too.']) {
      const signed = sign ? make.negative(answer) : answer;
      if (equals(make.binary('/', signed, size)))
        return {
          name: 'size-factor',
          message: `Your formula is the right one divided by $${name}$${sums && !mean ? ': a mean where a sum is asked for' : ''}.${sign}`,
        };
      if (equals(make.binary('*', size, signed)))
        return {
          name: 'size-factor',
          message: `Your formula is $${name}$ times the right one${mean ? ': a sum where a mean is asked for' : ''}.${sign}`,
        };
    }
  }
  return null;
}

function sayFactor(factor: Rational): string {
  const size = factor.num < 0n ? rational(-factor.num, factor.den) : factor;
  const sign = factor.num < 0n ? ' The sign is the opposite one, too.' : '';
  if (size.num === 1n && size.den !== 1n)
    return `A factor ${size.den} is missing: what you typed is 1/${size.den} of the answer.${sign}`;
  if (size.den === 1n)
    return `A factor ${size.num} too much: what you typed is ${size.num} times the answer.${sign}`;
  return `What you typed is ${size.num}/${size.den} times the answer.${sign}`;
}

/** The ratio of the response to the answer where it is the same small fraction at every entry of two points. */
function constantFactor(typed: Prepared, subject: Subject): Rational | null {
  let ratio: number | null = null;
  for (const seed of [1, 2]) {
    try {
      const { point } = floatingPoint(subject.ground, seed);
      const got = entriesOf(typed.tree, subject.ground, point, typed.bound);
      const want = entriesOf(subject.answer, subject.ground, point, subject.prepared.bound);
      for (const [i, w] of want.entries()) {
        const g = got[i];
        if (!g) return null;
        if (Math.abs(w.v) < 1e-9 && Math.abs(g.v) < 1e-9) continue;
        const here = g.v / w.v;
        if (!Number.isFinite(here) || (ratio !== null && Math.abs(here - ratio) > 1e-9 * Math.abs(ratio)))
          return null;
        ratio = here;
      }
    } catch (error) {
      if (error instanceof UndefinedValue || error instanceof TooMuchWork) return null;
      throw error;
    }
  }
  const factor = ratio === null ? null : smallFraction(ratio);
  return factor && factor.num === ONE.num && factor.den === 1n ? null : factor;
}

/** The fraction of small whole numbers that a double stands for, or null. */
export function smallFraction(value: number): Rational | null {
  for (let den = 1; den <= LARGEST; den += 1) {
    const num = Math.round(value * den);
    if (num !== 0 && Math.abs(num) <= LARGEST && Math.abs(value * den - num) < 1e-9 * den) {
      const fraction = rational(BigInt(num), BigInt(den));
      return fraction;
    }
  }
  return null;
}
