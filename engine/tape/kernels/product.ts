// The matrix product that training spends its time in, put together from blocks of 2 rows by 4 columns.
import type { Layout } from '../layout.ts';
import { block } from './block.ts';

/** Below this many multiplications packing costs more than it saves. */
const SMALL = 256;

/** Working space for packed rows and columns, kept from one call to the next. */
let left = new Float64Array(0);
let right = left;

/**
 * Z = X Y, or Z += X Y with `add`, for matrices that begin at `x`, `y` and `z` and lie as `A`, `B` and `C` say.
 * Each sum runs in the order of the inner axis, whatever the sizes.
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
  add: boolean,
): void {
  const { rows, columns } = A;
  const { rows: down, columns: across } = B;
  const m = rows.length;
  const k = columns.length;
  const n = across.length;
  if (m * n * k <= SMALL) {
    for (let i = 0; i < m; i++) {
      const first = x + rows[i]!;
      const line = z + C.rows[i]!;
      for (let j = 0; j < n; j++) {
        const second = y + across[j]!;
        const o = line + C.columns[j]!;
        let sum = 0;
        for (let p = 0; p < k; p++) sum += X[first + columns[p]!]! * Y[second + down[p]!]!;
        Z[o] = add ? Z[o]! + sum : sum;
      }
    }
    return;
  }
  if (right.length < 4 * k) right = new Float64Array(4 * k);
  // Rows whose entries lie side by side are read where they are; others are packed two by two.
  const packed = columns[k - 1] !== k - 1;
  if (packed) packRows(X, x, A);
  for (let j = 0; j < n; j += 4) {
    packColumns(Y, y, B, j);
    for (let i = 0; i < m; i += 2) {
      // A last odd row is its own partner, and written once.
      const pair = i + 1 < m;
      const row = rows[i]!;
      const next = pair ? rows[i + 1]! - row : 0;
      const lower = pair ? C.rows[i + 1]! - C.rows[i]! : 0;
      const from = packed ? i * k : x + row;
      block(
        packed ? left : X,
        from,
        packed ? 1 : next,
        packed ? 2 : 1,
        right,
        k,
        Z,
        z + C.rows[i]!,
        lower,
        C.columns,
        j,
        add,
      );
    }
  }
}

/** Packs X as pairs of rows: for each pair, the two entries of column 0, then of column 1, and so on. */
function packRows(X: Float64Array, x: number, { rows, columns }: Layout): void {
  const k = columns.length;
  const length = (rows.length + 1) * k;
  if (left.length < length) left = new Float64Array(length);
  for (let i = 0, o = 0; i < rows.length; i += 2) {
    const first = x + rows[i]!;
    const second = x + rows[Math.min(i + 1, rows.length - 1)]!;
    for (let p = 0; p < k; p++, o += 2) {
      left[o] = X[first + columns[p]!]!;
      left[o + 1] = X[second + columns[p]!]!;
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
    right[o] = Y[q + c0]!;
    right[o + 1] = Y[q + c1]!;
    right[o + 2] = Y[q + c2]!;
    right[o + 3] = Y[q + c3]!;
  }
}
