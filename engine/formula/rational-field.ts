// Exact fractions as a field: tells whether a number of the book is rational, and which.

import { type Field, Inexact, UndefinedValue } from './field.ts';
import {
  addRational,
  compareRational,
  divideRational,
  multiplyRational,
  negateRational,
  ONE,
  type Rational,
} from './rational.ts';

const LONGEST_POWER = 64;
/** Fractions beyond this are nothing that was asked for, and each step with them takes longer than the one before. */
const LARGEST = 1n << 512n;

function bounded(value: Rational): Rational {
  if (value.den > LARGEST || value.num > LARGEST || value.num < -LARGEST) throw new Inexact();
  return value;
}

/** Throws an Inexact at every function whose values are not fractions. */
export const rationalField: Field<Rational> = {
  number: (value) => value,
  add: (a, b) => bounded(addRational(a, b)),
  multiply: (a, b) => bounded(multiplyRational(a, b)),
  negate: negateRational,
  divide(a, b) {
    if (b.num === 0n) throw new UndefinedValue('divides by zero');
    return bounded(divideRational(a, b));
  },
  power(a, _b, exponent) {
    if (exponent === null || Math.abs(exponent) > LONGEST_POWER) throw new Inexact();
    if (exponent < 0 && a.num === 0n) throw new UndefinedValue('divides by zero');
    let result = ONE;
    for (let i = 0; i < Math.abs(exponent); i += 1) result = bounded(multiplyRational(result, a));
    return exponent < 0 ? divideRational(ONE, result) : result;
  },
  apply: (fn, a) => {
    if (a.num === 0n && (fn === 'exp' || fn === 'cosh')) return ONE;
    if (a.num === 0n && (fn === 'tanh' || fn === 'sinh' || fn === 'sin')) return a;
    if (a.num === 0n && fn === 'sigma') return { num: 1n, den: 2n };
    throw new Inexact();
  },
  opaque: () => {
    throw new Inexact();
  },
  compare: compareRational,
};
