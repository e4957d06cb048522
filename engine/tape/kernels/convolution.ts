// Direct convolution of one padded image: sums of 2 filters by 4 places kept in registers, no unfolded copy of the image.
//
// `corner[o]` is where the window of output place o begins, `offset[t]` leads from there to the entry under tap t of
// the filter (over all channels). Every sum runs in the order of the taps, or of the places, whatever the blocks.
import { put } from './gemm.ts';

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
  const places = corner.length;
  const taps = offset.length;
  for (let f = 0; f < filters; f += 2) {
    const second = Math.min(f + 1, filters - 1);
    const wf = w + f * taps;
    const wg = w + second * taps;
    for (let o = 0; o < places; o += 4) {
      const last = places - 1;
      const o1 = Math.min(o + 1, last);
      const o2 = Math.min(o + 2, last);
      const o3 = Math.min(o + 3, last);
      const c0 = x + corner[o]!;
      const c1 = x + corner[o1]!;
      const c2 = x + corner[o2]!;
      const c3 = x + corner[o3]!;
      let f0 = 0;
      let f1 = 0;
      let f2 = 0;
      let f3 = 0;
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let g3 = 0;
      for (let t = 0; t < taps; t++) {
        const q = offset[t]!;
        const x0 = X[c0 + q]!;
        const x1 = X[c1 + q]!;
        const x2 = X[c2 + q]!;
        const x3 = X[c3 + q]!;
        const u = W[wf + t]!;
        const v = W[wg + t]!;
        f0 += u * x0;
        f1 += u * x1;
        f2 += u * x2;
        f3 += u * x3;
        g0 += v * x0;
        g1 += v * x1;
        g2 += v * x2;
        g3 += v * x3;
      }
      // Where the block hangs over the end, the last place is written more than once, with the same number.
      const zf = z + f * places;
      Z[zf + o] = f0;
      Z[zf + o1] = f1;
      Z[zf + o2] = f2;
      Z[zf + o3] = f3;
      const zg = z + second * places;
      Z[zg + o] = g0;
      Z[zg + o1] = g1;
      Z[zg + o2] = g2;
      Z[zg + o3] = g3;
    }
  }
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
  const places = corner.length;
  const taps = offset.length;
  for (let f = 0; f < filters; f += 2) {
    const second = Math.min(f + 1, filters - 1);
    const zf = z + f * places;
    const zg = z + second * places;
    for (let t = 0; t < taps; t += 4) {
      const width = taps - t;
      const x0 = x + offset[t]!;
      const x1 = x + offset[Math.min(t + 1, taps - 1)]!;
      const x2 = x + offset[Math.min(t + 2, taps - 1)]!;
      const x3 = x + offset[Math.min(t + 3, taps - 1)]!;
      let f0 = 0;
      let f1 = 0;
      let f2 = 0;
      let f3 = 0;
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let g3 = 0;
      for (let o = 0; o < places; o++) {
        const c = corner[o]!;
        const u = dZ[zf + o]!;
        const v = dZ[zg + o]!;
        const e0 = X[x0 + c]!;
        const e1 = X[x1 + c]!;
        const e2 = X[x2 + c]!;
        const e3 = X[x3 + c]!;
        f0 += u * e0;
        f1 += u * e1;
        f2 += u * e2;
        f3 += u * e3;
        g0 += v * e0;
        g1 += v * e1;
        g2 += v * e2;
        g3 += v * e3;
      }
      put(dW, w + f * taps + t, width, f0, f1, f2, f3, add);
      if (second > f) put(dW, w + second * taps + t, width, g0, g1, g2, g3, add);
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
    for (let t = 0; t < taps; t += 4) {
      const width = taps - t;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let f = 0, i = w + t, k = z + o; f < filters; f++, i += taps, k += places) {
        const d = dZ[k]!;
        s0 += d * W[i]!;
        if (width > 1) s1 += d * W[i + 1]!;
        if (width > 2) s2 += d * W[i + 2]!;
        if (width > 3) s3 += d * W[i + 3]!;
      }
      dX[c + offset[t]!]! += s0;
      if (width > 1) dX[c + offset[t + 1]!]! += s1;
      if (width > 2) dX[c + offset[t + 2]!]! += s2;
      if (width > 3) dX[c + offset[t + 3]!]! += s3;
    }
  }
}
