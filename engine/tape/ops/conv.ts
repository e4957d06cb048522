// conv2d: valid cross-correlation of images [batch, channels, height, width] with filters [filters, channels, rows, columns].
import { shapeError } from '../errors.ts';
import { correlate, correlateImage, correlateWeights } from '../kernels/convolution.ts';
import type { Op, Plan } from '../op.ts';
import type { Shape } from '../shape.ts';
import { fitting, wholeNumber } from './pool.ts';
import type { ConvOptions } from './signatures.ts';
import { places } from './windows.ts';

interface ConvPlan extends Plan {
  readonly batch: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly filters: number;
  readonly padding: number;
  /** Numbers in one image as it is read: with its frame of zeros. */
  readonly framed: number;
  readonly corner: Int32Array;
  readonly offset: Int32Array;
}

function planConv(shapes: readonly Shape[], { stride = 1, padding = 0 }: ConvOptions): ConvPlan {
  const [x, w, bias] = shapes;
  if (x!.length !== 4 || w!.length !== 4) {
    throw shapeError(
      'conv2d',
      shapes,
      'expected images batch x channels x height x width and filters filters x channels x rows x columns',
    );
  }
  const [batch, channels, height, width] = x as [number, number, number, number];
  const [filters, depth, rows, columns] = w as [number, number, number, number];
  if (depth !== channels)
    throw shapeError('conv2d', shapes, `the images have ${channels} channels, the filters ${depth}`);
  if (bias && (bias.length !== 1 || bias[0] !== filters)) {
    throw shapeError('conv2d', shapes, `expected a bias for each filter: a vector of ${filters}`);
  }
  wholeNumber('conv2d', 'stride', stride, 1);
  wholeNumber('conv2d', 'padding', padding, 0);
  const high = height + 2 * padding;
  const wide = width + 2 * padding;
  if (rows > high || columns > wide)
    throw shapeError('conv2d', shapes, `filters of ${rows}x${columns} do not fit into ${high}x${wide}`);
  const down = fitting(high, rows, stride);
  const across = fitting(wide, columns, stride);
  const framed = channels * high * wide;
  return {
    shape: [batch, filters, down, across],
    batch,
    channels,
    height,
    width,
    filters,
    padding,
    framed,
    corner: places([down, across], [stride * wide, stride]),
    offset: places([channels, rows, columns], [high * wide, wide, 1]),
    // With padding, one image at a time is copied into a frame of zeros, and its gradient collected in one.
    scratch: padding > 0 ? framed : 0,
  };
}

/** Copies between an image and the inside of its frame: `out` adds the inside to the image, else the image goes in. */
function frame(A: Float64Array, image: number, framed: number, p: ConvPlan, out: boolean): void {
  const wide = p.width + 2 * p.padding;
  const high = p.height + 2 * p.padding;
  for (let c = 0, i = image; c < p.channels; c++) {
    for (let y = 0; y < p.height; y++) {
      const inside = framed + (c * high + y + p.padding) * wide + p.padding;
      for (let x = 0; x < p.width; x++, i++) {
        if (out) A[i] = A[i]! + A[inside + x]!;
        else A[inside + x] = A[i]!;
      }
    }
  }
}

export const conv2d: Op<ConvOptions, ConvPlan> = {
  arity: 3,
  plan: planConv,
  tex: ([x, w, b]) => `${w} \\star ${x}${b === undefined ? '' : ` + ${b}`}`,
  local: ([x, w, b]) => [`{${w}}_{a - i, b - j}`, `{${x}}_{i + m, j + n}`, ...(b === undefined ? [] : ['1'])],
  forward(v, { a, b, c, at, size, plan: p }) {
    const places = p.corner.length;
    const image = p.channels * p.height * p.width;
    for (let i = 0; i < p.batch; i++) {
      const z = at + i * p.filters * places;
      let x = a + i * image;
      if (p.padding > 0) {
        frame(v, x, at + size, p, false);
        x = at + size;
      }
      correlate(v, x, v, b, v, z, p.filters, p.corner, p.offset);
      if (c < 0) continue;
      for (let f = 0, o = z; f < p.filters; f++) {
        for (const end = o + places; o < end; o++) v[o] = v[o]! + v[c + f]!;
      }
    }
  },
  backward(v, g, { a, b, c, at, size, plan: p }, into) {
    const places = p.corner.length;
    const image = p.channels * p.height * p.width;
    const framed = at + size;
    if (into.a === 'store') g.fill(0, a, a + p.batch * image);
    if (into.c === 'store') g.fill(0, c, c + p.filters);
    for (let i = 0; i < p.batch; i++) {
      const z = at + i * p.filters * places;
      let x = a + i * image;
      if (p.padding > 0) {
        if (into.b !== 'skip') frame(v, x, framed, p, false);
        x = framed;
      }
      if (into.b !== 'skip') {
        correlateWeights(v, x, g, z, g, b, p.filters, p.corner, p.offset, i > 0 || into.b === 'add');
      }
      if (into.a !== 'skip') {
        if (p.padding > 0) g.fill(0, framed, framed + p.framed);
        correlateImage(g, x, v, b, g, z, p.filters, p.corner, p.offset);
        if (p.padding > 0) frame(g, a + i * image, framed, p, true);
      }
      if (into.c === 'skip') continue;
      for (let f = 0, o = z; f < p.filters; f++) {
        let sum = 0;
        for (const end = o + places; o < end; o++) sum += g[o]!;
        g[c + f] = g[c + f]! + sum;
      }
    }
  },
};
