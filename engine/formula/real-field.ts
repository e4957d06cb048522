// Doubles that carry a running bound of their rounding error, so that equality knows how much to trust.

import { type Field, UndefinedValue } from './field.ts';
import { hash } from './hash.ts';
import { toNumber } from './rational.ts';

/** A double and a bound on how far it can be from the true value. */
export interface Real {
  readonly v: number;
  readonly e: number;
}

const UNIT = 2 ** -53;

function real(v: number, e: number): Real {
  if (!Number.isFinite(v))
    throw new UndefinedValue(Number.isNaN(v) ? 'has no value' : 'is beyond all numbers');
  return { v, e: e + Math.abs(v) * UNIT };
}

/** f(a) where f has a slope of at most `slope` near a. */
function mapped(v: number, slope: number, a: Real): Real {
  return real(v, Math.abs(slope) * a.e * 1.01 + Math.abs(v) * UNIT * 2);
}

const sigma = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

const FUNCTIONS: Record<string, (a: Real) => Real> = {
  exp: (a) => {
    const v = Math.exp(a.v);
    return real(v, v * Math.expm1(Math.min(a.e, 700)) + v * 2 * UNIT);
  },
  ln: (a) => {
    if (a.v <= a.e) throw new UndefinedValue('takes the logarithm of a number that is not positive');
    return mapped(Math.log(a.v), 1 / (a.v - a.e), a);
  },
  sqrt: (a) => {
    if (a.v < -a.e) throw new UndefinedValue('takes the root of a negative number');
    const v = Math.sqrt(Math.max(0, a.v));
    return real(v, v === 0 ? Math.sqrt(a.e) : a.e / v);
  },
  tanh: (a) => mapped(Math.tanh(a.v), 1 - Math.tanh(Math.max(0, Math.abs(a.v) - a.e)) ** 2, a),
  sigma: (a) => mapped(sigma(a.v), sigma(a.v) * (1 - sigma(a.v)) * Math.exp(Math.min(1, a.e)), a),
  sinh: (a) => mapped(Math.sinh(a.v), Math.cosh(Math.abs(a.v) + a.e), a),
  cosh: (a) => mapped(Math.cosh(a.v), Math.cosh(Math.abs(a.v) + a.e), a),
  coth: (a) => divide({ v: 1, e: 0 }, mapped(Math.tanh(a.v), 1, a)),
  sech: (a) => divide({ v: 1, e: 0 }, mapped(Math.cosh(a.v), Math.cosh(Math.abs(a.v) + a.e), a)),
  sin: (a) => mapped(Math.sin(a.v), 1, a),
  cos: (a) => mapped(Math.cos(a.v), 1, a),
  softplus: (a) => mapped(Math.max(a.v, 0) + Math.log1p(Math.exp(-Math.abs(a.v))), 1, a),
};

function divide(a: Real, b: Real): Real {
  if (Math.abs(b.v) <= b.e) throw new UndefinedValue('divides by zero');
  const v = a.v / b.v;
  return real(v, (a.e + Math.abs(v) * b.e) / (Math.abs(b.v) - b.e) + Math.abs(v) * UNIT);
}

/** The curve that stands for an open function f: smooth, never flat, another for each name. Also used on the tape. */
export function curveOf(name: string): {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
} {
  const r = (i: number) => (hash(i, name) % 1000) / 1000;
  return { a: 0.7 + 0.6 * r(1), b: 0.8 * r(2) - 0.4, c: 0.8 + 0.5 * r(3), d: 0.2 + 0.3 * r(4) };
}

/** c tanh(a x + b) + d x and its derivatives. */
function curve(name: string, primes: number, x: number): number {
  const { a, b, c, d } = curveOf(name);
  const t = Math.tanh(a * x + b);
  const s = 1 - t * t;
  if (primes === 0) return c * t + d * x;
  if (primes === 1) return c * a * s + d;
  if (primes === 2) return -2 * c * a * a * t * s;
  return -2 * c * a ** 3 * s * (1 - 3 * t * t);
}

/** A field that notes the sign of every comparison, so that a caller can ask for both. */
export function realField(signs?: Map<object, number>): Field<Real> {
  return {
    number: (value) => real(toNumber(value), 0),
    add: (a, b) => real(a.v + b.v, a.e + b.e),
    negate: (a) => ({ v: -a.v, e: a.e }),
    multiply: (a, b) => real(a.v * b.v, Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e),
    divide,
    power(a, b, exponent) {
      if (exponent !== null) {
        if (exponent < 0 && Math.abs(a.v) <= a.e) throw new UndefinedValue('divides by zero');
        const v = a.v ** exponent;
        return real(
          v,
          Math.abs(exponent) * (a.e + Math.abs(a.v) * UNIT) * Math.abs(a.v) ** (exponent - 1) * 1.01,
        );
      }
      if (a.v <= a.e) throw new UndefinedValue('raises a number that is not positive to a broken power');
      const v = a.v ** b.v;
      return real(
        v,
        v * (Math.abs(b.v) * (a.e / a.v + UNIT) + Math.abs(Math.log(a.v)) * b.e + 4 * UNIT) * 1.01,
      );
    },
    apply(fn, a) {
      const known = FUNCTIONS[fn];
      if (!known) throw new UndefinedValue(`${fn} of one number is not known`);
      return known(a);
    },
    opaque: (name, primes, a) => mapped(curve(name, primes, a.v), 4, a),
    compare(a, b, site) {
      const difference = a.v - b.v;
      if (a.e === 0 && b.e === 0 && difference === 0) return 0;
      if (Math.abs(difference) <= a.e + b.e) {
        if (difference === 0) return 0;
        throw new UndefinedValue('stands too close to a kink', 'kink');
      }
      const sign = Math.sign(difference);
      signs?.set(site, (signs.get(site) ?? 0) | (sign > 0 ? 1 : 2));
      return sign;
    },
  };
}
