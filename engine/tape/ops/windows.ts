// Operations whose results are each made from a window of entries: sums, means, largest entries, and mere moves.
//
// Every such op has one form: result o is made from the input's entries at corner[o] + offset[t], for all t. Reducing
// an axis, pooling, transposing and picking a row differ only in these two lists.
import type { Op, Plan } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';

export interface Windows extends Plan {
  /** Where the window of each result begins in the input. */
  readonly corner: Int32Array;
  /** From the corner to each entry of a window. */
  readonly offset: Int32Array;
  /** Number of entries of the input. */
  readonly total: number;
}

/** Where the entries of a block of shape `lengths` lie, if one step along axis k means `steps[k]` places. */
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

type PlanWindows<Options> = (shapes: readonly Shape[], options: Options) => Windows;

/** The sum of each window, divided by its size if `mean` says so. */
export function totalOp<Options>(plan: PlanWindows<Options>, mean = false): Op<Options, Windows> {
  return {
    plan,
    forward(v, { a, at, size, plan: { corner, offset } }) {
      const divisor = mean ? offset.length : 1;
      for (let o = 0; o < size; o++) {
        let sum = 0;
        for (let t = 0; t < offset.length; t++) sum += v[a + corner[o]! + offset[t]!]!;
        v[at + o] = sum / divisor;
      }
    },
    backward(_, g, { a, at, size, plan: { corner, offset, total } }, into) {
      if (into.a === 'skip') return;
      // Windows may overlap and leave entries out, so the gradients are always added, to zero at first.
      if (into.a === 'store') g.fill(0, a, a + total);
      const divisor = mean ? offset.length : 1;
      for (let o = 0; o < size; o++) {
        const d = g[at + o]! / divisor;
        for (let t = 0; t < offset.length; t++) g[a + corner[o]! + offset[t]!]! += d;
      }
    },
  };
}

/** The largest entry of each window; its gradient goes to the first of equal largest entries. NaN wins. */
export function largestOp<Options>(plan: PlanWindows<Options>): Op<Options, Windows> {
  return {
    plan(shapes, options) {
      const windows = plan(shapes, options);
      // The scratch remembers which entry won each window.
      return { ...windows, scratch: windows.corner.length };
    },
    forward(v, { a, at, size, plan: { corner, offset } }) {
      for (let o = 0; o < size; o++) {
        let winner = a + corner[o]!;
        for (let t = 1; t < offset.length; t++) {
          const i = a + corner[o]! + offset[t]!;
          if (v[i]! > v[winner]! || (Number.isNaN(v[i]) && !Number.isNaN(v[winner]))) winner = i;
        }
        v[at + o] = v[winner]!;
        v[at + size + o] = winner;
      }
    },
    backward(v, g, { a, at, size, plan: { total } }, into) {
      if (into.a === 'skip') return;
      if (into.a === 'store') g.fill(0, a, a + total);
      for (let o = 0; o < size; o++) g[v[at + size + o]!]! += g[at + o]!;
    },
  };
}
