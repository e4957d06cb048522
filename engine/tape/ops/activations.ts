// The activations of hidden layers, with loops of their own because training spends its time in them.
import { tanh as tanhOf } from '../elementary.ts';
import { ADD, type Op } from '../op.ts';
import { planPair } from './pointwise.ts';
import type { None } from './signatures.ts';

export const tanh: Op<None> = {
  inputs: 1,
  plan: planPair,
  forward(v, { a, at, size }) {
    for (let i = 0; i < size; i++) v[at + i] = tanhOf(v[a + i]!);
  },
  backward(v, g, { a, at, size }, into) {
    const add = into.a === ADD;
    for (let i = 0; i < size; i++) {
      const y = v[at + i]!;
      const d = g[at + i]! * (1 - y * y);
      g[a + i] = add ? g[a + i]! + d : d;
    }
  },
};

/** max(0, x) with slope 0 at 0; NaN stays NaN and lets the gradient through. */
export const relu: Op<None> = {
  inputs: 1,
  plan: planPair,
  forward(v, { a, at, size }) {
    for (let i = 0; i < size; i++) {
      // (x + |x|) / 2 without a branch: which units are on is hard to predict, for the processor too.
      const x = v[a + i]!;
      const twice = x + Math.abs(x);
      v[at + i] = twice < Infinity ? twice / 2 : Math.max(0, x);
    }
  },
  backward(v, g, { a, at, size }, into) {
    const add = into.a === ADD;
    for (let i = 0; i < size; i++) {
      // Times 1 or 0, again without a branch.
      const d = g[at + i]! * (Number(!(v[a + i]! <= 0)) | 0);
      g[a + i] = add ? g[a + i]! + d : d;
    }
  },
};
