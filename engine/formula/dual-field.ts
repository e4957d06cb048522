// Numbers with a derivative: a + a' ε over any field, so that gradients are as exact as the field below.

import type { Field } from './field.ts';
import { Inexact } from './field.ts';
import { ONE, rational, ZERO } from './rational.ts';

export interface Dual<T> {
  readonly value: T;
  readonly slope: T;
}

/** Forward-mode differentiation over `base`; the rules are the usual ones of calculus. */
export function dualField<T>(base: Field<T>): Field<Dual<T>> {
  const zero = base.number(ZERO);
  const one = base.number(ONE);
  const dual = (value: T, slope: T): Dual<T> => ({ value, slope });
  const minus = (a: T, b: T) => base.add(a, base.negate(b));
  const times = base.multiply;
  const SLOPES: Record<string, (a: T, value: T) => T> = {
    exp: (_, value) => value,
    ln: (a) => base.divide(one, a),
    sqrt: (_, value) => base.divide(one, base.add(value, value)),
    tanh: (_, value) => minus(one, times(value, value)),
    sigma: (_, value) => times(value, minus(one, value)),
    sinh: (a) => base.apply('cosh', a),
    cosh: (a) => base.apply('sinh', a),
    sin: (a) => base.apply('cos', a),
    cos: (a) => base.negate(base.apply('sin', a)),
    softplus: (a) => base.apply('sigma', a),
    coth: (_, value) => minus(one, times(value, value)),
    sech: (a, value) => base.negate(times(value, base.apply('tanh', a))),
  };
  return {
    number: (value) => dual(base.number(value), zero),
    add: (a, b) => dual(base.add(a.value, b.value), base.add(a.slope, b.slope)),
    negate: (a) => dual(base.negate(a.value), base.negate(a.slope)),
    multiply: (a, b) =>
      dual(times(a.value, b.value), base.add(times(a.slope, b.value), times(a.value, b.slope))),
    divide(a, b) {
      const value = base.divide(a.value, b.value);
      return dual(value, base.divide(minus(a.slope, times(value, b.slope)), b.value));
    },
    power(a, b, exponent) {
      const value = base.power(a.value, b.value, exponent);
      if (exponent === 0) return dual(value, zero);
      const less = exponent === null ? null : exponent - 1;
      const below = base.power(a.value, base.add(b.value, base.negate(one)), less);
      const byBase = times(times(b.value, below), a.slope);
      if (exponent !== null) return dual(value, byBase);
      try {
        return dual(value, base.add(byBase, times(times(value, base.apply('ln', a.value)), b.slope)));
      } catch (error) {
        if (error instanceof Inexact) return dual(value, byBase); // a whole but unknown exponent does not vary
        throw error;
      }
    },
    apply(fn, a) {
      const slope = SLOPES[fn];
      if (!slope) throw new Inexact(`no derivative of ${fn}`);
      const value = base.apply(fn, a.value);
      return dual(value, times(slope(a.value, value), a.slope));
    },
    opaque: (name, primes, a) =>
      dual(base.opaque(name, primes, a.value), times(base.opaque(name, primes + 1, a.value), a.slope)),
    compare: (a, b, site) => base.compare(a.value, b.value, site),
  };
}

/** The number whose derivative by itself is 1. */
export function seeded<T>(base: Field<T>, value: T): Dual<T> {
  return { value, slope: base.number(rational(1n)) };
}
