// Derivatives by finite differences, the independent check of everything else: five points, h = 1e-3.

import type { Expr } from './ast.ts';
import { evaluate, whole } from './evaluate.ts';
import { checkIndices } from './indices.ts';
import { entryKey, Point } from './point.ts';
import { drawReal, type Ground } from './points.ts';
import { type Real, realField } from './real-field.ts';

const H = 1e-3;
const WEIGHTS = [
  [-2, 1],
  [-1, -8],
  [1, 8],
  [2, -1],
] as const;

/** d of / d by at the index values given, by running the model five times with one entry moved. */
export function fiveDifferences(
  node: Extract<Expr, { type: 'derivative' }>,
  ground: Ground,
  seed: number,
  at: ReadonlyMap<string, number>,
): number {
  const layers = ground.layers[seed % Math.max(1, ground.layers.length)] ?? new Map();
  const options = { field: realField(), draw: drawReal, seed, variant: ground.variant, layers };
  const still = new Point<Real>(ground.model, options);
  const layer = still.layerOf(node.by);
  const places = node.by.indices.map((index) => whole(index, still, at));
  const key = entryKey(node.by.name, layer, places);
  const base = still.entry(node.by.name, layer, places);
  const bound = checkIndices(node.of, ground.model.names, new Map([...at].map(([letter]) => [letter, null])));
  let total = 0;
  for (const [steps, weight] of WEIGHTS) {
    const moved = new Point<Real>(ground.model, {
      ...options,
      override: (k, make) => (k === key ? { v: base.v + steps * H, e: base.e } : make()),
    });
    total += weight * evaluate(node.of, moved, at, bound).v;
  }
  return total / (12 * H);
}
