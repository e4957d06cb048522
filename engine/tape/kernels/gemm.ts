// The matrix product that training spends its time in, put together from blocks of 2 rows by 4 columns.
import { block, panel } from './block.ts';

/** Working space for packed rows, kept from one call to the next. */
let rows = new Float64Array(0);

/** Below this many multiplications packing costs more than it saves. */
const SMALL = 256;

/**
 * C = A B, or C += A B with `add`; C is m x n, stored row after row from `c`.
 * Entry (i, p) of A lies at `a + i * aRow + p * aColumn`, entry (p, j) of B at `b + p * bRow + j * bColumn`,
 * so a transposed matrix is one with its two steps swapped.
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  A: Float64Array,
  a: number,
  aRow: number,
  aColumn: number,
  B: Float64Array,
  b: number,
  bRow: number,
  bColumn: number,
  C: Float64Array,
  c: number,
  add: boolean,
): void {
  if (m * n * k <= SMALL) {
    small(m, n, k, A, a, aRow, aColumn, B, b, bRow, bColumn, C, c, add);
    return;
  }
  // Rows that lie in order are read where they are; others are packed two by two.
  const packed = aColumn !== 1;
  if (packed) packRows(m, k, A, a, aRow, aColumn);
  const X = packed ? rows : A;
  const start = packed ? 0 : a;
  const row = packed ? k : aRow;
  const next = packed ? 1 : aRow;
  const by = packed ? 2 : 1;
  const Y = panel(4 * k);
  for (let j = 0; j < n; j += 4) {
    const width = Math.min(4, n - j);
    packColumns(Y, width, k, B, b + j * bColumn, bRow, bColumn);
    for (let i = 0; i < m; i += 2) {
      // A last odd row is its own partner, and written once.
      const pair = i + 1 < m;
      block(X, start + i * row, pair ? next : 0, by, Y, k, C, c + i * n + j, pair ? n : 0, width, add);
    }
  }
}

/** The textbook triple loop. */
function small(
  m: number,
  n: number,
  k: number,
  A: Float64Array,
  a: number,
  aRow: number,
  aColumn: number,
  B: Float64Array,
  b: number,
  bRow: number,
  bColumn: number,
  C: Float64Array,
  c: number,
  add: boolean,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let x = a + i * aRow;
      let y = b + j * bColumn;
      let sum = A[x]! * B[y]!;
      for (let p = 1; p < k; p++) {
        x += aColumn;
        y += bRow;
        sum += A[x]! * B[y]!;
      }
      const o = c + i * n + j;
      C[o] = add ? C[o]! + sum : sum;
    }
  }
}

/** Packs A as pairs of rows: for each pair, the two entries of column 0, then of column 1, and so on. */
function packRows(m: number, k: number, A: Float64Array, a: number, aRow: number, aColumn: number): void {
  const length = (m + (m & 1)) * k;
  if (rows.length < length) rows = new Float64Array(length);
  const to = rows;
  for (let i = 0, o = 0; i < m; i += 2) {
    let x = a + i * aRow;
    const next = i + 1 < m ? aRow : 0;
    for (let p = 0; p < k; p++, o += 2, x += aColumn) {
      to[o] = A[x]!;
      to[o + 1] = A[x + next]!;
    }
  }
}

/** Packs up to four columns of B side by side; missing ones are copies of the last. */
function packColumns(
  Y: Float64Array,
  width: number,
  k: number,
  B: Float64Array,
  b: number,
  bRow: number,
  bColumn: number,
): void {
  const one = Math.min(1, width - 1) * bColumn;
  const two = Math.min(2, width - 1) * bColumn;
  const three = Math.min(3, width - 1) * bColumn;
  for (let x = b, y = 0; y < 4 * k; x += bRow, y += 4) {
    Y[y] = B[x]!;
    Y[y + 1] = B[x + one]!;
    Y[y + 2] = B[x + two]!;
    Y[y + 3] = B[x + three]!;
  }
}
