// The gradient check over every operation, shape family and seed.
import { describe, expect, test } from 'vitest';
import { gradientCheck } from '../../../engine/tape/gradient-check.ts';
import { createRandom, type OpName, type Random } from '../../../engine/tape/index.ts';
import { cases } from './cases.ts';
import { lossOf, uses } from './loss.ts';

const seeds = [1, 2, 3];

function wholeNumbers(seed: number): Random {
  const random = createRandom(seed);
  return { ...random, normal: () => random.integer(-4, 4), uniform: () => random.integer(1, 3) };
}

for (const op of Object.keys(cases) as OpName[]) {
  describe(op, () => {
    test.each(cases[op].map((one) => [one.title, one] as const))('%s', (_, one) => {
      for (const [seed, use] of seeds.flatMap((seed) => uses.map((use) => [seed, use] as const))) {
        const { t, loss } = lossOf(one, createRandom(seed), use);
        const report = gradientCheck(t, loss);
        expect(report.passed, `seed ${seed}, ${use}: ${report.text}`).toBe(true);
        expect(report.compared).toBeGreaterThan(0);
        if (!one.linear) continue;
        // On whole numbers, moved by whole steps, a linear rule has nothing to round.
        const whole = lossOf(one, wholeNumbers(seed), use);
        const exact = gradientCheck(whole.t, whole.loss, { step: 1, tolerance: 1e-13 });
        expect(exact.passed, `seed ${seed}, ${use}, linear: ${exact.text}`).toBe(true);
      }
    });
  });
}
