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
  readonly filters: number;
  /** Numbers in one image. */
  readonly image: number;
  readonly corner: Int32Array;
  readonly offset: Int32Array;
}

function planConv(shapes: readonly Shape[], { stride = 1 }: ConvOptions): ConvPlan {
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
  if (rows > height || columns > width)
    throw shapeError('conv2d', shapes, `filters of ${rows}x${columns} do not fit into ${height}x${width}`);
  const down = fitting(height, rows, stride);
  const across = fitting(width, columns, stride);
  return {
    shape: [batch, filters, down, across],
    batch,
    image: channels * height * width,
    filters,
    corner: places([down, across], [stride * width, stride]),
    offset: places([channels, rows, columns], [height * width, width, 1]),
  };
}

export const conv2d: Op<ConvOptions, ConvPlan> = {
  plan: planConv,
  forward(v, { a, b, c, at, plan: { batch, filters, image, corner, offset } }) {
    const places = corner.length;
    for (let i = 0; i < batch; i++) {
      const z = at + i * filters * places;
      correlate(v, a + i * image, v, b, v, z, filters, corner, offset);
      if (c < 0) continue;
      for (let f = 0, o = z; f < filters; f++) {
        for (const end = o + places; o < end; o++) v[o] = v[o]! + v[c + f]!;
      }
    }
  },
  backward(v, g, { a, b, c, at, plan: { batch, filters, image, corner, offset } }, into) {
    const places = corner.length;
    if (into.a === 'store') g.fill(0, a, a + batch * image);
    if (into.c === 'store') g.fill(0, c, c + filters);
    for (let i = 0; i < batch; i++) {
      const z = at + i * filters * places;
      const x = a + i * image;
      const add = i > 0 || into.b === 'add';
      if (into.b !== 'skip') correlateWeights(v, x, g, z, g, b, filters, corner, offset, add);
      if (into.a !== 'skip') correlateImage(g, x, v, b, g, z, filters, corner, offset);
      if (into.c === 'skip') continue;
      for (let f = 0, o = z; f < filters; f++) {
        let sum = 0;
        for (const end = o + places; o < end; o++) sum += g[o]!;
        g[c + f]! += sum;
      }
    }
  },
};
