// The course of an edge: a smooth line through the points of the layout, from rim to rim of its nodes.

import type { Point } from './types.ts';

/** Radius of a node. */
export const radius = 22;

/** From where to where a stretch of an edge runs, and the point that it bends towards. */
type Stretch = readonly [start: Point, bend: Point, end: Point];

/** An SVG path from one centre to another through what lies between; it begins and ends at the rims. */
export function edgePath(from: Point, to: Point, between: readonly Point[]): string {
  const stretches = stretchesOf(from, to, between);
  const begin = `M${at(stretches[0]![0])}`;
  if (between.length === 0) return `${begin}L${at(stretches[0]![2])}`;
  return begin + stretches.map(([, bend, end]) => `Q${at(bend)} ${at(end)}`).join('');
}

function stretchesOf(from: Point, to: Point, between: readonly Point[]): Stretch[] {
  const begin = towards(from, between[0] ?? to, radius + 1);
  const end = towards(to, between.at(-1) ?? from, radius + 4);
  const bends = between.length > 0 ? between : [half(begin, end)];
  const stops = bends.slice(1).map((bend, i) => half(bends[i]!, bend));
  return bends.map((bend, i) => [stops[i - 1] ?? begin, bend, stops[i] ?? end]);
}

/** The point of an edge that lies `part` of the way along it, and a step to its left. */
export function along(
  from: Point,
  to: Point,
  between: readonly Point[],
  part: number,
): { at: Point; aside: Point } {
  const stretches = stretchesOf(from, to, between);
  const i = Math.min(Math.floor(part * stretches.length), stretches.length - 1);
  const [start, bend, end] = stretches[i]!;
  const t = part * stretches.length - i;
  const of = (c: 'x' | 'y') => (1 - t) ** 2 * start[c] + 2 * t * (1 - t) * bend[c] + t ** 2 * end[c];
  const slope = (c: 'x' | 'y') => (1 - t) * (bend[c] - start[c]) + t * (end[c] - bend[c]);
  const length = Math.hypot(slope('x'), slope('y')) || 1;
  return { at: { x: of('x'), y: of('y') }, aside: { x: slope('y') / length, y: -slope('x') / length } };
}

const half = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
