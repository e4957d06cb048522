// Activations with their slopes, against numbers known from elsewhere.
import { expect, it } from 'vitest';
import { curveOf, spaced, steepest } from '../../../components/lab/index.ts';

it('gives values and slopes of all three', () => {
  const z = [-1, 0, 2];
  expect(curveOf('sigmoid', z).value[2]).toBeCloseTo(1 / (1 + Math.exp(-2)), 15);
  expect(curveOf('sigmoid', z).slope[1]).toBe(0.25);
  expect(curveOf('tanh', z).slope[0]).toBeCloseTo(1 - Math.tanh(1) ** 2, 15);
  expect(curveOf('relu', z)).toEqual({ z, value: [0, 0, 2], slope: [0, 0, 1] });
});

it('finds the steepest place', () => {
  const z = spaced(-6, 6, 241);
  expect(steepest(curveOf('sigmoid', z))).toEqual({ z: 0, slope: 0.25 });
  expect(steepest(curveOf('tanh', z))).toEqual({ z: 0, slope: 1 });
  expect(steepest(curveOf('relu', z)).slope).toBe(1);
});
