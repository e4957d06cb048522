// The course of an edge: a smooth line through the points of the layout, from rim to rim of its nodes.

import type { Point } from './types.ts';

/** Radius of a node. */
export const radius = 22;

/** An SVG path from one centre to another through what lies between; it begins and ends at the rims. */
export function edgePath(from: Point, to: Point, between: readonly Point[]): string {
  const start = towards(from, between[0] ?? to, radius + 1);
  const end = towards(to, between.at(-1) ?? from, radius + 4);
  if (between.length === 0) return `M${at(start)}L${at(end)}`;
  let path = `M${at(start)}`;
  for (const [i, point] of between.entries()) {
    const next = between[i + 1];
    const stop = next ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } : end;
    path += `Q${at(point)} ${at(stop)}`;
  }
  return path;
}

/** The middle of an edge, where its label stands. */
export function middle(from: Point, to: Point, between: readonly Point[]): Point {
  if (between.length === 0) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (between.length % 2 === 1) {
    // A curve stays inside its control points: half way between the point and the chord.
    const point = between[(between.length - 1) / 2]!;
    const a = between[(between.length - 1) / 2 - 1] ?? from;
    const b = between[(between.length - 1) / 2 + 1] ?? to;
    return { x: (2 * point.x + a.x + b.x) / 4, y: (2 * point.y + a.y + b.y) / 4 };
  }
  const a = between[between.length / 2 - 1]!;
  const b = between[between.length / 2]!;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
