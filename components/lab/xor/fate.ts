// What becomes of a start: does training from it ever get all four classes right, and if not, what stops it?

import { allRight, createXorNet, type XorNet, type XorWeights } from './net.ts';

export const fates = ['learns', 'both-dead', 'one-dead', 'twins', 'rest', 'moving'] as const;
export type Fate = (typeof fates)[number];

export interface Future {
  readonly fate: Fate;
  /** The step after which all classes were right first, or the last one that was taken. */
  readonly steps: number;
  /** Which units are dead at the end. */
  readonly dead: readonly [boolean, boolean];
}

export const patience = 5000;
/** A loss that falls by less than this in a step has come to rest. */
const rest = 1e-16;
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
  let before = Number.POSITIVE_INFINITY;
  while (steps < patience && !allRight(net.outputs())) {
    const [first, second] = net.dead();
    const loss = net.loss();
    if ((first && second) || Math.abs(before - loss) < rest) break;
    before = loss;
    net.step(rate);
    steps += 1;
    if (!Number.isFinite(net.loss())) break;
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
  const before = net.loss();
  net.step(0.1);
  return Math.abs(before - net.loss()) < 1e-12 ? 'rest' : 'moving';
}
