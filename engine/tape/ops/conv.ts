// conv2d: valid cross-correlation of images [batch, channels, height, width] with filters [filters, channels, rows, columns].
//
// It is a matrix product, read off the image where it lies: a row of W is a filter, a column of X the window under one
// place of the result, and windows share their entries. Nothing is unfolded.
import { refuseShapes } from '../errors.ts';
import { product } from '../kernels/product.ts';
import { Layout, matrix, places } from '../layout.ts';
import { ADD, clear, type Op, type Plan, SKIP, STORE } from '../op.ts';
import { requireImages, slide } from './images.ts';
import type { ConvOptions } from './signatures.ts';

/** Z = W X, for each image of the batch. */
interface ConvPlan extends Plan {
  readonly batch: number;
  /** Numbers in one image. */
  readonly image: number;
  readonly W: Layout;
  readonly X: Layout;
  readonly Z: Layout;
}

export const conv2d: Op<ConvOptions, ConvPlan> = {
  inputs: 3,
  plan(shapes, { stride = 1 }, op) {
    const [, w, bias] = shapes;
    const [batch, channels, height, width] = requireImages(op, shapes);
    const [filters, depth, rows, columns] = w as [number, number, number, number];
    if (w!.length !== 4 || depth !== channels) {
      refuseShapes(op, shapes, `filters of filters x channels (${channels}) x rows x columns`);
    }
    if (bias && String(bias) !== String(filters)) {
      refuseShapes(op, shapes, `a bias for each filter, ${filters} of them`);
    }
    const [down, across] = slide(op, shapes, rows, columns, stride);
    const W = matrix(filters, channels * rows * columns);
    const X = new Layout(
      places([channels, rows, columns], [height * width, width, 1]),
      places([down, across], [stride * width, stride]),
    );
    return {
      shape: [batch, filters, down, across],
      batch,
      image: channels * height * width,
      W,
      X,
      Z: matrix(filters, down * across),
    };
  },
  forward(v, { a, b, c, at, inputs, plan: { batch, image, W, X, Z } }) {
    const bias = inputs.length > 2;
    const places = Z.n;
    for (let i = 0, z = at; i < batch; i++) {
      const start = z;
      for (let f = 0; f < Z.m; f++, z += places) if (bias) v.fill(v[c + f]!, z, z + places);
      product(v, b, W, v, a + i * image, X, v, start, Z, bias ? ADD : STORE);
    }
  },
  backward(v, g, { a, b, c, at, plan: { batch, image, W, X, Z } }, into) {
    const filters = Z.m;
    const places = Z.n;
    clear(g, into.a, a, batch * image);
    clear(g, into.c, c, filters);
    for (let i = 0; i < batch; i++) {
      const x = a + i * image;
      const z = at + i * filters * places;
      if (into.b !== SKIP) product(g, z, Z, v, x, X.turned, g, b, W, i > 0 ? ADD : into.b);
      // Windows overlap, so the gradients of an image are added up.
      if (into.a !== SKIP) product(v, b, W.turned, g, z, Z, g, x, X, ADD);
      for (let f = 0, o = z; f < filters && into.c !== SKIP; f++) {
        let sum = 0;
        for (const end = o + places; o < end; o++) sum += g[o]!;
        g[c + f]! += sum;
      }
    }
  },
};
