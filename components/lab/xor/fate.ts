// What becomes of a start: does training from it ever get all four classes right, and if not, what stops it?

import { allRight, createXorNet, type XorNet, type XorWeights } from './net.ts';

export const fates = ['learns', 'both-dead', 'one-dead', 'twins', 'rest', 'moving'] as const;
export type Fate = (typeof fates)[number];

/** Whether no further step would help. */
export const hopeless = (fate: Fate) => fate !== 'learns' && fate !== 'moving';

export interface Future {
  readonly fate: Fate;
  /** The step after which all classes were right first, or the last one that was taken. */
  readonly steps: number;
  /** Which units are dead at the end. */
  readonly dead: readonly [boolean, boolean];
}

export const patience = 5000;
/** A gradient this short no longer moves anything within any training: the measure of `xor-training` as well. */
const still = 1e-9;
/** One this short moves no weight by a billionth in all the steps that are left. */
const rest = 1e-13;
let shared: XorNet | undefined;

/**
 * Trains from a start, until all four classes are right, or nothing moves any more, or patience ends.
 *
 * `futureOf([-1, -1, -1, -1, 1, 1], 0.1).fate` is `both-dead`, at step 0.
 */
export function futureOf(start: XorWeights, rate: number): Future {
  shared ??= createXorNet();
  const net = shared;
  net.set(start);
  let steps = 0;
  while (steps < patience && !allRight(net.outputs())) {
    const [first, second] = net.dead();
    if (first && second) break;
    net.step(rate);
    steps += 1;
    if (net.slope() < rest || !Number.isFinite(net.loss())) break;
  }
  return { fate: fateOf(net), steps, dead: net.dead() };
}

function fateOf(net: XorNet): Fate {
  if (allRight(net.outputs())) return 'learns';
  const [first, second] = net.dead();
  if (first && second) return 'both-dead';
  if (first || second) return 'one-dead';
  const [w11, w12, w21, w22, v1, v2] = net.weights();
  if (w11 === w21 && w12 === w22 && v1 === v2) return 'twins';
  return net.slope() < still ? 'rest' : 'moving';
}
