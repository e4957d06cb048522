// The innermost loop of all training: a block of 2 rows by 4 columns of sums of products.
//
// Eight sums fit into the registers of a processor and need only six loads for each step along the inner axis; two
// steps a round save a quarter of the time. Every sum runs in the order of the inner axis, so that neither blocks
// nor packing change a bit of the result.

/** Two rows as they lie in memory: entries `by` apart from `x` on, the second row's `next` behind the first's. */
export function block(
  X: Float64Array,
  x: number,
  next: number,
  by: number,
  /** Four columns side by side: entry p of column j at 4 p + j, `k` of each. */
  Y: Float64Array,
  k: number,
  /** Where the results go: to `z + columns[j]` and up to three more, the second row `down` behind unless that is 0. */
  Z: Float64Array,
  z: number,
  down: number,
  columns: Int32Array,
  j: number,
  add: boolean,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let i = x;
  let y = 0;
  for (const end = 4 * k; y < end; i += by, y += 4) {
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
  put(Z, z, columns, j, s00, s01, s02, s03, add);
  if (down !== 0) put(Z, z + down, columns, j, s10, s11, s12, s13, add);
}

/** Writes, or adds, up to four numbers to a row, from column j on. */
function put(
  Z: Float64Array,
  z: number,
  columns: Int32Array,
  j: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  add: boolean,
): void {
  const width = columns.length - j;
  let o = z + columns[j]!;
  Z[o] = add ? Z[o]! + s0 : s0;
  if (width < 2) return;
  o = z + columns[j + 1]!;
  Z[o] = add ? Z[o]! + s1 : s1;
  if (width < 3) return;
  o = z + columns[j + 2]!;
  Z[o] = add ? Z[o]! + s2 : s2;
  if (width < 4) return;
  o = z + columns[j + 3]!;
  Z[o] = add ? Z[o]! + s3 : s3;
}
