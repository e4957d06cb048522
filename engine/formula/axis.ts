// Axes with their layer worked out, so that two of them can be compared: K, n^{l+1}, 2.

import type { NameNode } from './ast.ts';
import { type Linear, linear, linearText, linearTree } from './linear.ts';
import { formOf } from './model.ts';
import type { Axis, Meaning } from './scope.ts';

export interface ResolvedAxis {
  readonly size: string;
  readonly layer: Linear | null;
  /** The same text for the same axis. */
  readonly key: string;
}

/** An axis whose size is not known (yet). */
export const OPEN: ResolvedAxis = { size: '?', layer: null, key: '?' };

export function resolve(axis: Axis, layers?: ReadonlyMap<string, Linear>): ResolvedAxis {
  const layer = axis.layer ? linear(axis.layer, layers) : null;
  return { size: axis.size, layer, key: layer ? `${axis.size}^{${linearText(layer)}}` : axis.size };
}

/** The axes of an array as it is written here: W_kj^{l+1} has units of layer l+1 by units of layer l. */
export function axesOf(node: NameNode, meaning: Extract<Meaning, { role: 'array' }>): ResolvedAxis[] {
  const form = formOf(meaning, node.layer);
  const given = node.layer ? linear(node.layer) : null;
  const layers = form.layer?.type === 'name' && given ? new Map([[form.layer.name, given]]) : undefined;
  return form.axes.map((axis) => (axis.size === '?' ? OPEN : resolve(axis, layers)));
}

/** The axis as a declaration would write it. */
export function unresolve(axis: ResolvedAxis): Axis {
  return axis.layer ? { size: axis.size, layer: linearTree(axis.layer) } : { size: axis.size };
}
