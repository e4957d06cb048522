// Convex polygons in a plane of two numbers, cut by lines.

export type Corner = readonly [x: number, y: number];

/** The part of a polygon where `room`, a linear function, is not negative. */
export function clipped(polygon: readonly Corner[], room: (corner: Corner) => number): readonly Corner[] {
  return walk(polygon, room, true);
}

/** The two points in which the line `height` = 0 enters and leaves a polygon; none where it does not cross it. */
export function crossing(polygon: readonly Corner[], height: (corner: Corner) => number): readonly Corner[] {
  return walk(polygon, height, false);
}

/** Around the polygon: the places where a linear function changes its sign, and between them the corners it is not negative at. */
function walk(
  polygon: readonly Corner[],
  height: (corner: Corner) => number,
  corners: boolean,
): readonly Corner[] {
  return polygon.flatMap((corner, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [here, there] = [height(corner), height(next)];
    const found: Corner[] = corners && here >= 0 ? [corner] : [];
    if (here >= 0 !== there >= 0) {
      const t = here / (here - there);
      found.push([corner[0] + t * (next[0] - corner[0]), corner[1] + t * (next[1] - corner[1])]);
    }
    return found;
  });
}

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
