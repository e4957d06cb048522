// The net for XOR: its outputs, its training, starts that never learn, and the lines in its plane.
import { describe, expect, it } from 'vitest';
import {
  allRight,
  createField,
  createXorNet,
  crossings,
  futureOf,
  hiddenLine,
  randomStart,
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
  it('has the output of the net at each point of the grid', () => {
    const values = createField(5).outputs([1, -1, -1, 1, 1, 1]);
    // Rows from the top, x2 = 1.5, 1, 0.5, 0, -0.5; the net is |x1 - x2|.
    expect([...values.slice(0, 5)]).toEqual([2, 1.5, 1, 0.5, 0]);
    expect(values[3 * 5 + 1]).toBe(0);
  });

  it('is crossed where the values pass the level', () => {
    expect(crossings([0, 1, 0, 1], 2, 0.25)).toEqual([0.25, 0, 0.25, 1]);
    expect(crossings([0, 0, 0, 0], 2, 0.5)).toEqual([]);
  });

  it('has lines through the origin', () => {
    const [x, y, toX, toY] = hiddenLine(1, -1)!;
    expect([x, y, toX, toY].map((n) => Math.round(Math.abs(n) * 1e9) / 1e9).sort()).toEqual([
      0.5, 0.5, 1.5, 1.5,
    ]);
    expect(x - y).toBeCloseTo(0, 12);
    expect(hiddenLine(0, 0)).toBeUndefined();
  });
});
