// The output of the XOR net over a square of the plane, and the line where it passes one half.

import { createTape, type Node, type Tape } from '../../../engine/tape/index.ts';
import type { XorWeights } from './net.ts';

export interface Field {
  /** Points on each side; row 0 is the top of the picture. */
  readonly side: number;
  /** Outputs for these weights, row by row. */
  outputs(weights: XorWeights): Float64Array;
}

/** The square that is shown: both inputs from -0.5 to 1.5. */
export const square = { low: -0.5, high: 1.5 } as const;

/** The net recorded once over all points of a grid. */
export function createField(side: number): Field {
  const tape: Tape = createTape();
  const at = (i: number) => square.low + ((square.high - square.low) * i) / (side - 1);
  const grid = Array.from({ length: side * side }, (_, i) => [
    at(i % side),
    at(side - 1 - Math.floor(i / side)),
  ]).flat();
  const w = tape.parameter([2, 2], 0);
  const v = tape.parameter([2, 1], 0);
  const y: Node = tape.matmul(tape.relu(tape.matmul(tape.constant([side * side, 2], grid), w)), v);
  return {
    side,
    outputs([w11, w12, w21, w22, v1, v2]) {
      tape.set(w, [w11!, w21!, w12!, w22!]);
      tape.set(v, [v1!, v2!]);
      tape.forward();
      return tape.values.subarray(y.at, y.at + side * side);
    },
  };
}

/**
 * Where a field crosses a level: pieces of line in units of the grid, cell by cell (marching squares). Four numbers
 * a piece: x and y of both ends.
 */
export function crossings(values: ArrayLike<number>, side: number, level: number): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const corner = (dx: number, dy: number) => values[(row + dy) * side + column + dx]! - level;
      const ends: number[] = [];
      const edge = (ax: number, ay: number, bx: number, by: number) => {
        const [a, b] = [corner(ax, ay), corner(bx, by)];
        if (a > 0 === b > 0) return;
        const t = a / (a - b);
        ends.push(column + ax + t * (bx - ax), row + ay + t * (by - ay));
      };
      edge(0, 0, 1, 0);
      edge(1, 0, 1, 1);
      edge(0, 1, 1, 1);
      edge(0, 0, 0, 1);
      if (ends.length >= 4) found.push(...ends.slice(0, 4));
      if (ends.length === 8) found.push(...ends.slice(4));
    }
  }
  return found;
}

/** The line w1 x1 + w2 x2 = 0 inside the square: its two ends, or nothing where both weights are 0. */
export function hiddenLine(w1: number, w2: number): readonly [number, number, number, number] | undefined {
  const size = Math.hypot(w1, w2);
  if (size < 1e-9) return undefined;
  // Along (-w2, w1) from the origin, as far as the square goes on each side.
  const [dx, dy] = [-w2 / size, w1 / size];
  const reach = (sx: number, sy: number) =>
    Math.min(
      sx === 0 ? Infinity : (sx > 0 ? square.high : square.low) / sx,
      sy === 0 ? Infinity : (sy > 0 ? square.high : square.low) / sy,
    );
  const [ahead, back] = [reach(dx, dy), reach(-dx, -dy)];
  return [-dx * back, -dy * back, dx * ahead, dy * ahead];
}
