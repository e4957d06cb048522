// Where entries lie in memory: lists of places, and the pairs of lists that make a matrix of anything.
import { type Shape, sizeOf } from './shape.ts';

/**
 * A matrix whose entry (i, j) stands at `rows[i] + columns[j]`. The lists may be any: the windows of an image are a
 * matrix, one a row, whose entries overlap.
 */
export interface Layout {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** The transpose: the same numbers, with the two lists swapped. */
  readonly turned: Layout;
}

export function layout(rows: Int32Array, columns: Int32Array): Layout {
  const turned = { rows: columns, columns: rows } as {
    rows: Int32Array;
    columns: Int32Array;
    turned: Layout;
  };
  const straight = { rows, columns, turned };
  turned.turned = straight;
  return straight;
}

/** An m x n matrix stored row after row. */
export function matrix(m: number, n: number): Layout {
  return layout(places([m], [n]), places([n], [1]));
}

/** The entries of a block of shape `lengths`, in order, if one step along axis k means `steps[k]` places. */
export function places(lengths: Shape, steps: readonly number[], start = 0): Int32Array {
  let list = [start];
  lengths.forEach((length, axis) => {
    list = list.flatMap((place) => Array.from({ length }, (_, i) => place + i * steps[axis]!));
  });
  return Int32Array.from(list);
}

/** How many places one step along each axis of a tensor means: `[3, 1]` for shape [2, 3]. */
export function stepsOf(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}
