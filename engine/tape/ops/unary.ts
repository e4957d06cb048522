// Operations on one tensor, entry by entry, each given by its value and its slope.
import { exp, log } from '../elementary.ts';
import { type Op, put } from '../op.ts';
import type { None } from './signatures.ts';

interface Curve {
  value(x: number): number;
  /** The slope at x, where the value is y. */
  slope(x: number, y: number): number;
}

function curveOp({ value, slope }: Curve): Op<None> {
  return {
    forward(v, { a, at, size }) {
      for (let i = 0; i < size; i++) v[at + i] = value(v[a + i]!);
    },
    backward(v, g, { a, at, size }, into) {
      for (let i = 0; i < size; i++) put(g, a + i, into.a, g[at + i]! * slope(v[a + i]!, v[at + i]!));
    },
  };
}

export const neg = curveOp({
  value: (x) => -x,
  slope: () => -1,
});

export const exponential = curveOp({
  value: exp,
  slope: (_, y) => y,
});

/** log 0 is -Infinity with slope Infinity; the log of a negative number is NaN. */
export const logarithm = curveOp({
  value: log,
  slope: (x) => 1 / x,
});

/** sqrt 0 is 0 with slope Infinity. */
export const sqrt = curveOp({
  value: Math.sqrt,
  slope: (_, y) => 0.5 / y,
});

/** The slope at 0 is 0. */
export const abs = curveOp({
  value: Math.abs,
  slope: (x) => (x > 0 ? 1 : x < 0 ? -1 : x),
});
