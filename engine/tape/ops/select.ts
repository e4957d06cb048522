// Choosing between two tensors by the sign of a third, entry by entry: the tape's `if`.
import { shapeError } from '../errors.ts';
import { type Op, put } from '../op.ts';
import { sameShape } from '../shape.ts';
import type { None } from './signatures.ts';

/** Where the condition is greater than 0 the entry of b, elsewhere that of c. No gradient reaches the condition. */
export const select: Op<None> = {
  plan(shapes) {
    const [a, b, c] = shapes;
    if (!sameShape(a!, b!) || !sameShape(a!, c!))
      throw shapeError('select', shapes, 'expected three equal shapes');
    return { shape: a! };
  },
  forward(v, { a, b, c, at, size }) {
    for (let i = 0; i < size; i++) v[at + i] = v[a + i]! > 0 ? v[b + i]! : v[c + i]!;
  },
  backward(v, g, { a, b, c, at, size }, into) {
    if (into.a === 'store') g.fill(0, a, a + size);
    for (let i = 0; i < size; i++) {
      const first = v[a + i]! > 0;
      put(g, b + i, into.b, first ? g[at + i]! : 0);
      put(g, c + i, into.c, first ? 0 : g[at + i]!);
    }
  },
};
