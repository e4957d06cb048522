// Numbers that remember what they were made from, over any field: one walk back gives every derivative of a value, as exactly as the field below.

import type { Field } from './field.ts';
import { Inexact } from './field.ts';
import { ONE, ZERO } from './rational.ts';

/** A number and, for each number it was made from, how to get its slope by that one. */
export interface Traced<T> {
  readonly value: T;
  /** Later numbers have greater ones. */
  readonly order: number;
  readonly from: readonly (readonly [Traced<T>, (() => T) | null])[];
}

/** Arithmetic that leaves a trace over `base`; the slopes are the usual rules of calculus, worked out when asked for. */
export function tracedField<T>(base: Field<T>): Field<Traced<T>> & { apart(a: Traced<T>): Traced<T> } {
  let made = 0;
  const one = base.number(ONE);
  const minus = (a: T, b: T) => base.add(a, base.negate(b));
  const times = base.multiply;
  const node = (value: T, ...from: Traced<T>['from']): Traced<T> => {
    made += 1;
    return { value, order: made, from };
  };
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
    /** The same number as a variable of its own, so that two names for one value stay two variables. */
    apart: (a) => node(a.value, [a, null]),
    number: (value) => node(base.number(value)),
    add: (a, b) => node(base.add(a.value, b.value), [a, null], [b, null]),
    negate: (a) => node(base.negate(a.value), [a, () => base.negate(one)]),
    multiply: (a, b) => node(times(a.value, b.value), [a, () => b.value], [b, () => a.value]),
    divide(a, b) {
      const value = base.divide(a.value, b.value);
      return node(
        value,
        [a, () => base.divide(one, b.value)],
        [b, () => base.negate(base.divide(value, b.value))],
      );
    },
    power(a, b, exponent) {
      const value = base.power(a.value, b.value, exponent);
      if (exponent === 0) return node(value);
      const less = exponent === null ? null : exponent - 1;
      const byBase = () => times(b.value, base.power(a.value, minus(b.value, one), less));
      if (exponent !== null) return node(value, [a, byBase]);
      return node(value, [a, byBase], [b, () => times(value, logarithm(base, a.value))]);
    },
    apply(fn, a) {
      const slope = SLOPES[fn];
      if (!slope) throw new Inexact(`no derivative of ${fn}`);
      const value = base.apply(fn, a.value);
      return node(value, [a, () => slope(a.value, value)]);
    },
    opaque: (name, primes, a) =>
      node(base.opaque(name, primes, a.value), [a, () => base.opaque(name, primes + 1, a.value)]),
    compare: (a, b, site) => base.compare(a.value, b.value, site),
  };
}

/** ln, or 0 where this kind of numbers has none: a whole but unknown exponent does not vary. */
function logarithm<T>(base: Field<T>, a: T): T {
  try {
    return base.apply('ln', a);
  } catch (error) {
    if (error instanceof Inexact) return base.number(ZERO);
    throw error;
  }
}

/** The derivatives of `of` by every number that it was made from. */
export function slopesOf<T>(of: Traced<T>, base: Field<T>): Map<Traced<T>, T> {
  const met = new Set<Traced<T>>([of]);
  for (const node of met) for (const [source] of node.from) met.add(source);
  const slopes = new Map<Traced<T>, T>([[of, base.number(ONE)]]);
  for (const node of [...met].sort((a, b) => b.order - a.order)) {
    const slope = slopes.get(node) as T;
    for (const [source, by] of node.from) {
      const share = by ? base.multiply(slope, by()) : slope;
      const before = slopes.get(source);
      slopes.set(source, before === undefined ? share : base.add(before, share));
    }
  }
  return slopes;
}
