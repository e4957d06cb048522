// Cross-entropy from logits, against a class index or a whole distribution for each example.

import { shapeError, TapeError } from '../errors.ts';
import { type Op, put } from '../op.ts';
import { sameShape } from '../shape.ts';
import type { LossOptions } from './signatures.ts';
import { type LastAxisPlan, largestOf, planLastAxis, softmaxOf } from './softmax.ts';

interface CrossEntropyPlan extends LastAxisPlan {
  /** Are the targets class numbers, one an example, or distributions over the classes? */
  readonly indexed: boolean;
  readonly factor: number;
}

/** The class number of example i, checked. */
function classAt(v: Float64Array, place: number, width: number): number {
  const c = v[place]!;
  if (Number.isInteger(c) && c >= 0 && c < width) return c;
  throw new TapeError('crossEntropy', `class ${c} is not a whole number from 0 to ${width - 1}`);
}

/**
 * -sum_k t_k ln softmax_k(z) for every example. By z_l its slope is softmax_l(z) sum_k t_k - t_l: the sum is 1
 * for a distribution, but the targets may be any weights.
 */
export const crossEntropy: Op<LossOptions, CrossEntropyPlan> = {
  plan(shapes, options) {
    const [z, t] = shapes;
    const rows = planLastAxis('crossEntropy', z!, true);
    const indexed = sameShape(rows.shape, t!);
    if (!indexed && !sameShape(z!, t!)) {
      throw shapeError(
        'crossEntropy',
        shapes,
        'expected a class number for each row of logits, or targets of their shape',
      );
    }
    const factor = options.reduction === 'sum' ? 1 : 1 / rows.count;
    // The scratch keeps the softmax of each row for the way back.
    return { ...rows, shape: [], indexed, factor, scratch: rows.count * rows.width };
  },
  forward(v, { a, b, at, plan: { count, width, indexed, factor } }) {
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const row = a + i * width;
      const largest = largestOf(v, row, width);
      const rest = softmaxOf(v, row, at + 1 + i * width, width, largest);
      if (indexed) loss += largest - v[row + classAt(v, b + i, width)]! + rest;
      else {
        for (let j = 0; j < width; j++) {
          const t = v[b + i * width + j]!;
          if (t !== 0) loss += t * (largest - v[row + j]! + rest);
        }
      }
    }
    v[at] = loss * factor;
  },
  backward(v, g, { a, b, at, plan: { count, width, indexed, factor } }, into) {
    const d = g[at]! * factor;
    for (let i = 0; i < count; i++) {
      const row = a + i * width;
      const p = at + 1 + i * width;
      const y = b + i * width;
      let weight = indexed ? 1 : 0;
      if (!indexed) for (let j = 0; j < width; j++) weight += v[y + j]!;
      if (into.a !== 'skip') {
        for (let j = 0; j < width; j++) {
          const t = indexed ? Number(j === v[b + i]) : v[y + j]!;
          put(g, row + j, into.a, d * (v[p + j]! * weight - t));
        }
      }
      if (into.b !== 'skip' && !indexed) {
        const largest = largestOf(v, row, width);
        const rest = softmaxOf(v, row, p, width, largest);
        for (let j = 0; j < width; j++) {
          put(g, y + j, into.b, d * (largest - v[row + j]! + rest));
        }
      }
    }
    // A class number is not something to differentiate by.
    if (indexed && into.b === 'store') g.fill(0, b, b + count);
  },
};
