// The matrix product, of matrices and vectors, either side possibly transposed.
import { refuseShapes } from '../errors.ts';
import { product } from '../kernels/product.ts';
import { type Layout, matrix } from '../layout.ts';
import { type Op, type Plan, SKIP, STORE } from '../op.ts';
import type { Shape } from '../shape.ts';
import type { MatmulOptions } from './signatures.ts';

/** C = A B, each read as a matrix. */
interface MatmulPlan extends Plan {
  readonly A: Layout;
  readonly B: Layout;
  readonly C: Layout;
}

export const matmul: Op<MatmulOptions, MatmulPlan> = {
  inputs: 2,
  plan(shapes, { transposeA = false, transposeB = false }, op) {
    const [a, b] = shapes as [Shape, Shape];
    const turned = [transposeA, transposeB];
    if (shapes.some((shape, i) => shape.length !== 2 && (shape.length !== 1 || turned[i]))) {
      refuseShapes(op, shapes, 'matrices, or vectors not transposed');
    }
    // A vector on the left is one row, a vector on the right one column.
    const left = matrix(a.length === 1 ? 1 : a[0]!, a.at(-1)!);
    const right = matrix(b[0]!, b[1] ?? 1);
    const A = transposeA ? left.turned : left;
    const B = transposeB ? right.turned : right;
    const { m, n: k } = A;
    const { m: inner, n } = B;
    if (k !== inner) {
      refuseShapes(op, shapes, `equal inner lengths, not ${k} and ${inner}; is one transposed?`);
    }
    const shape = [...(a.length === 1 ? [] : [m]), ...(b.length === 1 ? [] : [n])];
    return { shape, A, B, C: matrix(m, n) };
  },
  forward(v, { a, b, at, plan: { A, B, C } }) {
    product(v, a, A, v, b, B, v, at, C, STORE);
  },
  backward(v, g, { a, b, at, plan: { A, B, C } }, into) {
    // dA = dC B^T and dB = A^T dC.
    if (into.a !== SKIP) product(g, at, C, v, b, B.turned, g, a, A, into.a);
    if (into.b !== SKIP) product(v, a, A.turned, g, at, C, g, b, B, into.b);
  },
};
