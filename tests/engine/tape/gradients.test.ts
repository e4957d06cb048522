// The gradient check over every operation, shape family and seed.
import { describe, expect, test } from 'vitest';
import { createRandom, gradientCheck, type OpName, type Random } from '../../../engine/tape/index.ts';
import { cases, lossOf } from './cases.ts';

const seeds = [1, 2, 3];

function wholeNumbers(seed: number): Random {
  const random = createRandom(seed);
  return { ...random, normal: () => random.integer(-4, 4), uniform: () => random.integer(1, 3) };
}

for (const op of Object.keys(cases) as OpName[]) {
  describe(op, () => {
    test.each(cases[op].map((one) => [one.title, one] as const))('%s', (_, one) => {
      for (const seed of seeds) {
        const { t, loss } = lossOf(one, createRandom(seed));
        const report = gradientCheck(t, loss);
        expect(report.passed, `seed ${seed}: ${report.text}`).toBe(true);
        expect(report.compared).toBeGreaterThan(0);
        if (!one.linear) continue;
        // On whole numbers, moved by whole steps, a linear rule has nothing to round.
        const whole = lossOf(one, wholeNumbers(seed));
        const exact = gradientCheck(whole.t, whole.loss, { step: 1, tolerance: 1e-13 });
        expect(exact.passed, `seed ${seed}, linear: ${exact.text}`).toBe(true);
      }
    });
  });
}
