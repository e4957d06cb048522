// Direct convolution of one image: the columns of each block are read from the image where they lie, four at a time;
// the image is never unfolded as a whole.
//
// `corner[o]` is where the window of output place o begins, and `offset[t]` leads from there to the entry under tap t
// of a filter (over all channels).
import { block, panel } from './block.ts';

/** Z[f, o] = sum over taps t of W[f, t] X[corner[o] + offset[t]]. */
export function correlate(
  X: Float64Array,
  x: number,
  W: Float64Array,
  w: number,
  Z: Float64Array,
  z: number,
  filters: number,
  corner: Int32Array,
  offset: Int32Array,
): void {
  products(W, w, filters, X, x, corner, offset, Z, z, false);
}

/** dW[f, t] = sum over places o of dZ[f, o] X[corner[o] + offset[t]], stored or, with `add`, added. */
export function correlateWeights(
  X: Float64Array,
  x: number,
  dZ: Float64Array,
  z: number,
  dW: Float64Array,
  w: number,
  filters: number,
  corner: Int32Array,
  offset: Int32Array,
  add: boolean,
): void {
  products(dZ, z, filters, X, x, offset, corner, dW, w, add);
}

/** C[f, j] = sum over p of A[f, p] X[across[j] + along[p]]; A and C lie row after row. */
function products(
  A: Float64Array,
  a: number,
  filters: number,
  X: Float64Array,
  x: number,
  across: Int32Array,
  along: Int32Array,
  C: Float64Array,
  c: number,
  add: boolean,
): void {
  const n = across.length;
  const k = along.length;
  const Y = panel(4 * k);
  for (let j = 0; j < n; j += 4) {
    const width = Math.min(4, n - j);
    // Missing columns are copies of the last.
    const x0 = x + across[j]!;
    const x1 = x + across[Math.min(j + 1, n - 1)]!;
    const x2 = x + across[Math.min(j + 2, n - 1)]!;
    const x3 = x + across[Math.min(j + 3, n - 1)]!;
    for (let p = 0, y = 0; p < k; p++, y += 4) {
      const q = along[p]!;
      Y[y] = X[x0 + q]!;
      Y[y + 1] = X[x1 + q]!;
      Y[y + 2] = X[x2 + q]!;
      Y[y + 3] = X[x3 + q]!;
    }
    for (let f = 0; f < filters; f += 2) {
      // A last odd filter is its own partner, and written once.
      const pair = f + 1 < filters;
      block(A, a + f * k, pair ? k : 0, 1, Y, k, C, c + f * n + j, pair ? n : 0, width, add);
    }
  }
}

/** dX[corner[o] + offset[t]] += sum over filters f of W[f, t] dZ[f, o]; always adds, since windows overlap. */
export function correlateImage(
  dX: Float64Array,
  x: number,
  W: Float64Array,
  w: number,
  dZ: Float64Array,
  z: number,
  filters: number,
  corner: Int32Array,
  offset: Int32Array,
): void {
  const places = corner.length;
  const taps = offset.length;
  for (let o = 0; o < places; o++) {
    const c = x + corner[o]!;
    for (let t = 0; t < taps; t++) {
      let sum = 0;
      for (let f = 0; f < filters; f++) sum += W[w + f * taps + t]! * dZ[z + f * places + o]!;
      dX[c + offset[t]!]! += sum;
    }
  }
}
