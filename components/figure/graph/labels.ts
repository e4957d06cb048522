// Where the labels of edges stand: on their edge, near its middle, and clear of each other and of the nodes.

import { along } from './curve.ts';
import { edgeKey, type GraphLayout, type Point } from './types.ts';

/** A label of three signs, and a node with its two flags, in the units of the drawing. */
const label = { width: 34, height: 22 };
const node = { width: 48, height: 88 };

/** Parts of the way, and steps to the side: the sooner, the better liked. */
const parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const asides = [0, -9, 9];
const wishes = parts
  .flatMap((part, i) => asides.map((aside, j) => ({ part, aside, cost: i + 3 * j })))
  .sort((a, b) => a.cost - b.cost);

/** The place of each edge's label, by the key of the edge: the same at every step, so that none moves. */
export function labelPlaces(layout: GraphLayout): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const nodes = Object.values(layout.nodes);
  for (const edge of layout.edges) {
    const [from, to] = [layout.nodes[edge.from]!, layout.nodes[edge.to]!];
    let best: { at: Point; cost: number } | undefined;
    for (const { part, aside, cost } of wishes) {
      const point = along(from, to, edge.points, part);
      const at = {
        x: Math.round(point.at.x + aside * point.aside.x),
        y: Math.round(point.at.y + aside * point.aside.y),
      };
      const covered =
        [...places.values()].reduce((sum, other) => sum + overlap(at, other, label), 0) +
        nodes.reduce((sum, other) => sum + overlap(at, other, node), 0);
      if (!best || covered + cost < best.cost) best = { at, cost: covered + cost };
    }
    places.set(edgeKey(edge), best!.at);
  }
  return places;
}

/** The area that a label at one place has in common with a box around another. */
function overlap(a: Point, b: Point, box: { readonly width: number; readonly height: number }): number {
  const width = (label.width + box.width) / 2 - Math.abs(a.x - b.x);
  const height = (label.height + box.height) / 2 - Math.abs(a.y - b.y);
  return Math.max(0, width) * Math.max(0, height);
}
