// The matrix product that training spends its time in: packed, and computed in blocks of 2 rows by 4 columns.
//
// Eight sums fit into the registers of a processor; for every step along the inner axis they need only six loads.
// Both matrices are first packed, so that those loads are neighbours in memory whichever way a matrix is stored.
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
  packRows(m, k, A, a, aRow, aColumn);
  for (let j = 0; j < n; j += 4) {
    packColumns(Math.min(4, n - j), k, B, b + j * bColumn, bRow, bColumn);
    for (let i = 0; i < m; i += 2) block(m, n, k, i, j, C, c, add);
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

/** Packs A as pairs of rows: for each pair, the two entries of column 0, then of column 1, ... A last odd row gets a zero partner. */
function packRows(m: number, k: number, A: Float64Array, a: number, aRow: number, aColumn: number): void {
  const length = (m + (m & 1)) * k;
  if (rows.length < length) rows = new Float64Array(length);
  const to = rows;
  for (let i = 0, o = 0; i < m; i += 2) {
    let x = a + i * aRow;
    const odd = i + 1 === m;
    for (let p = 0; p < k; p++, o += 2, x += aColumn) {
      to[o] = A[x]!;
      to[o + 1] = odd ? 0 : A[x + aRow]!;
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

/** One block of 2 x 4 sums, from row i and column j on. */
function block(
  m: number,
  n: number,
  k: number,
  i: number,
  j: number,
  C: Float64Array,
  c: number,
  add: boolean,
): void {
  const X = rows;
  const Y = columns;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let x = i * k, y = 0, end = x + 2 * k; x < end; x += 2, y += 4) {
    const x0 = X[x]!;
    const x1 = X[x + 1]!;
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
  const width = n - j;
  put(C, c + i * n + j, width, s00, s01, s02, s03, add);
  if (i + 1 < m) put(C, c + (i + 1) * n + j, width, s10, s11, s12, s13, add);
}

/** Writes, or adds, up to four neighbours. */
function put(
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
