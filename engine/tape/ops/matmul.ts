// The matrix product, of matrices and vectors, either side possibly transposed.
import { shapeError } from '../errors.ts';
import { gemm } from '../kernels/gemm.ts';
import type { Op, Plan } from '../op.ts';
import type { Shape } from '../shape.ts';
import type { MatmulOptions } from './signatures.ts';

/** (m x k) times (k x n); the steps say how to walk through each side as it is stored. */
export interface MatmulPlan extends Plan {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly aRow: number;
  readonly aColumn: number;
  readonly bRow: number;
  readonly bColumn: number;
  /** Set when the tape is sealed: where a bias lies that is added to every row, and where the sum goes. */
  bias: number;
  biased: number;
}

function planMatmul(shapes: readonly Shape[], options: MatmulOptions): MatmulPlan {
  const [a, b] = shapes as [Shape, Shape];
  const { transposeA = false, transposeB = false } = options;
  // A vector on the left is one row, a vector on the right one column.
  const left = a.length === 1 ? [1, a[0]!] : transposeA ? [a[1]!, a[0]!] : a;
  const right = b.length === 1 ? [b[0]!, 1] : transposeB ? [b[1]!, b[0]!] : b;
  const readable = (shape: Shape, turned: boolean) => shape.length === 2 || (shape.length === 1 && !turned);
  if (!readable(a, transposeA) || !readable(b, transposeB)) {
    throw shapeError('matmul', shapes, 'expected matrices or vectors (only a matrix can be transposed)');
  }
  const [m, k] = left as [number, number];
  const [inner, n] = right as [number, number];
  if (k !== inner) {
    const how = transposeA || transposeB ? ' (read transposed as asked)' : '';
    throw shapeError(
      'matmul',
      shapes,
      `the inner lengths${how} differ: ${k} and ${inner}; is one of them transposed?`,
    );
  }
  const shape = [...(a.length === 1 ? [] : [m]), ...(b.length === 1 ? [] : [n])];
  return {
    shape,
    m,
    n,
    k,
    aRow: transposeA ? 1 : k,
    aColumn: transposeA ? m : 1,
    bRow: transposeB ? 1 : n,
    bColumn: transposeB ? k : 1,
    bias: -1,
    biased: -1,
  };
}

export const matmul: Op<MatmulOptions, MatmulPlan> = {
  plan: planMatmul,
  forward(v, { a, b, at, plan: p }) {
    gemm(p.m, p.n, p.k, v, a, p.aRow, p.aColumn, v, b, p.bRow, p.bColumn, v, at, false);
    if (p.biased < 0) return;
    for (let i = 0, o = 0; i < p.m; i++) {
      for (let j = 0; j < p.n; j++, o++) v[p.biased + o] = v[at + o]! + v[p.bias + j]!;
    }
  },
  backward(v, g, { a, b, at, plan: p }, into) {
    // dA = dC B^T and dB = A^T dC, written in the order in which A and B are stored.
    if (into.a !== 'skip') {
      if (p.aColumn === 1)
        gemm(p.m, p.k, p.n, g, at, p.n, 1, v, b, p.bColumn, p.bRow, g, a, into.a === 'add');
      else gemm(p.k, p.m, p.n, v, b, p.bRow, p.bColumn, g, at, 1, p.n, g, a, into.a === 'add');
    }
    if (into.b !== 'skip') {
      if (p.bColumn === 1)
        gemm(p.k, p.n, p.m, v, a, p.aColumn, p.aRow, g, at, p.n, 1, g, b, into.b === 'add');
      else gemm(p.n, p.k, p.m, g, at, 1, p.n, v, a, p.aRow, p.aColumn, g, b, into.b === 'add');
    }
  },
};
