// Pooling of images [batch, channels, height, width]: the largest or the mean entry of each square window.
import { shapeError, TapeError } from '../errors.ts';
import type { Op, Plan } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { PoolOptions } from './signatures.ts';

interface PoolPlan extends Plan {
  /** Entry of the input at the upper left corner of each window. */
  readonly corner: Int32Array;
  /** From the corner to each entry of a window. */
  readonly offset: Int32Array;
  readonly total: number;
}

function planPool(op: string, shape: Shape, { size, stride = size }: PoolOptions): PoolPlan {
  const [batch, channels, height, width] = shape as [number, number, number, number];
  if (shape.length !== 4)
    throw shapeError(op, [shape], 'expected images as batch x channels x height x width');
  if (!Number.isInteger(size) || !Number.isInteger(stride) || size < 1 || stride < 1) {
    throw new TapeError(op, `size ${size} and stride ${stride} must be whole numbers from 1 on`);
  }
  if (size > height || size > width)
    throw shapeError(op, [shape], `the window of ${size}x${size} does not fit`);
  const high = Math.floor((height - size) / stride) + 1;
  const wide = Math.floor((width - size) / stride) + 1;
  const corner = Int32Array.from({ length: batch * channels * high * wide }, (_, o) => {
    const image = Math.floor(o / (high * wide));
    const i = Math.floor(o / wide) % high;
    return image * height * width + i * stride * width + (o % wide) * stride;
  });
  const offset = Int32Array.from(
    { length: size * size },
    (_, t) => Math.floor(t / size) * width + (t % size),
  );
  return { shape: [batch, channels, high, wide], corner, offset, total: sizeOf(shape) };
}

/** The largest entry of each window; its gradient goes to the first of equal largest entries. NaN wins. */
export const maxPool: Op<PoolOptions, PoolPlan> = {
  arity: 1,
  tex: ([a], { size }) => `\\operatorname{maxpool}_{${size} \\times ${size}}(${a})`,
  local: () => ['[\\text{first largest of its window}]'],
  plan([a], options) {
    const plan = planPool('maxPool', a!, options);
    // The scratch remembers which entry won each window.
    return { ...plan, scratch: sizeOf(plan.shape) };
  },
  forward(v, { a, at, size, plan: { corner, offset } }) {
    for (let o = 0; o < size; o++) {
      let winner = corner[o]!;
      let best = v[a + winner]!;
      for (let t = 1; t < offset.length; t++) {
        const i = corner[o]! + offset[t]!;
        const x = v[a + i]!;
        if (x > best || (Number.isNaN(x) && !Number.isNaN(best))) {
          best = x;
          winner = i;
        }
      }
      v[at + o] = best;
      v[at + size + o] = winner;
    }
  },
  backward(v, g, { a, at, size, plan: { total } }, into) {
    if (into.a === 'skip') return;
    if (into.a === 'store') g.fill(0, a, a + total);
    for (let o = 0; o < size; o++) g[a + v[at + size + o]!]! += g[at + o]!;
  },
};

/** The mean of each window. */
export const averagePool: Op<PoolOptions, PoolPlan> = {
  arity: 1,
  tex: ([a], { size }) => `\\operatorname{meanpool}_{${size} \\times ${size}}(${a})`,
  local: (_args, _out, { size }) => [`\\tfrac{1}{${size * size}}`],
  plan: ([a], options) => planPool('averagePool', a!, options),
  forward(v, { a, at, size, plan: { corner, offset } }) {
    for (let o = 0; o < size; o++) {
      let sum = 0;
      for (let t = 0; t < offset.length; t++) sum += v[a + corner[o]! + offset[t]!]!;
      v[at + o] = sum / offset.length;
    }
  },
  backward(_, g, { a, at, size, plan: { corner, offset, total } }, into) {
    if (into.a === 'skip') return;
    if (into.a === 'store') g.fill(0, a, a + total);
    for (let o = 0; o < size; o++) {
      const d = g[at + o]! / offset.length;
      for (let t = 0; t < offset.length; t++) g[a + corner[o]! + offset[t]!]! += d;
    }
  },
};
