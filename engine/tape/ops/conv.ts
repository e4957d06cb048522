// conv2d: valid cross-correlation of images [batch, channels, height, width] with filters [filters, channels, rows, columns].
//
// It is a matrix product, read off the image where it lies: a row of W is a filter, a column of X the window under one
// place of the result, and windows share their entries. Nothing is unfolded.
import { refuseShapes } from '../errors.ts';
import { Product } from '../kernels/product.ts';
import { Layout, matrix, places } from '../layout.ts';
import { ADD, clear, type Op, type Plan, SKIP, STORE } from '../op.ts';
import { requireImages, slide } from './images.ts';
import type { ConvOptions } from './signatures.ts';

/** Z = W X, for each image of the batch. */
interface ConvPlan extends Plan {
  readonly batch: number;
  /** Numbers in one image. */
  readonly image: number;
  readonly product: Product;
  readonly toImages: Product;
  readonly toFilters: Product;
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
    const Z = matrix(filters, down * across);
    return {
      shape: [batch, filters, down, across],
      batch,
      image: channels * height * width,
      product: new Product(W, X, Z),
      toImages: new Product(W.turned, Z, X),
      toFilters: new Product(Z, X.turned, W),
    };
  },
  forward(v, { a, b, c, at, inputs, plan: { batch, image, product } }) {
    const bias = inputs.length > 2;
    const { m: filters, n: places } = product.result;
    for (let i = 0, z = at; i < batch; i++) {
      const start = z;
      for (let f = 0; f < filters; f++, z += places) if (bias) v.fill(v[c + f]!, z, z + places);
      product.run(v, b, v, a + i * image, v, start, bias ? ADD : STORE);
    }
  },
  backward(v, g, { a, b, c, at, plan: { batch, image, product, toImages, toFilters } }, into) {
    const { m: filters, n: places } = product.result;
    clear(g, into.a, a, batch * image);
    clear(g, into.c, c, filters);
    for (let i = 0; i < batch; i++) {
      const x = a + i * image;
      const z = at + i * filters * places;
      if (into.b !== SKIP) toFilters.run(g, z, v, x, g, b, i > 0 ? ADD : into.b);
      // Windows overlap, so the gradients of an image are added up.
      if (into.a !== SKIP) toImages.run(v, b, g, z, g, x, ADD);
      for (let f = 0, o = z; f < filters && into.c !== SKIP; f++) {
        let sum = 0;
        for (const end = o + places; o < end; o++) sum += g[o]!;
        g[c + f]! += sum;
      }
    }
  },
};
