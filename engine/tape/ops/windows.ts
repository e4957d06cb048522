// Operations whose results are each made from a window of entries: sums, means, largest entries, and mere moves.
//
// Every such op has one form: row o of a layout says where the entries of result o stand in the input. Reducing an
// axis, pooling, transposing and picking a row differ only in the layout.
import type { Layout } from '../layout.ts';
import { clear, type Op, type Plan, put, SKIP, STORE, type Write } from '../op.ts';

/** What a window op works out: the shape of its result, and a window for each entry of it. */
export interface Windows extends Plan {
  readonly layout: Layout;
}

/** Settles the windows from the shape. */
type Planner<Options> = Op<Options, Windows>['plan'];

/** Sends to each result the sum of its window, divided by `divisor`. */
export function collect(
  from: Float64Array,
  x: number,
  { rows, columns }: Layout,
  to: Float64Array,
  y: number,
  divisor: number,
  write: Write,
): void {
  for (let o = 0; o < rows.length; o++) {
    let sum = 0;
    for (let t = 0; t < columns.length; t++) sum += from[x + rows[o]! + columns[t]!]!;
    put(to, y + o, write, sum / divisor);
  }
}

/** The way back: adds each result, divided by `divisor`, to all entries of its window. */
export function spread(
  from: Float64Array,
  y: number,
  { rows, columns }: Layout,
  to: Float64Array,
  x: number,
  divisor: number,
): void {
  for (let o = 0; o < rows.length; o++) {
    const d = from[y + o]! / divisor;
    for (let t = 0; t < columns.length; t++) to[x + rows[o]! + columns[t]!]! += d;
  }
}

/** The sum of each window, divided by its size if `mean` says so. */
export function totalOp<Options>(plan: Planner<Options>, mean = false): Op<Options, Windows> {
  const divisor = ({ n }: Layout) => (mean ? n : 1);
  return {
    inputs: 1,
    plan,
    forward(v, { a, at, plan: { layout } }) {
      collect(v, a, layout, v, at, divisor(layout), STORE);
    },
    backward(_, g, { a, at, inputs, plan: { layout } }, into) {
      if (into.a === SKIP) return;
      // Windows may overlap and leave entries out.
      clear(g, into.a, a, inputs[0]!.size);
      spread(g, at, layout, g, a, divisor(layout));
    },
  };
}

/** The largest entry of each window; its gradient goes to the first of equal largest entries. NaN wins. */
export function largestOp<Options>(plan: Planner<Options>): Op<Options, Windows> {
  return {
    inputs: 1,
    plan(shapes, options, op) {
      const windows = plan(shapes, options, op);
      // The scratch remembers which entry won each window.
      return { ...windows, scratch: windows.layout.m };
    },
    forward(v, { a, at, size, plan: { layout } }) {
      const { rows, columns } = layout;
      for (let o = 0; o < size; o++) {
        let winner = a + rows[o]!;
        for (let t = 1; t < columns.length; t++) {
          const i = a + rows[o]! + columns[t]!;
          // Not "greater than": NaN wins, too.
          if (!(v[i]! <= v[winner]! || Number.isNaN(v[winner]))) winner = i;
        }
        v[at + o] = v[winner]!;
        v[at + size + o] = winner;
      }
    },
    backward(v, g, { a, at, size, inputs }, into) {
      if (into.a === SKIP) return;
      clear(g, into.a, a, inputs[0]!.size);
      for (let o = 0; o < size; o++) g[v[at + size + o]!]! += g[at + o]!;
    },
  };
}
