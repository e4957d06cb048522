// exp, log and their kin against the browser's own, which may differ only in the last digits.
import { expect, test } from 'vitest';
import { createRandom, exp, log, log1p, sigmoid, tanh } from '../../../engine/tape/index.ts';

/** Largest distance to the true value in units of the last place, over arguments of every size. */
function worst(
  mine: (x: number) => number,
  right: (x: number) => number,
  accept: (x: number) => boolean,
): number {
  const random = createRandom(11);
  let units = 0;
  for (let i = 0; i < 50_000; i++) {
    const x = random.uniform(-1, 1) * 10 ** random.uniform(-8, 3);
    if (!accept(x)) continue;
    const truth = right(x);
    const distance = Math.abs(mine(x) - truth) / (Math.abs(truth) * 2 ** -52 + Number.MIN_VALUE);
    if (!(distance <= units)) units = distance;
  }
  return units;
}

test('all are within four units in the last place (seed 11)', () => {
  const any = () => true;
  expect(worst(exp, Math.exp, (x) => Math.abs(x) < 700)).toBeLessThan(2);
  expect(worst(log, Math.log, (x) => x > 0)).toBeLessThan(2);
  expect(worst(log1p, Math.log1p, (x) => x > -1)).toBeLessThan(4);
  expect(worst(tanh, Math.tanh, any)).toBeLessThan(4);
  expect(
    worst(
      sigmoid,
      (x) => 1 / (1 + Math.exp(-x)),
      (x) => Math.abs(x) < 30,
    ),
  ).toBeLessThan(4);
});

test('the ends of their ranges', () => {
  expect([exp(0), exp(-1000), exp(1000), exp(-Infinity), exp(NaN)]).toEqual([1, 0, Infinity, 0, NaN]);
  expect(exp(709.7)).toBeCloseTo(Math.exp(709.7), -296);
  expect(exp(-744)).toBe(Math.exp(-744));
  expect([log(0), log(1), log(Infinity), log(-1), log(NaN)]).toEqual([-Infinity, 0, Infinity, NaN, NaN]);
  expect(log(Number.MIN_VALUE)).toBeCloseTo(Math.log(Number.MIN_VALUE), 10);
  expect([tanh(0), tanh(30), tanh(-30), tanh(NaN)]).toEqual([0, 1, -1, NaN]);
  expect([sigmoid(0), sigmoid(800), sigmoid(-800)]).toEqual([0.5, 1, 0]);
  expect([log1p(-1), log1p(0), log1p(1e-20)]).toEqual([-Infinity, 0, 1e-20]);
});
