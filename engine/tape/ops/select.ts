// Choosing between two tensors by the sign of a third, entry by entry: the tape's `if`.
import { refuseShapes } from '../errors.ts';
import { clear, type Op, put } from '../op.ts';
import { sameShape } from '../shape.ts';
import type { None } from './signatures.ts';

/** Where the condition is greater than 0 the entry of b, elsewhere that of c. No gradient reaches the condition. */
export const select: Op<None> = {
  inputs: 3,
  plan(shapes, _, op) {
    const shape = shapes[0]!;
    if (!shapes.every((other) => sameShape(other, shape))) refuseShapes(op, shapes, 'three equal shapes');
    return { shape };
  },
  forward(v, { a, b, c, at, size }) {
    for (let i = 0; i < size; i++) v[at + i] = v[v[a + i]! > 0 ? b + i : c + i]!;
  },
  backward(v, g, { a, b, c, at, size }, into) {
    clear(g, into.a, a, size);
    for (let i = 0; i < size; i++) {
      const first = v[a + i]! > 0;
      put(g, b + i, into.b, first ? g[at + i]! : 0);
      put(g, c + i, into.c, first ? 0 : g[at + i]!);
    }
  },
};
