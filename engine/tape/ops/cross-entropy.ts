// Cross-entropy from logits, against a class index or a whole distribution for each example.
import { exp } from '../elementary.ts';
import { refuseShapes, requireWhole } from '../errors.ts';
import { clear, type Op, put } from '../op.ts';
import { sameShape } from '../shape.ts';
import type { LossOptions } from './signatures.ts';
import { logSoftmaxOf, planDropped, type RowsPlan } from './softmax.ts';

interface CrossEntropyPlan extends RowsPlan {
  /** Are the targets class numbers, one an example, or distributions over the classes? */
  readonly indexed: boolean;
  readonly factor: number;
}

/** The weight of logit k, which belongs to example i, whose logits begin at `row`. */
function target(v: Float64Array, b: number, i: number, k: number, row: number, indexed: boolean): number {
  return indexed ? Number(v[b + i] === k - row) : v[b + k]!;
}

/**
 * -sum_k t_k ln softmax_k(z) for every example. By z_l its slope is softmax_l(z) sum_k t_k - t_l: the sum is 1
 * for a distribution, but the targets may be any weights.
 */
export const crossEntropy: Op<LossOptions, CrossEntropyPlan> = {
  inputs: 2,
  plan(shapes, { reduction }, op) {
    const [z, t] = shapes;
    const plan = planDropped(shapes, {}, op);
    const indexed = sameShape(plan.shape, t!);
    if (!indexed && !sameShape(z!, t!)) {
      refuseShapes(op, shapes, 'a class number for each row of logits, or targets of their shape');
    }
    return { ...plan, shape: [], indexed, factor: reduction === 'sum' ? 1 : 1 / plan.count };
  },
  forward(v, { a, b, at, op, plan: { count, width, indexed, factor } }) {
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const row = i * width;
      logSoftmaxOf(v, a + row, at + 1 + row, width);
      if (indexed) requireWhole(op, 'a class', v[b + i]!, 0, width - 1);
      for (let k = row; k < row + width; k++) {
        const t = target(v, b, i, k, row, indexed);
        if (t !== 0) loss -= t * v[at + 1 + k]!;
      }
    }
    v[at] = loss * factor;
  },
  backward(v, g, { a, b, at, plan: { count, width, indexed, factor } }, into) {
    const d = g[at]! * factor;
    // A class number is not something to differentiate by.
    if (indexed) clear(g, into.b, b, count);
    for (let i = 0; i < count; i++) {
      const row = i * width;
      let weight = 0;
      for (let k = row; k < row + width; k++) weight += target(v, b, i, k, row, indexed);
      for (let k = row; k < row + width; k++) {
        const log = v[at + 1 + k]!;
        put(g, a + k, into.a, d * (exp(log) * weight - target(v, b, i, k, row, indexed)));
        if (!indexed) put(g, b + k, into.b, d * -log);
      }
    }
  },
};
