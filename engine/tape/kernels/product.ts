// The matrix product that training spends its time in: small ones as pairs of sums, large ones in packed blocks.
//
// Every sum runs in the order of the inner axis, and what it is added to comes last: neither pairs nor blocks nor
// packing change a bit of the result.
import type { Layout } from '../layout.ts';
import { ADD, type Write } from '../op.ts';
import { block, packColumns } from './block.ts';

/** Below this many multiplications packing costs more than it saves. */
const SMALL = 256;

/**
 * Z = X Y, or Z += X Y, for matrices that lie as the layouts `left` and `right` say, and the result as `result`. The
 * rows of X must be evenly apart, and its columns.
 */
export class Product {
  declare readonly left: Layout;
  declare readonly right: Layout;
  declare readonly result: Layout;
  declare private readonly small: boolean;

  constructor(left: Layout, right: Layout, result: Layout) {
    this.left = left;
    this.right = right;
    this.result = result;
    // Matrices whose entries are found by lists only have no steps.
    this.small = left.m * left.n * right.n <= SMALL && right.across * result.down !== 0;
  }

  /** The matrices begin at `x`, `y` and `z`. */
  run(
    X: Float64Array,
    x: number,
    Y: Float64Array,
    y: number,
    Z: Float64Array,
    z: number,
    write: Write,
  ): void {
    if (!this.small) {
      this.blocks(X, x, Y, y, Z, z, write);
      return;
    }
    const { m, n: k, down: nextX, across: alongX } = this.left;
    const { n, across: nextY, down: alongY } = this.right;
    const { down, across } = this.result;
    const add = write === ADD;
    // An access here has the arrays checked once, and not again in the loops.
    X[x];
    Y[y];
    Z[z];
    for (let i = 0; i < m; i += 2) {
      // A last odd row is its own partner, and written twice.
      const next = i + 1 < m ? nextX : 0;
      const lower = i + 1 < m ? down : 0;
      for (let j = 0; j < n; j++) {
        let q = x + i * nextX;
        let r = y + j * nextY;
        const o = z + i * down + j * across;
        let s0 = 0;
        let s1 = 0;
        for (let p = 0; p < k; p++) {
          s0 += X[q]! * Y[r]!;
          s1 += X[q + next]! * Y[r]!;
          q += alongX;
          r += alongY;
        }
        if (add) {
          s0 += Z[o]!;
          s1 += Z[o + lower]!;
        }
        Z[o] = s0;
        Z[o + lower] = s1;
      }
    }
  }

  /** The same for large matrices, and for those whose entries are found by lists only. */
  private blocks(
    X: Float64Array,
    x: number,
    Y: Float64Array,
    y: number,
    Z: Float64Array,
    z: number,
    write: Write,
  ) {
    const { m, n: k, down, across } = this.left;
    const { rows, columns } = this.result;
    for (let j = 0; j < columns.length; j += 4) {
      packColumns(Y, y, this.right, j);
      for (let i = 0; i < m; i += 2) {
        // A last odd row is its own partner, and written once.
        const other = Math.min(i + 1, m - 1);
        block(
          X,
          x + i * down,
          (other - i) * down,
          across,
          k,
          Z,
          z + rows[i]!,
          rows[other]! - rows[i]!,
          columns,
          j,
          write,
        );
      }
    }
  }
}
