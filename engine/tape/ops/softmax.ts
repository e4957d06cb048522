// Softmax, its logarithm and log-sum-exp along the last axis, with the largest entry taken out first.
import { exp, log } from '../elementary.ts';
import { shapeError } from '../errors.ts';
import { type Op, type Plan, put } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { None } from './signatures.ts';

/** `count` rows of `width` entries. */
export interface LastAxisPlan extends Plan {
  readonly count: number;
  readonly width: number;
}

/** Splits a shape into rows along its last axis; `reduced` drops that axis from the result. */
export function planLastAxis(op: string, shape: Shape, reduced: boolean): LastAxisPlan {
  const width = shape.at(-1);
  if (width === undefined || width === 0) {
    throw shapeError(op, [shape], 'expected a last axis with at least one class');
  }
  return { shape: reduced ? shape.slice(0, -1) : shape, count: sizeOf(shape) / width, width };
}

export function largestOf(v: Float64Array, at: number, width: number): number {
  let largest = v[at]!;
  for (let j = 1; j < width; j++) if (v[at + j]! > largest) largest = v[at + j]!;
  return largest;
}

/**
 * Writes softmax of the `width` entries from `from` on to `to`. Returns ln of the sum of e^(x - largest): what is to be
 * added to `largest` for log-sum-exp. The two are kept apart, since their sum would cost digits where logits are large.
 */
export function softmaxOf(v: Float64Array, from: number, to: number, width: number, largest: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const e = exp(v[from + j]! - largest);
    v[to + j] = e;
    sum += e;
  }
  for (let j = 0; j < width; j++) v[to + j] = v[to + j]! / sum;
  return log(sum);
}

export const softmax: Op<None, LastAxisPlan> = {
  plan: ([a]) => planLastAxis('softmax', a!, false),
  forward(v, { a, at, plan: { count, width } }) {
    for (let i = 0; i < count; i++) {
      const row = a + i * width;
      softmaxOf(v, row, at + i * width, width, largestOf(v, row, width));
    }
  },
  backward(v, g, { a, at, plan: { count, width } }, into) {
    if (into.a === 'skip') return;
    for (let i = 0; i < count; i++) {
      const o = at + i * width;
      let mean = 0;
      for (let j = 0; j < width; j++) mean += v[o + j]! * g[o + j]!;
      for (let j = 0; j < width; j++) {
        const t = a + i * width + j;
        put(g, t, into.a, v[o + j]! * (g[o + j]! - mean));
      }
    }
  },
};

export const logSoftmax: Op<None, LastAxisPlan> = {
  plan: ([a]) => planLastAxis('logSoftmax', a!, false),
  forward(v, { a, at, plan: { count, width } }) {
    for (let i = 0; i < count; i++) {
      const row = a + i * width;
      const out = at + i * width;
      const largest = largestOf(v, row, width);
      const rest = softmaxOf(v, row, out, width, largest);
      for (let j = 0; j < width; j++) v[out + j] = v[row + j]! - largest - rest;
    }
  },
  backward(v, g, { a, at, plan: { count, width } }, into) {
    if (into.a === 'skip') return;
    for (let i = 0; i < count; i++) {
      const o = at + i * width;
      let sum = 0;
      for (let j = 0; j < width; j++) sum += g[o + j]!;
      for (let j = 0; j < width; j++) {
        const t = a + i * width + j;
        put(g, t, into.a, g[o + j]! - exp(v[o + j]!) * sum);
      }
    }
  },
};

export const logSumExp: Op<None, LastAxisPlan> = {
  // The scratch keeps the softmax, which is the slope.
  plan: ([a]) => ({ ...planLastAxis('logSumExp', a!, true), scratch: a!.reduce((x, y) => x * y, 1) }),
  forward(v, { a, at, size, plan: { count, width } }) {
    for (let i = 0; i < count; i++) {
      const row = a + i * width;
      const largest = largestOf(v, row, width);
      v[at + i] = largest + softmaxOf(v, row, at + size + i * width, width, largest);
    }
  },
  backward(v, g, { a, at, size, plan: { count, width } }, into) {
    if (into.a === 'skip') return;
    for (let i = 0; i < count * width; i++) {
      put(g, a + i, into.a, g[at + Math.floor(i / width)]! * v[at + size + i]!);
    }
  },
};
