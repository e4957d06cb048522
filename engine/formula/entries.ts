// The values of a formula at a point, an entry for each value of its free indices.

import type { Expr } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { evaluateMatrix } from './evaluate-matrix.ts';
import { type BoundAxes, checkIndices } from './indices.ts';
import type { Point } from './point.ts';
import type { Ground } from './points.ts';

/** The values of one tree at one point, an entry for each value of the free indices. */
export function entriesOf<T>(tree: Expr, ground: Ground, point: Point<T>, bound: BoundAxes): T[] {
  if (ground.notation === 'matrix') return [...evaluateMatrix(tree, point).data];
  const values: T[] = [];
  forEachIndex(ground, point, (at) => values.push(evaluate(tree, point, at, bound)));
  return values;
}

/** True where `test` holds for every entry of a tree; stops at the first for which it does not. */
export function everyEntry<T>(
  { tree, bound }: Prepared,
  ground: Ground,
  point: Point<T>,
  test: (value: T, i: number) => boolean,
): boolean {
  if (ground.notation === 'matrix') return evaluateMatrix(tree, point).data.every(test);
  const places: ReadonlyMap<string, number>[] = [];
  forEachIndex(ground, point, (at) => places.push(at));
  return places.every((at, i) => test(evaluate(tree, point, at, bound), i));
}

/** Runs over all values of the free indices, the last one fastest. */
export function forEachIndex<T>(
  ground: Ground,
  point: Point<T>,
  visit: (at: ReadonlyMap<string, number>) => void,
): void {
  const names = [...ground.free.keys()];
  const at = new Map<string, number>();
  const walk = (i: number): void => {
    const name = names[i];
    if (name === undefined) {
      visit(new Map(at));
      return;
    }
    const axis = ground.free.get(name);
    const length = axis ? point.size(axis) : 1;
    for (let k = 0; k < length; k += 1) {
      at.set(name, k);
      walk(i + 1);
    }
  };
  walk(0);
}

/** A tree with the axes of its sums worked out once. */
export interface Prepared {
  readonly tree: Expr;
  readonly bound: BoundAxes;
}

/** Checks the indices of a tree against the ground; throws a FitFault where they do not fit. */
export function prepare(tree: Expr, ground: Ground): Prepared {
  return {
    tree,
    bound: ground.notation === 'matrix' ? new Map() : checkIndices(tree, ground.model.names, ground.free),
  };
}
