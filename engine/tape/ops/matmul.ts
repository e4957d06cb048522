// The matrix product, of matrices and vectors, either side possibly transposed, alone or with a bias.
import { refuseShapes } from '../errors.ts';
import { Product } from '../kernels/product.ts';
import { matrix } from '../layout.ts';
import { ADD, type Op, type Plan, put, SKIP, STORE } from '../op.ts';
import type { Shape } from '../shape.ts';
import type { MatmulOptions, None } from './signatures.ts';

/** C = A B, and the products that the gradients of A and B are. */
interface MatmulPlan extends Plan {
  readonly product: Product;
  readonly toA: Product;
  readonly toB: Product;
}

/** The product of two matrices, and with a third input a bias for each column. */
function productOp<Options extends MatmulOptions>(inputs: number): Op<Options, MatmulPlan> {
  return {
    inputs,
    plan(shapes, { transposeA = false, transposeB = false }, op) {
      const [a, b, bias] = shapes as [Shape, Shape, Shape?];
      const turned = [transposeA, transposeB];
      if ([a, b].some((shape, i) => shape.length !== 2 && (shape.length !== 1 || turned[i]))) {
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
      if (bias && String(bias) !== String(n)) {
        refuseShapes(op, shapes, `a bias for each column, ${n} of them`);
      }
      const C = matrix(m, n);
      return {
        shape: [...(a.length === 1 ? [] : [m]), ...(b.length === 1 ? [] : [n])],
        product: new Product(A, B, C),
        // dA = dC B^T and dB = A^T dC.
        toA: new Product(C, B.turned, A),
        toB: new Product(A.turned, C, B),
      };
    },
    forward(v, { a, b, c, at, size, plan: { product } }) {
      const n = inputs > 2 ? product.result.n : 0;
      for (let j = 0; j < n; j++) {
        const bias = v[c + j]!;
        for (let o = j; o < size; o += n) v[at + o] = bias;
      }
      product.run(v, a, v, b, v, at, inputs > 2 ? ADD : STORE);
    },
    backward(v, g, { a, b, c, at, size, plan: { product, toA, toB } }, into) {
      if (into.a !== SKIP) toA.run(g, at, v, b, g, a, into.a);
      if (into.b !== SKIP) toB.run(v, a, g, at, g, b, into.b);
      const n = into.c === SKIP ? 0 : product.result.n;
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let o = j; o < size; o += n) sum += g[at + o]!;
        put(g, c + j, into.c, sum);
      }
    },
  };
}

export const matmul = productOp<MatmulOptions>(2);

/** A product of matrices and a bias for each column: the sums of a dense layer. */
export const affine = productOp<None>(3);
