// The smallest net for XOR, trained on the tape: two inputs, two relu units, one linear output, no biases.

import { createTape, sgd, step } from '../tape/index.ts';

/** w11, w12 lead from x1, x2 into unit 1; w21, w22 into unit 2; v1, v2 lead out of them. */
export type XorWeights = readonly [w11: number, w12: number, w21: number, w22: number, v1: number, v2: number];

export interface XorTraining {
  /** The step before which all four classes were right for the first time; null if they never were. */
  readonly learnedAt: number | null;
  /** Per unit: the step from which on it was 0 at all four points to the end; null if it still works. */
  readonly deadFrom: readonly [number | null, number | null];
  /** Mean squared error at the end. */
  readonly loss: number;
  /** Length of the gradient by all six weights at the end. */
  readonly slope: number;
  /** Both units had the same weights, in and out, from the first step to the last. */
  readonly twins: boolean;
}

export const STEPS = 5000;
export const RATE = 0.1;
const POINTS = [0, 0, 0, 1, 1, 0, 1, 1];
const CLASSES = [0, 1, 1, 0];

/**
 * Gradient descent on the mean squared error of the four points, rate 0.1, 5,000 steps; ended early once a step
 * changes nothing any more.
 *
 * @example
 * trainXor([-1, -1, -1, -1, 1, 1]).deadFrom // [0, 0]: dead from the start
 */
export function trainXor(start: XorWeights): XorTraining {
  const [w11, w12, w21, w22, v1, v2] = start;
  const t = createTape();
  const w = t.parameter([2, 2], [w11, w21, w12, w22]);
  const v = t.parameter([2, 1], [v1, v2]);
  const h = t.relu(t.matmul(t.constant([4, 2], POINTS), w));
  const y = t.matmul(h, v);
  const loss = t.meanSquaredError(y, t.constant([4, 1], CLASSES));
  const by = sgd(t, { rate: RATE });
  const deadFrom: [number | null, number | null] = [null, null];
  let learnedAt: number | null = null;
  let slope = 0;
  let twins = true;
  for (let i = 0; i <= STEPS; i += 1) {
    const [a, b, c, d, p, q] = [...t.value(w), ...t.value(v)] as [number, number, number, number, number, number];
    twins &&= a === b && c === d && p === q;
    step(t, loss, by);
    const out = t.value(y);
    if (learnedAt === null && CLASSES.every((one, k) => (out[k] as number) > 0.5 === (one === 1))) learnedAt = i;
    const hidden = t.value(h);
    for (const unit of [0, 1] as const) {
      const dead = [0, 1, 2, 3].every((point) => hidden[2 * point + unit] === 0);
      deadFrom[unit] = dead ? (deadFrom[unit] ?? i) : null;
    }
    slope = Math.hypot(...t.gradient(w), ...t.gradient(v));
    if (slope === 0 || !Number.isFinite(slope)) break;
  }
  return { learnedAt, deadFrom, loss: t.item(loss), slope, twins };
}
