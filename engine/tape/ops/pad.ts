// Zeros around images [batch, channels, height, width], for convolutions that keep their size.
import { shapeError } from '../errors.ts';
import { type Op, type Plan, put } from '../op.ts';
import { wholeNumber } from './pool.ts';
import type { PadOptions } from './signatures.ts';
import { places, stepsOf } from './windows.ts';

/** Entry i of the input goes to entry `to[i]` of the result. */
interface PadPlan extends Plan {
  readonly to: Int32Array;
}

export const pad: Op<PadOptions, PadPlan> = {
  plan([a], { padding }) {
    wholeNumber('pad', 'padding', padding, 0);
    if (a!.length !== 4)
      throw shapeError('pad', [a!], 'expected images as batch x channels x height x width');
    const shape = a!.map((length, axis) => (axis < 2 ? length : length + 2 * padding));
    const steps = stepsOf(shape);
    return { shape, to: places(a!, steps, padding * (steps[2]! + 1)) };
  },
  forward(v, { a, at, size, plan: { to } }) {
    v.fill(0, at, at + size);
    for (let i = 0; i < to.length; i++) v[at + to[i]!] = v[a + i]!;
  },
  backward(_, g, { a, at, plan: { to } }, into) {
    for (let i = 0; i < to.length; i++) put(g, a + i, into.a, g[at + to[i]!]!);
  },
};
