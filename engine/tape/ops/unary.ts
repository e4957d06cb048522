// Operations on one tensor, entry by entry, each given by its value and its slope.
import { exp, log } from '../elementary.ts';
import { type Op, put } from '../op.ts';
import type { None } from './signatures.ts';

interface Curve {
  value(x: number): number;
  /** The slope at x, where the value is y. */
  slope(x: number, y: number): number;
  tex(a: string): string;
  local(a: string, out: string): string;
}

function curveOp({ value, slope, tex, local }: Curve): Op<None> {
  return {
    arity: 1,
    tex: ([a]) => tex(a!),
    local: ([a], out) => [local(a!, out)],
    plan: ([a]) => ({ shape: a! }),
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
  tex: (a) => `-${a}`,
  local: () => '-1',
});

export const exponential = curveOp({
  value: exp,
  slope: (_, y) => y,
  tex: (a) => `e^{${a}}`,
  local: (_, out) => out,
});

/** log 0 is -Infinity with slope Infinity; the log of a negative number is NaN. */
export const logarithm = curveOp({
  value: log,
  slope: (x) => 1 / x,
  tex: (a) => `\\ln ${a}`,
  local: (a) => `\\frac{1}{${a}}`,
});

/** sqrt 0 is 0 with slope Infinity. */
export const sqrt = curveOp({
  value: Math.sqrt,
  slope: (_, y) => 0.5 / y,
  tex: (a) => `\\sqrt{${a}}`,
  local: (_, out) => `\\frac{1}{2 ${out}}`,
});

/** The slope at 0 is 0. */
export const abs = curveOp({
  value: Math.abs,
  slope: (x) => (x > 0 ? 1 : x < 0 ? -1 : x),
  tex: (a) => `|${a}|`,
  local: (a) => `\\operatorname{sign} ${a}`,
});
