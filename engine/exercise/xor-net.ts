// The smallest net for XOR, trained on the tape: two inputs, two relu units, one linear output, no biases.

import {
  createRandom,
  createTape,
  dense,
  type Initialiser,
  type Node,
  type Random,
  sgd,
  sizeOf,
  step,
} from '../tape/index.ts';

/** w11, w12 lead from x1, x2 into unit 1; w21, w22 into unit 2; v1, v2 lead out of them. */
export type XorWeights = readonly [
  w11: number,
  w12: number,
  w21: number,
  w22: number,
  v1: number,
  v2: number,
];

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
/** A gradient shorter than this moves no weight by a billionth in all the steps that are left. */
const AT_REST = 1e-13;
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
  // Read in place: copies would cost more than the steps themselves.
  const value = (node: Node, k: number) => t.values[node.at + k] as number;
  const isDead = (unit: number) => [0, 1, 2, 3].every((point) => value(h, 2 * point + unit) === 0);
  for (let i = 0; i <= STEPS; i += 1) {
    twins &&= value(w, 0) === value(w, 1) && value(w, 2) === value(w, 3) && value(v, 0) === value(v, 1);
    step(t, loss, by);
    if (learnedAt === null && CLASSES.every((one, k) => value(y, k) > 0.5 === (one === 1))) learnedAt = i;
    for (const unit of [0, 1] as const) deadFrom[unit] = isDead(unit) ? (deadFrom[unit] ?? i) : null;
    slope = 0;
    for (let k = 0; k < 4; k += 1) slope += (t.gradients[w.at + k] as number) ** 2;
    for (let k = 0; k < 2; k += 1) slope += (t.gradients[v.at + k] as number) ** 2;
    slope = Math.sqrt(slope);
    if (slope < AT_REST || !Number.isFinite(slope)) break;
  }
  return { learnedAt, deadFrom, loss: t.item(loss), slope, twins };
}

/** Random starts: six normal numbers of deviation 1 each. */
export function xorStarts(count: number, seed: number): XorWeights[] {
  const random = createRandom(seed);
  return Array.from(
    { length: count },
    () => Array.from({ length: 6 }, () => random.normal()) as unknown as XorWeights,
  );
}

/** Whether a net with so many hidden units gets all four classes right within the steps of `trainXor`. */
export function wideNetLearns(units: number, random: Random): boolean {
  const t = createTape();
  const x = t.constant([4, 2], POINTS);
  const options = { weights: normal, bias: false } as const;
  const hidden = dense(t, x, units, random, { ...options, activation: 'relu' });
  const y = dense(t, hidden.output, 1, random, options).output;
  const loss = t.meanSquaredError(y, t.constant([4, 1], CLASSES));
  // With more units the sum is longer, and a smaller step keeps it from overshooting.
  const by = sgd(t, { rate: Math.min(RATE, 0.4 / units) });
  for (let i = 0; i <= STEPS; i += 1) {
    step(t, loss, by);
    if (CLASSES.every((one, k) => (t.values[y.at + k] as number) > 0.5 === (one === 1))) return true;
  }
  return false;
}

const normal: Initialiser = (shape, random) =>
  Float64Array.from({ length: sizeOf(shape) }, () => random.normal());
