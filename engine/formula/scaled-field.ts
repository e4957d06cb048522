// Doubles with an exponent of their own, for numbers such as e^1000 whose quotient is a number like any other.

import { type Field, UndefinedValue } from './field.ts';
import { type Real, realField } from './real-field.ts';

/** The number v·2^s; `e` bounds the error of v. */
interface Scaled extends Real {
  readonly s: number;
}

const UNIT = 2 ** -53;
/** Beyond this an exponent would lose digits of its own. */
const LARGEST_EXPONENT = 2 ** 45;

/** With v between 1 and 2, so that sums and products of two never leave the doubles. */
function scaled(v: number, e: number, s: number): Scaled {
  if (v === 0) return { v, e, s };
  if (!Number.isFinite(v)) throw new UndefinedValue('is beyond all numbers');
  const shift = Math.floor(Math.log2(Math.abs(v)));
  if (Math.abs(s + shift) > LARGEST_EXPONENT) throw new UndefinedValue('is beyond all numbers');
  return { v: v / 2 ** shift, e: e / 2 ** shift, s: s + shift };
}

const from = ({ v, e }: Real): Scaled => scaled(v, e, 0);

/** The same as a plain double; what is too small to tell from 0 is 0. */
export function unscaled({ v, e, s }: Scaled): Real {
  if (s > 1020 && (v !== 0 || e !== 0)) throw new UndefinedValue('is beyond all numbers');
  if (v === 0 || s < -1070) return { v: 0, e: e * 2 ** Math.max(-1070, s) };
  return { v: v * 2 ** s, e: e * 2 ** s };
}

function exp(a: Scaled): Scaled {
  const x = unscaled(a);
  const s = Math.round(x.v / Math.LN2);
  const v = Math.exp(x.v - s * Math.LN2);
  return scaled(v, v * Math.expm1(Math.min(x.e + (Math.abs(x.v) + 4) * 4 * UNIT, 700)), s);
}

function ln(a: Scaled): Scaled {
  if (a.v <= a.e) throw new UndefinedValue('takes the logarithm of a number that is not positive');
  const v = Math.log(a.v) + a.s * Math.LN2;
  return scaled(v, a.e / (a.v - a.e) + (Math.abs(v) + Math.abs(a.s) + 2) * 4 * UNIT, 0);
}

/** A field for a second try, where plain doubles overflow. */
export function scaledField(real: Field<Real> = realField()): Field<Scaled> {
  const add = (a: Scaled, b: Scaled): Scaled => {
    const [high, low] = a.v === 0 || (b.v !== 0 && b.s > a.s) ? [b, a] : [a, b];
    const factor = 2 ** Math.max(-1070, Math.min(low.s - high.s, 1000));
    const v = high.v + low.v * factor;
    return scaled(v, high.e + low.e * factor + Math.abs(v) * UNIT, high.s);
  };
  const multiply = (a: Scaled, b: Scaled): Scaled => {
    const { v, e } = real.multiply(a, b);
    return scaled(v, e, a.s + b.s);
  };
  return {
    number: (value) => {
      const { v, e } = real.number(value);
      return scaled(v, e, 0);
    },
    add,
    negate: (a) => ({ ...a, v: -a.v }),
    multiply,
    divide(a, b) {
      const { v, e } = real.divide(a, b);
      return scaled(v, e, a.s - b.s);
    },
    power(a, b, exponent) {
      if (exponent !== null && Math.abs(exponent) <= 512) {
        const { v, e } = real.power(a, b, exponent);
        return scaled(v, e, a.s * exponent);
      }
      const odd = exponent !== null && Math.abs(exponent % 2) === 1;
      if (exponent === null && a.v <= a.e)
        throw new UndefinedValue('raises a number that is not positive to a broken power');
      const size = exp(multiply(ln({ ...a, v: Math.abs(a.v) }), b));
      return odd && a.v < 0 ? { ...size, v: -size.v } : size;
    },
    apply(fn, a) {
      if (fn === 'exp') return exp(a);
      if (fn === 'ln') return ln(a);
      if (fn === 'sqrt') {
        const { v, e } = real.apply('sqrt', a.s % 2 === 0 ? a : { v: a.v * 2, e: a.e * 2 });
        return scaled(v, e, Math.floor(a.s / 2));
      }
      return from(real.apply(fn, unscaled(a)));
    },
    opaque: (name, primes, a) => from(real.opaque(name, primes, unscaled(a))),
    compare: (a, b, site) => real.compare(add(a, { ...b, v: -b.v }), { v: 0, e: 0 }, site),
  };
}
