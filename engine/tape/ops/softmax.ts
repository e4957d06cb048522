// Softmax, its logarithm and log-sum-exp along the last axis, with the largest entry taken out first.
import { exp, log } from '../elementary.ts';
import { shapeError } from '../errors.ts';
import type { Op, Plan } from '../op.ts';
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

/** ln of the sum of e^x over `width` entries from `at`: exact for logits of any size. */
export function logSumExpOf(v: Float64Array, at: number, width: number): number {
  let largest = v[at]!;
  for (let j = 1; j < width; j++) if (v[at + j]! > largest) largest = v[at + j]!;
  let sum = 0;
  for (let j = 0; j < width; j++) sum += exp(v[at + j]! - largest);
  return largest + log(sum);
}

/** Writes softmax of the `width` entries from `from` to `to`. */
export function softmaxOf(v: Float64Array, from: number, to: number, width: number): void {
  let largest = v[from]!;
  for (let j = 1; j < width; j++) if (v[from + j]! > largest) largest = v[from + j]!;
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const e = exp(v[from + j]! - largest);
    v[to + j] = e;
    sum += e;
  }
  for (let j = 0; j < width; j++) v[to + j] = v[to + j]! / sum;
}

export const softmax: Op<None, LastAxisPlan> = {
  arity: 1,
  tex: ([a]) => `\\operatorname{softmax}(${a})`,
  local: (_, out) => [`{${out}}_k ([k = l] - {${out}}_l)`],
  plan: ([a]) => planLastAxis('softmax', a!, false),
  forward(v, { a, at, plan: { count, width } }) {
    for (let i = 0; i < count; i++) softmaxOf(v, a + i * width, at + i * width, width);
  },
  backward(v, g, { a, at, plan: { count, width } }, into) {
    if (into.a === 'skip') return;
    for (let i = 0; i < count; i++) {
      const o = at + i * width;
      let mean = 0;
      for (let j = 0; j < width; j++) mean += v[o + j]! * g[o + j]!;
      for (let j = 0; j < width; j++) {
        const t = a + i * width + j;
        g[t] = (into.a === 'add' ? g[t]! : 0) + v[o + j]! * (g[o + j]! - mean);
      }
    }
  },
};

export const logSoftmax: Op<None, LastAxisPlan> = {
  arity: 1,
  tex: ([a]) => `\\ln \\operatorname{softmax}(${a})`,
  local: (_, out) => [`[k = l] - e^{{${out}}_l}`],
  plan: ([a]) => planLastAxis('logSoftmax', a!, false),
  forward(v, { a, at, plan: { count, width } }) {
    for (let i = 0; i < count; i++) {
      const total = logSumExpOf(v, a + i * width, width);
      for (let j = 0; j < width; j++) v[at + i * width + j] = v[a + i * width + j]! - total;
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
        g[t] = (into.a === 'add' ? g[t]! : 0) + (g[o + j]! - exp(v[o + j]!) * sum);
      }
    }
  },
};

export const logSumExp: Op<None, LastAxisPlan> = {
  arity: 1,
  tex: ([a]) => `\\ln \\textstyle\\sum_j e^{{${a}}_j}`,
  local: ([a], out) => [`e^{{${a}}_k - ${out}}`],
  plan: ([a]) => planLastAxis('logSumExp', a!, true),
  forward(v, { a, at, plan: { count, width } }) {
    for (let i = 0; i < count; i++) v[at + i] = logSumExpOf(v, a + i * width, width);
  },
  backward(v, g, { a, at, plan: { count, width } }, into) {
    if (into.a === 'skip') return;
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < width; j++) {
        const t = a + i * width + j;
        g[t] = (into.a === 'add' ? g[t]! : 0) + g[at + i]! * exp(v[t]! - v[at + i]!);
      }
    }
  },
};
