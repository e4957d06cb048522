// The deep net: gradients by layer, their bound, and training that repeats.
import { describe, expect, it } from 'vitest';
import { bounds, createDeepRun, steepestSlope } from '../../../components/lab/index.ts';

const setting = { activation: 'sigmoid', depth: 12, scale: 1, skip: false, rate: 0.5, seed: 3 } as const;

describe('the deep net', () => {
  it.each(['sigmoid', 'tanh', 'relu'] as const)('stays under its bound with %s', (activation) => {
    const run = createDeepRun({ ...setting, activation, scale: 1.5 });
    for (let i = 0; i < 3; i++) run.advance();
    const norms = run.norms();
    const limit = bounds(norms.at(-1)!, Math.max(...run.stretches()), 12, steepestSlope[activation]);
    norms.forEach((norm, l) => {
      expect(norm).toBeGreaterThan(0);
      expect(norm).toBeLessThanOrEqual(limit[l]! * (1 + 1e-9));
    });
  });

  it('loses the gradient through sigmoids, and keeps it with skip connections', () => {
    const ratio = (skip: boolean) => {
      const norms = createDeepRun({ ...setting, skip }).norms();
      return norms[0]! / norms.at(-1)!;
    };
    expect(ratio(false)).toBeLessThan(1e-5);
    expect(ratio(true)).toBeGreaterThan(0.1);
  });

  it('gives the same numbers for the same seed, and moves the last layer further than the first', () => {
    const [one, two] = [createDeepRun(setting), createDeepRun(setting)];
    for (let i = 0; i < 20; i++) {
      one.advance();
      two.advance();
    }
    expect(one.losses).toEqual(two.losses);
    expect(one.steps).toBe(20);
    expect(one.losses.at(-1)).toBeLessThan(one.losses[0]!);
    const moved = one.distances();
    expect(moved[0]).toBeLessThan(moved.at(-1)! / 1000);
  });
});

it('bounds by powers', () => {
  expect(bounds(2, 2, 3, 0.25)).toEqual([0.5, 1, 2]);
});
