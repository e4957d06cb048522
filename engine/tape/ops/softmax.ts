// Softmax, its logarithm and log-sum-exp along the last axis, with the largest entry taken out first.
import { exp, log } from '../elementary.ts';
import { refuseShapes } from '../errors.ts';
import { type Op, type Plan, put } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { None } from './signatures.ts';

/** `count` rows of `width` entries. */
export interface RowsPlan extends Plan {
  readonly count: number;
  readonly width: number;
}

/** Splits a tensor into rows along its last axis. */
export function planRows([a]: readonly Shape[], _: None, op: string): RowsPlan {
  const width = a!.at(-1);
  if (!width) refuseShapes(op, [a!], 'a last axis');
  return { shape: a!, count: sizeOf(a!) / width, width };
}

/** The same where the op drops the axis; the scratch keeps the logarithm of softmax for the way back. */
export function planDropped(shapes: readonly Shape[], _: None, op: string): RowsPlan {
  const plan = planRows(shapes, _, op);
  return { ...plan, shape: plan.shape.slice(0, -1), scratch: plan.count * plan.width };
}

/**
 * Writes ln softmax of the `width` entries from `from` on to `to`, and returns their log-sum-exp. The largest entry and
 * the rest of the sum are subtracted one after the other: their sum would cost digits where logits are large.
 */
export function logSoftmaxOf(v: Float64Array, from: number, to: number, width: number): number {
  let largest = v[from]!;
  for (let j = 1; j < width; j++) if (v[from + j]! > largest) largest = v[from + j]!;
  // An infinity taken from itself would be NaN.
  if (Math.abs(largest) === Infinity) largest = 0;
  let sum = 0;
  for (let j = 0; j < width; j++) sum += exp(v[from + j]! - largest);
  const rest = log(sum);
  for (let j = 0; j < width; j++) v[to + j] = v[from + j]! - largest - rest;
  return largest + rest;
}

/** A row of results y, each made by `value` from ln softmax; its slopes need one sum over the row, of `weight`. */
function rowOp(
  value: (logarithm: number) => number,
  weight: (d: number, y: number) => number,
  slope: (d: number, y: number, sum: number) => number,
): Op<None, RowsPlan> {
  return {
    inputs: 1,
    plan: planRows,
    forward(v, { a, at, size, plan: { width } }) {
      for (let i = 0; i < size; i += width) logSoftmaxOf(v, a + i, at + i, width);
      for (let o = at; o < at + size; o++) v[o] = value(v[o]!);
    },
    backward(v, g, { a, at, plan: { count, width } }, into) {
      for (let i = 0; i < count * width; i += width) {
        let sum = 0;
        for (let j = i; j < i + width; j++) sum += weight(g[at + j]!, v[at + j]!);
        for (let j = i; j < i + width; j++) put(g, a + j, into.a, slope(g[at + j]!, v[at + j]!, sum));
      }
    },
  };
}

export const softmax = rowOp(
  exp,
  (d, y) => d * y,
  (d, y, sum) => y * (d - sum),
);

export const logSoftmax = rowOp(
  (y) => y,
  (d) => d,
  (d, y, sum) => d - exp(y) * sum,
);

export const logSumExp: Op<None, RowsPlan> = {
  inputs: 1,
  plan: planDropped,
  forward(v, { a, at, size, plan: { width } }) {
    for (let i = 0; i < size; i++) v[at + i] = logSoftmaxOf(v, a + i * width, at + size + i * width, width);
  },
  backward(v, g, { a, at, size, plan: { count, width } }, into) {
    for (let i = 0; i < count * width; i++) {
      put(g, a + i, into.a, g[at + Math.floor(i / width)]! * exp(v[at + size + i]!));
    }
  },
};
