// The four inequalities that a linear classifier of XOR has to meet, as half-planes of its two weights.

import { type Corner, clipped } from '../frame/polygon.ts';

/** p w1 + q w2 + b > 1/2, or at most 1/2 where the class is 0. */
export interface Inequality {
  readonly p: 0 | 1;
  readonly q: 0 | 1;
  readonly above: boolean;
}

export const inequalities: readonly Inequality[] = [
  { p: 0, q: 0, above: false },
  { p: 0, q: 1, above: true },
  { p: 1, q: 0, above: true },
  { p: 1, q: 1, above: false },
];

/** How far a point lies on the right side; negative on the wrong one. */
export function slack({ p, q, above }: Inequality, [w1, w2]: Corner, b: number): number {
  const over = p * w1 + q * w2 + b - 0.5;
  return above ? over : -over;
}

export function holds(one: Inequality, at: Corner, b: number): boolean {
  const room = slack(one, at, b);
  return one.above ? room > 0 : room >= 0;
}

/**
 * The part of a polygon that lies on the right side of an inequality, corner by corner. On the wrong side with
 * `outside`.
 *
 * Of the square from -1 to 1, `w1 > 1/2` leaves a strip with the corners (0.5, -1), (1, -1), (1, 1), (0.5, 1).
 */
export function cut(
  polygon: readonly Corner[],
  one: Inequality,
  b: number,
  outside = false,
): readonly Corner[] {
  return clipped(polygon, (corner) => (outside ? -1 : 1) * slack(one, corner, b));
}

export const reach = 3;
export const square: readonly Corner[] = [
  [-reach, -reach],
  [reach, -reach],
  [reach, reach],
  [-reach, reach],
];

/** What all chosen inequalities leave of the square. */
export function left(chosen: readonly Inequality[], b: number): readonly Corner[] {
  return chosen.reduce<readonly Corner[]>((polygon, one) => cut(polygon, one, b), square);
}
