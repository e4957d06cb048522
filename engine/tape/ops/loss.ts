// Losses compared entry by entry: mean squared error and the binary log loss, from probabilities or from logits.
import { exp, log, log1p, sigmoid } from '../elementary.ts';
import { shapeError } from '../errors.ts';
import { type Op, type Plan, put } from '../op.ts';
import { sameShape } from '../shape.ts';
import type { LossOptions } from './signatures.ts';

interface LossPlan extends Plan {
  readonly n: number;
  /** 1 over the number of entries for a mean, 1 for a sum. */
  readonly factor: number;
}

interface Loss {
  value(x: number, y: number): number;
  /** Slopes by the prediction x and by the target y. */
  slopeX(x: number, y: number): number;
  slopeY(x: number, y: number): number;
}

function lossOp(name: string, loss: Loss): Op<LossOptions, LossPlan> {
  const { value, slopeX, slopeY } = loss;
  return {
    plan(shapes, options) {
      const [x, y] = shapes;
      if (!sameShape(x!, y!)) throw shapeError(name, shapes, 'expected predictions and targets of one shape');
      const n = x!.reduce((product, length) => product * length, 1);
      return { shape: [], n, factor: options.reduction === 'sum' ? 1 : 1 / n };
    },
    forward(v, { a, b, at, plan: { n, factor } }) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += value(v[a + i]!, v[b + i]!);
      v[at] = sum * factor;
    },
    backward(v, g, { a, b, at, plan: { n, factor } }, into) {
      const d = g[at]! * factor;
      for (let i = 0; i < n; i++) {
        const x = v[a + i]!;
        const y = v[b + i]!;
        put(g, a + i, into.a, d * slopeX(x, y));
        put(g, b + i, into.b, d * slopeY(x, y));
      }
    },
  };
}

export const meanSquaredError = lossOp('meanSquaredError', {
  value: (x, y) => (x - y) * (x - y),
  slopeX: (x, y) => 2 * (x - y),
  slopeY: (x, y) => 2 * (y - x),
});

/** A term whose weight is 0 counts as 0, also where the logarithm is infinite. */
const weighted = (weight: number, x: number) => (weight === 0 ? 0 : weight * x);

/** -y ln p - (1 - y) ln(1 - p) for a probability p. */
export const logLoss = lossOp('logLoss', {
  value: (p, y) => -weighted(y, log(p)) - weighted(1 - y, log1p(-p)),
  slopeX: (p, y) => weighted(1 - y, 1 / (1 - p)) - weighted(y, 1 / p),
  slopeY: (p) => log1p(-p) - log(p),
});

/** The log loss of p = sigmoid(z), through z alone, so that large logits cost no digits. */
export const logLossFromLogits = lossOp('logLossFromLogits', {
  value: (z, y) => (z > 0 ? z - z * y : -z * y) + log1p(exp(z > 0 ? -z : z)),
  slopeX: (z, y) => sigmoid(z) - y,
  slopeY: (z) => -z,
});
