// Operations on two tensors, entry by entry; the smaller one is repeated if its shape ends the other's.
import { log, pow } from '../elementary.ts';
import { shapeError } from '../errors.ts';
import { type Op, type Plan, put, type Write } from '../op.ts';
import { isTrailing, type Shape, sizeOf } from '../shape.ts';
import type { None } from './signatures.ts';

/** Result entry `r * n + j` is made of entry `r * stepA + j` of a and `r * stepB + j` of b. */
interface PairPlan extends Plan {
  readonly repeat: number;
  readonly n: number;
  readonly stepA: number;
  readonly stepB: number;
}

function planPair(name: string, a: Shape, b: Shape): PairPlan {
  const shape = isTrailing(b, a) ? a : b;
  if (!isTrailing(b, a) && !isTrailing(a, b)) {
    throw shapeError(
      name,
      [a, b],
      'expected equal shapes, or one that is the end of the other (or a scalar)',
    );
  }
  const n = Math.min(sizeOf(a), sizeOf(b));
  const repeat = n === 0 ? 0 : sizeOf(shape) / n;
  return { shape, repeat, n, stepA: sizeOf(a) === n ? 0 : n, stepB: sizeOf(b) === n ? 0 : n };
}

/** A repeated input (its step is 0) collects a gradient from each repetition: after the first they add. */
function again(write: Write, repetition: number, step: number): Write {
  return write === 'store' && repetition > 0 && step === 0 ? 'add' : write;
}

/** What sets one op of this family apart: its value and its two slopes at a point, z being the value. */
interface Pair {
  value(x: number, y: number): number;
  slopeA(x: number, y: number, z: number): number;
  slopeB(x: number, y: number, z: number): number;
}

function pairOp(name: string, pair: Pair): Op<None, PairPlan> {
  const { value, slopeA, slopeB } = pair;
  return {
    plan: ([a, b]) => planPair(name, a!, b!),
    forward(v, { a, b, at, plan: { repeat, n, stepA, stepB } }) {
      for (let r = 0; r < repeat; r++) {
        for (let j = 0; j < n; j++) {
          v[at + r * n + j] = value(v[a + r * stepA + j]!, v[b + r * stepB + j]!);
        }
      }
    },
    backward(v, g, { a, b, at, plan: { repeat, n, stepA, stepB } }, into) {
      for (let r = 0; r < repeat; r++) {
        const toA = again(into.a, r, stepA);
        const toB = again(into.b, r, stepB);
        for (let j = 0; j < n; j++) {
          const o = at + r * n + j;
          const i = a + r * stepA + j;
          const k = b + r * stepB + j;
          put(g, i, toA, g[o]! * slopeA(v[i]!, v[k]!, v[o]!));
          put(g, k, toB, g[o]! * slopeB(v[i]!, v[k]!, v[o]!));
        }
      }
    },
  };
}

export const mul = pairOp('mul', {
  value: (x, y) => x * y,
  slopeA: (_, y) => y,
  slopeB: (x) => x,
});

export const sub = pairOp('sub', {
  value: (x, y) => x - y,
  slopeA: () => 1,
  slopeB: () => -1,
});

export const div = pairOp('div', {
  value: (x, y) => x / y,
  slopeA: (_, y) => 1 / y,
  slopeB: (_, y, z) => -z / y,
});

/** x^y. The slope by x is 0 for y = 0, also at x = 0; the slope by y is 0 at x = 0, y >= 0. */
export const power = pairOp('pow', {
  value: pow,
  slopeA: (x, y) => (y === 0 ? 0 : y * pow(x, y - 1)),
  slopeB: (x, y, z) => (x === 0 && y >= 0 ? 0 : z * log(x)),
});

/** The larger of two; where they are equal the first counts as the larger. NaN wins over every number. */
export const max = pairOp('max', {
  value: (x, y) => (x >= y || Number.isNaN(x) ? x : y),
  slopeA: (x, y) => (x >= y || Number.isNaN(x) ? 1 : 0),
  slopeB: (x, y) => (x >= y || Number.isNaN(x) ? 0 : 1),
});

/** Addition has its own loops: it carries the biases of every layer. */
export const add: Op<None, PairPlan> = {
  plan: ([a, b]) => planPair('add', a!, b!),
  forward(v, { a, b, at, plan: { repeat, n, stepA, stepB } }) {
    for (let r = 0; r < repeat; r++) {
      for (let j = 0; j < n; j++) v[at + r * n + j] = v[a + r * stepA + j]! + v[b + r * stepB + j]!;
    }
  },
  backward(_, g, { a, b, at, plan: { repeat, n, stepA, stepB } }, into) {
    sendOn(g, at, a, repeat, n, stepA, into.a);
    sendOn(g, at, b, repeat, n, stepB, into.b);
  },
};

/** Passes a gradient on unchanged, summed over the repetitions if the input was repeated (its step is 0). */
function sendOn(
  g: Float64Array,
  from: number,
  to: number,
  repeat: number,
  n: number,
  step: number,
  write: Write,
): void {
  if (write === 'skip') return;
  const end = from + repeat * n;
  let i = from;
  // The first repetition is stored, or all of them if each has a place of its own.
  if (write === 'store')
    for (const stored = step === 0 ? from + n : end; i < stored; i++) g[to + i - from] = g[i]!;
  while (i < end) {
    const o = step === 0 ? to : to + i - from;
    for (let j = 0; j < n; j++, i++) g[o + j]! += g[i]!;
  }
}
