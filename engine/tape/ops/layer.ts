// What layers are made of besides the product, with loops of their own because training spends its time in them.
import { tanh as tanhOf } from '../elementary.ts';
import { ADD, clear, type Op } from '../op.ts';
import { type PairPlan, planPair } from './pointwise.ts';
import type { None } from './signatures.ts';

/** Carries the biases, so b is mostly the smaller one. */
export const add: Op<None, PairPlan> = {
  inputs: 2,
  plan: planPair,
  forward(v, { a, b, at, plan: { entries, n, stepA } }) {
    const large = stepA ? a : b;
    const small = stepA ? b : a;
    for (let o = 0, j = 0; o < entries; o++) {
      v[at + o] = v[large + o]! + v[small + j]!;
      j = j + 1 < n ? j + 1 : 0;
    }
  },
  backward(_, g, { a, b, at, plan: { entries, n, stepA, stepB } }, into) {
    if (into.a) pass(g, at, entries, a, stepA ? entries : n, into.a === ADD);
    if (into.b) pass(g, at, entries, b, stepB ? entries : n, into.b === ADD);
  },
};

/** Sends the gradients of `size` results on to `n` entries, which are used again and again. */
function pass(g: Float64Array, at: number, size: number, to: number, n: number, more: boolean): void {
  let add = more === true;
  for (let o = 0, j = 0; o < size; o++) {
    const d = g[at + o]!;
    const k = to + j;
    g[k] = add ? g[k]! + d : d;
    j++;
    if (j === n) {
      // After the first repetition they add.
      j = 0;
      add = true;
    }
  }
}

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
    clear(g, into.a, a, size);
    for (let i = 0; i < size; i++) {
      // 1 or 0, again without a branch.
      const on = Number(!(v[a + i]! <= 0)) | 0;
      g[a + i]! += on * g[at + i]!;
    }
  },
};
