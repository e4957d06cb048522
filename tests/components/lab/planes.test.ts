// The half-planes of a linear classifier: any three leave room, all four never do. And what exponentials cost.
import { describe, expect, it } from 'vitest';
import { area, cost, cut, holds, inequalities, left, standing } from '../../../components/lab/index.ts';

const thresholds = Array.from({ length: 81 }, (_, i) => -2 + i / 20);

describe('the four inequalities', () => {
  it('leave nothing, whatever b is', () => {
    for (const b of thresholds) expect(area(left(inequalities, b)), `b = ${b}`).toBeLessThan(1e-12);
  });

  it.each([0, 1, 2, 3])('leave room for some b without number %i', (out) => {
    const three = inequalities.filter((_, i) => i !== out);
    expect(Math.max(...thresholds.map((b) => area(left(three, b))))).toBeGreaterThan(0.5);
  });

  it('are strict where the class is 1', () => {
    const [low, second] = inequalities;
    expect(holds(low!, [0, 0], 0.5)).toBe(true);
    expect(holds(second!, [0, 0], 0.5)).toBe(false);
  });
});

it('cuts polygons', () => {
  const square = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const strip = cut(square, inequalities[2]!, 0);
  expect(strip).toEqual([
    [0.5, -1],
    [1, -1],
    [1, 1],
    [0.5, 1],
  ]);
  expect(area(strip)).toBe(1);
  expect(area(cut(square, inequalities[2]!, 0, true))).toBe(3);
});

describe('exponentials', () => {
  it('are counted', () => {
    expect(['printed', 'shared', 'one'].map((way) => cost(way as 'one', 1).exponentials)).toEqual([8, 2, 1]);
  });

  it.each(['printed', 'shared', 'one'] as const)('give value and slope: %s', (way) => {
    const { value, slope } = cost(way, 0.7);
    expect(value).toBeCloseTo(Math.tanh(0.7), 14);
    expect(slope).toBeCloseTo(1 - Math.tanh(0.7) ** 2, 14);
  });
  it.each([
    [1, 'same'],
    [-10, 'same'],
    [18, 'apart'],
    [20, 'apart'],
    [-178, 'apart'],
    [178, 'over'],
    [360, 'broken'],
  ])('at z = %s stand %s', (z, expected) => {
    expect(standing(z)).toBe(expected);
  });

  it('differ by their slopes only', () => {
    for (let z = -400; z <= 350; z += 0.5) {
      const [printed, , one] = (['printed', 'shared', 'one'] as const).map((way) => cost(way, z).value);
      expect(printed).toBeCloseTo(one!, 12);
    }
  });
});
