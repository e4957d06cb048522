// The plane of the inputs as the XOR net cuts it up: without biases its output is linear in each of four regions.

import { type Corner, clipped, isEmpty } from '../frame/polygon.ts';
import type { XorWeights } from './net.ts';

/** The square that is shown: both inputs from -0.5 to 1.5. */
const [low, high] = [-0.5, 1.5];
export const reach = { low, high } as const;
export const square: readonly Corner[] = [
  [low, low],
  [high, low],
  [high, high],
  [low, high],
];

/** The weights into unit 0 or 1. */
export const into = (weights: XorWeights, unit: number): Corner => [
  weights[2 * unit]!,
  weights[2 * unit + 1]!,
];

/** The product of two pairs. */
export const dot = ([a, b]: Corner, [c, d]: Corner) => a * c + b * d;

/** A part of the square in which the same units are on; there the output is the product of `slope` and the inputs. */
export interface Region {
  readonly corners: readonly Corner[];
  readonly slope: Corner;
}

/** The regions that have an inside, four at most. */
export function regions(weights: XorWeights): readonly Region[] {
  const parts: Region[] = [{ corners: square, slope: [0, 0] }];
  return [0, 1].reduce((parts, unit) => parts.flatMap((part) => halves(part, weights, unit)), parts);
}

/** What a unit makes of a region: the half in which it is on, and the half in which it is 0. */
function halves({ corners, slope }: Region, weights: XorWeights, unit: number): readonly Region[] {
  const w = into(weights, unit);
  const v = weights[4 + unit]!;
  // A unit without weights is 0 everywhere.
  if (Math.hypot(...w) < 1e-9) return [{ corners, slope }];
  const on: Corner = [slope[0] + v * w[0], slope[1] + v * w[1]];
  return [
    { corners: clipped(corners, (x) => dot(w, x)), slope: on },
    { corners: clipped(corners, (x) => -dot(w, x)), slope },
  ].filter((half) => !isEmpty(half.corners));
}
