// First steps from zero, constant and random starts, against numbers worked out by hand.
import { describe, expect, it } from 'vitest';
import { copiedLayers, createStartRun, moved, roomFor } from '../../../components/lab/index.ts';

const chain = { start: 'zero', constant: 0.5, seed: 1, units: 1, loss: 'square' } as const;
const runAfter = (setting: Parameters<typeof createStartRun>[0], steps: number) => {
  const run = createStartRun(setting);
  for (let i = 0; i < steps; i++) run.advance();
  return run;
};

describe('two steps of the chain from zero weights', () => {
  it('moves the last layer, then the one before it', () => {
    const one = runAfter(chain, 1);
    expect(one.last?.output).toBe(0.5);
    expect(one.history[1]).toEqual([0, 0, 0, 0, -0.125, -0.0625]);
    const two = runAfter(chain, 2);
    expect(two.last?.output).toBeCloseTo(0.461016779312, 12);
    const expected = [0, 0, -0.002092604952, -0.001046302476, 0.008926716955, 0.004463358478];
    two.history[2]!.forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected[i]!, 11);
    });
    expect(moved(two)).toEqual([false, false, true, true, true, true]);
  });

  it('does so with the log loss', () => {
    const two = runAfter({ ...chain, loss: 'log' }, 2);
    expect(two.history[1]!.slice(4)).toEqual([-0.5, -0.25]);
    expect(two.last?.output).toBeCloseTo(0.348645135334, 12);
    expect(two.history[2]![4]).toBeCloseTo(0.151354864666, 11);
    expect(two.history[2]![2]).toBeCloseTo(-0.040709679042, 11);
    expect(two.history[2]![0]).toBe(0);
  });
});

describe('two units a layer', () => {
  it.each(['zero', 'constant'] as const)('stay copies of each other from a %s start', (start) => {
    expect(copiedLayers(runAfter({ ...chain, units: 2, start }, 200))).toEqual([1, 2]);
  });

  it('differ from a random start on', () => {
    expect(copiedLayers(runAfter({ ...chain, units: 2, start: 'random' }, 0))).toEqual([]);
  });

  it('is no copy where there is one unit', () => {
    expect(copiedLayers(runAfter(chain, 3))).toEqual([]);
  });
});

it('an axis has room for some steps more, and is never half empty', () => {
  expect([1, 4, 10, 11, 101, 2000].map(roomFor)).toEqual([1, 4, 10, 15, 150, 2000]);
  for (let most = 0.01; most < 3000; most *= 1.07) {
    expect(roomFor(most)).toBeGreaterThanOrEqual(most);
    expect(roomFor(most)).toBeLessThan(1.6 * most);
  }
});
