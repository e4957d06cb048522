// A small convolution on the tape, and which cells meet in each of its sums.

import { createRandom, createTape } from '../../../engine/tape/index.ts';

export interface ConvSetting {
  /** Row after row. */
  readonly image: readonly number[];
  readonly side: number;
  readonly kernel: readonly number[];
  readonly kernelSide: number;
  readonly stride: number;
  readonly padding: number;
}

/** One product in the sums: output (i, j) uses weight (m, n) on pixel (a, b). */
export interface Meeting {
  readonly i: number;
  readonly j: number;
  readonly m: number;
  readonly n: number;
  readonly a: number;
  readonly b: number;
  /** The pixel lies in the padding, and is 0. */
  readonly outside: boolean;
}

/** How many outputs there are on each side. */
export function outputSide({ side, kernelSide, stride, padding }: ConvSetting): number {
  return Math.floor((side + 2 * padding - kernelSide) / stride) + 1;
}

/** All products of a forward pass, in the order of the outputs, then of the weights. */
export function meetings(setting: ConvSetting): readonly Meeting[] {
  const { side, kernelSide, stride, padding } = setting;
  const out = outputSide(setting);
  const all: Meeting[] = [];
  for (let i = 0; i < out; i++) {
    for (let j = 0; j < out; j++) {
      for (let m = 0; m < kernelSide; m++) {
        for (let n = 0; n < kernelSide; n++) {
          const [a, b] = [i * stride + m - padding, j * stride + n - padding];
          all.push({ i, j, m, n, a, b, outside: a < 0 || b < 0 || a >= side || b >= side });
        }
      }
    }
  }
  return all;
}

export interface ConvRun {
  /** v, row after row. */
  readonly output: readonly number[];
  readonly weightGradient: readonly number[];
  readonly imageGradient: readonly number[];
}

/** Forward and backward on the tape, with `delta` = dL/dv coming in. */
export function runConv(setting: ConvSetting, delta: readonly number[]): ConvRun {
  const { image, side, kernel, kernelSide, stride, padding } = setting;
  const t = createTape();
  const x = t.input([1, 1, side, side], image, 'x');
  const w = t.input([1, 1, kernelSide, kernelSide], kernel, 'w');
  const v = t.conv2d(x, w, undefined, { stride, padding });
  t.backward(v, { upstream: delta });
  return {
    output: [...t.peek(v)],
    weightGradient: [...t.gradient(w)],
    imageGradient: [...t.gradient(x)],
  };
}

/** Small whole numbers to come in from above, from -2 to 2. */
export function randomDelta(seed: number, count: number): readonly number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.integer(-2, 2));
}

export const modes = ['output', 'weight', 'pixel'] as const;
export type Mode = (typeof modes)[number];

/** The products that enter one output, one weight's gradient or one pixel's gradient; `at` counts row after row. */
export function entering(setting: ConvSetting, mode: Mode, at: number): readonly Meeting[] {
  const width =
    mode === 'output' ? outputSide(setting) : mode === 'weight' ? setting.kernelSide : setting.side;
  const [row, column] = [Math.floor(at / width), at % width];
  return meetings(setting).filter((one) =>
    mode === 'output'
      ? one.i === row && one.j === column
      : mode === 'weight'
        ? one.m === row && one.n === column
        : one.a === row && one.b === column,
  );
}
