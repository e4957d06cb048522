// The matrix product that training spends its time in: packed, and computed in blocks of 2 rows by 4 columns.
//
// Eight sums fit into the registers of a processor; for every step along the inner axis they need only six loads.
// What does not already lie in order is first packed, so that those loads are neighbours in memory.
// Every sum runs in the order of the inner axis, so blocking and packing never change a bit of the result.

let rows = new Float64Array(0);
let columns = new Float64Array(0);

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
  for (let j = 0; j < n; j += 4) {
    packColumns(Math.min(4, n - j), k, B, b + j * bColumn, bRow, bColumn);
    for (let i = 0; i < m; i += 2) {
      // A last odd row is its own partner, and written once.
      block(
        X,
        start + i * row,
        i + 1 < m ? next : 0,
        packed ? 2 : 1,
        k,
        C,
        c + i * n + j,
        i + 1 < m ? n : 0,
        n - j,
        add,
      );
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
      let sum = 0;
      let x = a + i * aRow;
      let y = b + j * bColumn;
      for (let p = 0; p < k; p++) {
        sum += A[x]! * B[y]!;
        x += aColumn;
        y += bRow;
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

/** Packs up to four columns of B side by side; missing ones are zero. */
function packColumns(
  width: number,
  k: number,
  B: Float64Array,
  b: number,
  bRow: number,
  bColumn: number,
): void {
  if (columns.length < 4 * k) columns = new Float64Array(4 * k);
  const to = columns;
  if (width < 4) to.fill(0, 0, 4 * k);
  for (let p = 0, x = b, o = 0; p < k; p++, x += bRow, o += 4) {
    to[o] = B[x]!;
    if (width > 1) to[o + 1] = B[x + bColumn]!;
    if (width > 2) to[o + 2] = B[x + 2 * bColumn]!;
    if (width > 3) to[o + 3] = B[x + 3 * bColumn]!;
  }
}

/**
 * One block of 2 x 4 sums. The first row's entries begin at `x` and lie `by` apart, the second's lie `next` behind them.
 * Of the two rows of results the first goes to `c`, the second `down` behind it (0: there is none), `width` of each.
 */
function block(
  X: Float64Array,
  x: number,
  next: number,
  by: number,
  k: number,
  C: Float64Array,
  c: number,
  down: number,
  width: number,
  add: boolean,
): void {
  const Y = columns;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let i = x, y = 0, end = 4 * k; y < end; i += by, y += 4) {
    const x0 = X[i]!;
    const x1 = X[i + next]!;
    const y0 = Y[y]!;
    const y1 = Y[y + 1]!;
    const y2 = Y[y + 2]!;
    const y3 = Y[y + 3]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
  }
  put(C, c, width, s00, s01, s02, s03, add);
  if (down > 0) put(C, c + down, width, s10, s11, s12, s13, add);
}

/** Writes, or adds, up to four neighbours. */
export function put(
  C: Float64Array,
  o: number,
  width: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  add: boolean,
): void {
  C[o] = add ? C[o]! + s0 : s0;
  if (width > 1) C[o + 1] = add ? C[o + 1]! + s1 : s1;
  if (width > 2) C[o + 2] = add ? C[o + 2]! + s2 : s2;
  if (width > 3) C[o + 3] = add ? C[o + 3]! + s3 : s3;
}
