// The innermost loop of all training: a block of 2 rows by 4 columns of sums of products.
//
// Eight sums fit into the registers of a processor and need only six loads for each step along the inner axis.
import type { Layout } from '../layout.ts';
import { ADD, type Write } from '../op.ts';

/** Four columns side by side, entry p of column j at 4 p + j; kept from one call to the next. */
let packed = new Float64Array(0);

/** Packs four columns of Y, from column j on; missing ones are copies of the last. */
export function packColumns(Y: Float64Array, y: number, { rows, columns }: Layout, j: number): void {
  if (packed.length < 4 * rows.length) packed = new Float64Array(4 * rows.length);
  const last = columns.length - 1;
  const c0 = y + columns[j]!;
  const c1 = y + columns[Math.min(j + 1, last)]!;
  const c2 = y + columns[Math.min(j + 2, last)]!;
  const c3 = y + columns[Math.min(j + 3, last)]!;
  for (let p = 0, o = 0; p < rows.length; p++, o += 4) {
    const q = rows[p]!;
    packed[o] = Y[q + c0]!;
    packed[o | 1] = Y[q + c1]!;
    packed[o | 2] = Y[q + c2]!;
    packed[o | 3] = Y[q + c3]!;
  }
}

/** Two rows as they lie in memory, entries `by` apart, times the packed columns from column j on. */
export function block(
  X: Float64Array,
  x: number,
  /** How far behind the first the second row begins. */
  next: number,
  by: number,
  k: number,
  /** Where the results go: to `z + columns[j]` and up to three more, the second row `down` behind unless that is 0. */
  Z: Float64Array,
  z: number,
  down: number,
  columns: Int32Array,
  j: number,
  write: Write,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  const Y = packed;
  let q = x;
  // Whole numbers cut to 32 bits need not be checked for having grown larger; y is a multiple of 4.
  for (let y = 0, end = 4 * k; y < end; y += 4, q = (q + by) | 0) {
    const x0 = X[q]!;
    const x1 = X[(q + next) | 0]!;
    const y0 = Y[y]!;
    const y1 = Y[y | 1]!;
    const y2 = Y[y | 2]!;
    const y3 = Y[y | 3]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
  }
  put(Z, z, columns, j, s00, s01, s02, s03, write);
  if (down !== 0) put(Z, z + down, columns, j, s10, s11, s12, s13, write);
}

/** Writes, or adds, four numbers to a row, from column j on; missing columns are copies of the last. */
function put(
  Z: Float64Array,
  z: number,
  columns: Int32Array,
  j: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  write: Write,
): void {
  const last = columns.length - 1;
  const o0 = z + columns[j]!;
  const o1 = z + columns[Math.min(j + 1, last)]!;
  const o2 = z + columns[Math.min(j + 2, last)]!;
  const o3 = z + columns[Math.min(j + 3, last)]!;
  if (write === ADD) {
    s0 += Z[o0]!;
    s1 += Z[o1]!;
    s2 += Z[o2]!;
    s3 += Z[o3]!;
  }
  Z[o0] = s0;
  Z[o1] = s1;
  Z[o2] = s2;
  Z[o3] = s3;
}
