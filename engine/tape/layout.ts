// Where entries lie in memory: lists of places, and the pairs of lists that make a matrix of anything.
import { type Shape, sizeOf } from './shape.ts';

/**
 * A matrix whose entry (i, j) stands at `rows[i] + columns[j]`. The lists may be any: the windows of an image are a
 * matrix, one a row, whose entries overlap.
 */
export class Layout {
  declare readonly rows: Int32Array;
  declare readonly columns: Int32Array;
  /** How many rows and columns there are. */
  declare readonly m: number;
  declare readonly n: number;
  /** How far neighbouring rows and columns are apart; both 0 if that is not the same everywhere. */
  declare readonly down: number;
  declare readonly across: number;
  /** The transpose: the same numbers, with rows and columns swapped. */
  declare readonly turned: Layout;

  constructor(rows: Int32Array, columns: Int32Array, down = 0, across = 0, turned?: Layout) {
    this.rows = rows;
    this.columns = columns;
    this.m = rows.length;
    this.n = columns.length;
    this.down = down;
    this.across = across;
    this.turned = turned ?? new Layout(columns, rows, across, down, this);
  }
}

/** An m x n matrix stored row after row. */
export function matrix(m: number, n: number): Layout {
  return new Layout(places([m], [n]), places([n], [1]), n, 1);
}

/** The entries of a block of shape `lengths`, in order, if one step along axis k means `steps[k]` places. */
export function places(lengths: Shape, steps: readonly number[], start = 0): Int32Array {
  let after = sizeOf(lengths);
  const list = new Int32Array(after).fill(start);
  lengths.forEach((length, axis) => {
    // One step along this axis passes so many entries.
    after /= length;
    for (let o = 0; o < list.length; o++) list[o]! += (Math.floor(o / after) % length) * steps[axis]!;
  });
  return list;
}

/** How many places one step along each axis of a tensor means: `[3, 1]` for shape [2, 3]. */
export function stepsOf(shape: Shape): number[] {
  return shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
}
