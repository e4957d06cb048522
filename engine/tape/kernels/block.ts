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
  /** Where the results go: up to four from `c` on, `width` of them, and as many `down` behind them unless that is 0. */
  C: Float64Array,
  c: number,
  down: number,
  width: number,
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
  if ((k & 1) === 1) {
    const x0 = X[i]!;
    const x1 = X[i + next]!;
    s00 = x0 * Y[0]!;
    s01 = x0 * Y[1]!;
    s02 = x0 * Y[2]!;
    s03 = x0 * Y[3]!;
    s10 = x1 * Y[0]!;
    s11 = x1 * Y[1]!;
    s12 = x1 * Y[2]!;
    s13 = x1 * Y[3]!;
    i += by;
    y = 4;
  }
  for (const end = 4 * k; y < end; i += 2 * by, y += 8) {
    let x0 = X[i]!;
    let x1 = X[i + next]!;
    let y0 = Y[y]!;
    let y1 = Y[y + 1]!;
    let y2 = Y[y + 2]!;
    let y3 = Y[y + 3]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    x0 = X[i + by]!;
    x1 = X[i + by + next]!;
    y0 = Y[y + 4]!;
    y1 = Y[y + 5]!;
    y2 = Y[y + 6]!;
    y3 = Y[y + 7]!;
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
  if (down !== 0) put(C, c + down, width, s10, s11, s12, s13, add);
}

/** Writes, or adds, up to four neighbours. */
function put(
  C: Float64Array,
  c: number,
  width: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  add: boolean,
): void {
  C[c] = add ? C[c]! + s0 : s0;
  if (width > 1) C[c + 1] = add ? C[c + 1]! + s1 : s1;
  if (width > 2) C[c + 2] = add ? C[c + 2]! + s2 : s2;
  if (width > 3) C[c + 3] = add ? C[c + 3]! + s3 : s3;
}

let room = new Float64Array(0);

/** Working space of at least `length` numbers for packed columns, kept from one call to the next. */
export function panel(length: number): Float64Array {
  if (room.length < length) room = new Float64Array(length);
  return room;
}
