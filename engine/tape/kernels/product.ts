// The matrix product that training spends its time in, put together from blocks of 2 rows by 4 columns.
import type { Layout } from '../layout.ts';
import { ADD, type Write } from '../op.ts';
import { block } from './block.ts';

/** Below this many multiplications packing costs more than it saves. */
const SMALL = 256;

/** Working space for packed columns, kept from one call to the next. */
let packed = new Float64Array(0);

/**
 * Z = X Y, or Z += X Y if `write` says so, for matrices that begin at `x`, `y` and `z` and lie as `A`, `B` and `C` say.
 * The rows of X must be evenly apart, and its columns. Each sum runs in the order of the inner axis, whatever the sizes.
 */
export function product(
  X: Float64Array,
  x: number,
  A: Layout,
  Y: Float64Array,
  y: number,
  B: Layout,
  Z: Float64Array,
  z: number,
  C: Layout,
  write: Write,
): void {
  const { m, n: k, down: nextX, across: alongX } = A;
  const { n, across: nextY, down: alongY } = B;
  const { down, across } = C;
  const add = write === ADD;
  if (m * n * k > SMALL || nextY * down === 0) {
    blocked(X, x, A, Y, y, B, Z, z, C, write);
    return;
  }
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
function blocked(
  X: Float64Array,
  x: number,
  A: Layout,
  Y: Float64Array,
  y: number,
  B: Layout,
  Z: Float64Array,
  z: number,
  C: Layout,
  write: Write,
): void {
  const { m, n: k, down, across } = A;
  if (packed.length < 4 * k) packed = new Float64Array(4 * k);
  for (let j = 0; j < B.n; j += 4) {
    packColumns(Y, y, B, j);
    for (let i = 0; i < m; i += 2) {
      // A last odd row is its own partner, and written once.
      const other = Math.min(i + 1, m - 1);
      const lower = C.rows[other]! - C.rows[i]!;
      block(
        X,
        x + i * down,
        (other - i) * down,
        across,
        packed,
        k,
        Z,
        z + C.rows[i]!,
        lower,
        C.columns,
        j,
        write,
      );
    }
  }
}

/** Packs four columns of Y, from column j on, side by side; missing ones are copies of the last. */
function packColumns(Y: Float64Array, y: number, { rows, columns }: Layout, j: number): void {
  const last = columns.length - 1;
  const c0 = y + columns[j]!;
  const c1 = y + columns[Math.min(j + 1, last)]!;
  const c2 = y + columns[Math.min(j + 2, last)]!;
  const c3 = y + columns[Math.min(j + 3, last)]!;
  for (let p = 0, o = 0; p < rows.length; p++, o += 4) {
    const q = rows[p]!;
    packed[o] = Y[q + c0]!;
    packed[o + 1] = Y[q + c1]!;
    packed[o + 2] = Y[q + c2]!;
    packed[o + 3] = Y[q + c3]!;
  }
}
