// The smallest net for XOR on the tape: two inputs, two relu units, one linear output, no biases.

import { createRandom, createTape, sgd } from '../../../engine/tape/index.ts';

/** w11 and w12 lead from x1 and x2 into unit 1, w21 and w22 into unit 2, v1 and v2 out of them. */
export type XorWeights = readonly number[];

export const weightNames = ['w11', 'w12', 'w21', 'w22', 'v1', 'v2'] as const;

export const points = [
  { x1: 0, x2: 0, label: 0 },
  { x1: 0, x2: 1, label: 1 },
  { x1: 1, x2: 0, label: 1 },
  { x1: 1, x2: 1, label: 0 },
] as const;

export interface XorNet {
  /** Runs the net with these weights at the four points. */
  set(weights: XorWeights): void;
  weights(): readonly number[];
  /** One step of gradient descent on the mean squared error; gives the loss before it. */
  step(rate: number): number;
  /** Length of the gradient by all six weights at the last step. */
  slope(): number;
  outputs(): readonly number[];
  loss(): number;
  /** By unit: is it 0 at all four points? Then no gradient reaches its weights. */
  dead(): readonly [boolean, boolean];
}

/**
 * The net; its outputs at the points (0,0), (0,1), (1,0), (1,1) are those of the weights last set, or stepped to.
 *
 * With the weights (1, -1, -1, 1, 1, 1) the outputs are 0, 1, 1, 0.
 */
export function createXorNet(): XorNet {
  const t = createTape();
  const x = t.constant(
    [4, 2],
    points.flatMap(({ x1, x2 }) => [x1, x2]),
  );
  const w = t.parameter([2, 2], 0, 'W');
  const v = t.parameter([2, 1], 0, 'v');
  const h = t.relu(t.matmul(x, w));
  const y = t.matmul(h, v);
  const target = t.constant(
    [4, 1],
    points.map(({ label }) => label),
  );
  const loss = t.meanSquaredError(y, target);
  const by = sgd(t, { rate: 0.1 });
  const alive = (unit: number) => [0, 1, 2, 3].some((point) => t.values[h.at + 2 * point + unit]! > 0);
  t.forward();
  return {
    set([w11, w12, w21, w22, v1, v2]) {
      t.set(w, [w11!, w21!, w12!, w22!]);
      t.set(v, [v1!, v2!]);
      t.forward();
    },
    weights() {
      const at = (i: number) => t.values[w.at + i]!;
      return [at(0), at(2), at(1), at(3), t.values[v.at]!, t.values[v.at + 1]!];
    },
    step(rate) {
      const before = t.item(loss);
      t.backward(loss);
      by.rate = rate;
      by.update();
      t.forward();
      return before;
    },
    slope: () =>
      Math.hypot(
        ...[0, 1, 2, 3].map((i) => t.gradients[w.at + i]!),
        ...[0, 1].map((i) => t.gradients[v.at + i]!),
      ),
    outputs: () => [0, 1, 2, 3].map((point) => t.item(y, point)),
    loss: () => t.item(loss),
    dead: () => [!alive(0), !alive(1)],
  };
}

/** A class is right if it is the side of one half on which the output lies. */
export const allRight = (outputs: readonly number[]) =>
  points.every(({ label }, i) => outputs[i]! > 0.5 === (label === 1));

/** A random start: six normal numbers of deviation 1. */
export function randomStart(seed: number): XorWeights {
  const random = createRandom(seed);
  return Array.from({ length: 6 }, () => random.normal());
}
