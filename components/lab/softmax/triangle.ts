// The simplex of three probabilities as a triangle in the plane.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const picture = { width: 240, height: 250 } as const;

/** Where only one probability is left: class 0 at the left, class 1 at the right, class 2 on top. */
export const corners: readonly Spot[] = [
  { x: 20, y: 190 },
  { x: 220, y: 190 },
  { x: 120, y: 190 - 200 * Math.sqrt(0.75) },
];

/**
 * The place of three numbers: the corners weighted by them. Probabilities lie in the triangle; a direction whose
 * numbers add up to 0 is a difference of two places.
 */
export function spotOf(weights: readonly number[]): Spot {
  return {
    x: weights.reduce((sum, weight, k) => sum + weight * corners[k]!.x, 0),
    y: weights.reduce((sum, weight, k) => sum + weight * corners[k]!.y, 0),
  };
}
