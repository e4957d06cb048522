// Convolutions in labs: the cells that enter a sum give the number that the tape gives, forwards and backwards.
import { describe, expect, it } from 'vitest';
import {
  createImitation,
  entering,
  filter,
  kernels,
  outputSide,
  pictures,
  randomDelta,
  runConv,
} from '../../../components/lab/index.ts';
import { createRandom } from '../../../engine/tape/index.ts';

describe.each([
  [1, 0],
  [2, 0],
  [1, 1],
  [2, 1],
  [1, 2],
])('stride %i and padding %i', (stride, padding) => {
  const random = createRandom(7);
  const draw = (count: number) => Array.from({ length: count }, () => random.integer(-3, 3));
  const setting = { image: draw(25), side: 5, kernel: draw(9), kernelSide: 3, stride, padding };
  const out = outputSide(setting);
  const delta = randomDelta(5, out * out);
  const run = runConv(setting, delta);
  const x = (a: number, b: number) => setting.image[a * 5 + b]!;
  const w = (m: number, n: number) => setting.kernel[m * 3 + n]!;

  it('gives each output by the cells under the window', () => {
    expect(run.output).toHaveLength(out * out);
    run.output.forEach((value, at) => {
      const inside = entering(setting, 'output', at).filter((one) => !one.outside);
      expect(inside.reduce((sum, { m, n, a, b }) => sum + w(m, n) * x(a, b), 0)).toBe(value);
    });
  });

  it('gives each gradient by the cells that met', () => {
    const coming = (i: number, j: number) => delta[i * out + j]!;
    run.weightGradient.forEach((value, at) => {
      const met = entering(setting, 'weight', at).filter((one) => !one.outside);
      expect(met.reduce((sum, { i, j, a, b }) => sum + coming(i, j) * x(a, b), 0)).toBeCloseTo(value, 12);
    });
    run.imageGradient.forEach((value, at) => {
      const met = entering(setting, 'pixel', at);
      expect(met.reduce((sum, { i, j, m, n }) => sum + coming(i, j) * w(m, n), 0)).toBeCloseTo(value, 12);
    });
  });
});

it('flips the kernel: going through the outputs of a pixel, the weights run backwards', () => {
  const setting = { image: [], side: 5, kernel: [], kernelSide: 3, stride: 1, padding: 0 };
  const met = entering(setting, 'pixel', 2 * 5 + 2).map(({ m, n }) => 3 * m + n);
  expect(met).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
});

describe('pictures', () => {
  it('have no edges inside a plain area', () => {
    expect(filter(pictures.disc, kernels.outline)[7 * 14 + 7]).toBe(0);
  });

  it.each(['upright', 'blur', 'sharpen'] as const)('teach a kernel to imitate: %s', (name) => {
    const run = createImitation(pictures.disc, kernels[name], 1);
    const before = run.loss();
    for (let i = 0; i < 2000; i++) run.advance();
    expect(run.loss()).toBeLessThan(before / 100);
  });

  it.each([
    ['dots', 400, true],
    ['frame', 1000, false],
    ['stairs', 1000, false],
  ] as const)('of %s tell the weights apart in %i steps: %s', (name, steps, apart) => {
    const run = createImitation(pictures[name], kernels.upright, 1);
    for (let i = 0; i < steps; i++) run.advance();
    expect(run.loss()).toBeLessThan(1e-4);
    const off = run.kernel().map((w, i) => Math.abs(w - kernels.upright[i]!));
    expect(Math.max(...off) < 0.05).toBe(apart);
  });
});
