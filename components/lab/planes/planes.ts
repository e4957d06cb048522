// The four inequalities that a linear classifier of XOR has to meet, as half-planes of its two weights.

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

export type Corner = readonly [w1: number, w2: number];

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
  const room = (corner: Corner) => (outside ? -1 : 1) * slack(one, corner, b);
  return polygon.flatMap((corner, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [here, there] = [room(corner), room(next)];
    const kept: Corner[] = here >= 0 ? [corner] : [];
    if (here >= 0 !== there >= 0) {
      const t = here / (here - there);
      kept.push([corner[0] + t * (next[0] - corner[0]), corner[1] + t * (next[1] - corner[1])]);
    }
    return kept;
  });
}

export const reach = 3;
export const square: readonly Corner[] = [
  [-reach, -reach],
  [reach, -reach],
  [reach, reach],
  [-reach, reach],
];

/** Twice the area of a polygon is a sum over its sides. */
export function area(polygon: readonly Corner[]): number {
  return Math.abs(
    polygon.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
}

/** Whether a polygon has no inside. */
export const isEmpty = (polygon: readonly Corner[]) => polygon.length < 3 || area(polygon) < 1e-9;

/** What all chosen inequalities leave of the square. */
export function left(chosen: readonly Inequality[], b: number): readonly Corner[] {
  return chosen.reduce<readonly Corner[]>((polygon, one) => cut(polygon, one, b), square);
}
