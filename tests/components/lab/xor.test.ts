// The net for XOR: its outputs, its training, starts that never learn, and the lines in its plane.
import { describe, expect, it } from 'vitest';
import {
  allRight,
  area,
  createXorNet,
  crossing,
  futureOf,
  randomStart,
  regions,
  square,
} from '../../../components/lab/index.ts';

describe('the net', () => {
  it('is exact with the two differences', () => {
    const net = createXorNet();
    net.set([1, -1, -1, 1, 1, 1]);
    expect(net.outputs()).toEqual([0, 1, 1, 0]);
    expect(net.weights()).toEqual([1, -1, -1, 1, 1, 1]);
    expect(net.loss()).toBe(0);
    expect(net.dead()).toEqual([false, false]);
  });

  it('takes the step of the gradient', () => {
    const net = createXorNet();
    net.set([1, 1, 0, 0, 1, 0]);
    // Outputs 0, 1, 1, 2: the only error is 2 at (1, 1), where dL/dy = 2 * 2 / 4 = 1.
    expect(net.step(0.1)).toBe(1);
    const after = [0.9, 0.9, 0, 0, 0.8, 0];
    net.weights().forEach((weight, i) => {
      expect(weight).toBeCloseTo(after[i]!, 14);
    });
  });

  it('knows its dead units', () => {
    const net = createXorNet();
    net.set([-1, -2, 1, 0, 1, 1]);
    expect(net.dead()).toEqual([true, false]);
  });
});

describe('what becomes of a start', () => {
  it('is hopeless where both units are dead, and where they are twins', () => {
    expect(futureOf([-1, -1, -1, -1, 1, 1], 0.1)).toEqual({
      fate: 'both-dead',
      steps: 0,
      dead: [true, true],
    });
    expect(futureOf([1, -1, 1, -1, 0.5, 0.5], 0.1).fate).toBe('twins');
  });

  it('is at rest only where the gradient is', () => {
    // The descent creeps over a saddle here: a loss that hardly falls is no proof that it never will.
    expect(futureOf([1e-7, 2e-7, 2e-7, 1e-7, 1e-7, 1e-7], 0.001).fate).toBe('moving');
  });

  it('is the same as watching the training', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { fate, steps } = futureOf(randomStart(seed), 0.1);
      const net = createXorNet();
      net.set(randomStart(seed));
      for (let i = 0; i < steps; i++) net.step(0.1);
      expect(allRight(net.outputs()), `seed ${seed}`).toBe(fate === 'learns');
    }
  });

  it('differs between starts', () => {
    const found = new Set(Array.from({ length: 60 }, (_, i) => futureOf(randomStart(i + 1), 0.1).fate));
    expect(found).toContain('learns');
    expect(found).toContain('one-dead');
  });
});

describe('the plane', () => {
  it('is cut into regions in which the net is linear', () => {
    const net = createXorNet();
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const weights = randomStart(seed);
      net.set(weights);
      const parts = regions(weights);
      expect(parts.reduce((sum, { corners }) => sum + area(corners), 0)).toBeCloseTo(4, 9);
      // A point on the border of regions has the same output in each of them.
      [[0, 0] as const, [0, 1] as const, [1, 0] as const, [1, 1] as const].forEach((point, i) => {
        const around = parts.filter(({ corners }) => isIn(point, corners));
        expect(around.length).toBeGreaterThan(0);
        for (const { slope } of around) {
          expect(slope[0] * point[0] + slope[1] * point[1]).toBeCloseTo(net.outputs()[i]!, 12);
        }
      });
    }
  });

  it('is not cut by twins twice, nor by a unit without weights', () => {
    expect(regions([1, -1, 1, -1, 0.5, 0.5]).map(({ slope }) => slope)).toEqual([
      [1, -1],
      [0, 0],
    ]);
    expect(regions([0, 0, 0, 0, 1, 1])).toEqual([{ corners: square, slope: [0, 0] }]);
  });

  it('is crossed by the line of a unit from side to side', () => {
    expect(crossing(square, ([x1, x2]) => x1 - x2)).toEqual([
      [1.5, 1.5],
      [-0.5, -0.5],
    ]);
    expect(crossing(square, () => 1)).toEqual([]);
  });
});

/** Whether the triangles from a point to the sides of a polygon fill no more than the polygon. */
function isIn(point: readonly [number, number], corners: readonly (readonly [number, number])[]): boolean {
  const filled = corners.map((corner, i) => area([point, corner, corners[(i + 1) % corners.length]!]));
  return filled.reduce((sum, one) => sum + one, 0) <= area(corners) + 1e-9;
}
