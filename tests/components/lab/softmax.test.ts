// Softmax for the labs: gradient, Jacobian, overflow, and the triangle.
import { describe, expect, it } from 'vitest';
import { byHand, corners, jacobian, softmaxRun, spotOf, stepLogits } from '../../../components/lab/index.ts';

const logits = [1, 0.5, -2];

describe('softmax', () => {
  it('has the gradient f - y', () => {
    const { probabilities: f, gradient, loss } = softmaxRun(logits, 1);
    expect(f.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(loss).toBeCloseTo(-Math.log(f[1]!), 14);
    [f[0]!, f[1]! - 1, f[2]!].forEach((expected, k) => {
      expect(gradient[k]).toBeCloseTo(expected, 14);
    });
  });

  it('has a Jacobian f_k ([k = l] - f_l) whose rows add up to 0', () => {
    const { probabilities: f } = softmaxRun(logits, 0);
    for (const [k, row] of jacobian(logits).entries()) {
      for (const [l, entry] of row.entries()) {
        expect(entry).toBeCloseTo(f[k]! * ((k === l ? 1 : 0) - f[l]!), 14);
      }
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(0, 14);
    }
  });

  it('steps against the gradient', () => {
    expect(stepLogits([0, 0], 0, 1)).toEqual([0.5, -0.5]);
  });
});

describe('large logits', () => {
  it('break the definition and not the mended way', () => {
    const plain = byHand([1000, 1001, 999], false);
    expect(plain.sum).toBe(Number.POSITIVE_INFINITY);
    expect(plain.probabilities).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    const { probabilities, sum } = byHand([1000, 1001, 999], true);
    expect(sum).toBeCloseTo(1 + Math.exp(-1) + Math.exp(-2), 14);
    [0.244728471055, 0.665240955775, 0.09003057317].forEach((expected, k) => {
      expect(probabilities[k]).toBeCloseTo(expected, 12);
    });
  });

  it('break it downwards too', () => {
    expect(byHand([-1000, -1001], false).probabilities).toEqual([Number.NaN, Number.NaN]);
    expect(byHand([-1000, -1001], true).probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
  });
});

it('puts equal probabilities in the middle of the triangle and certainty in a corner', () => {
  expect(spotOf([0, 1, 0])).toEqual(corners[1]);
  const middle = spotOf([1 / 3, 1 / 3, 1 / 3]);
  const far = corners.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
  expect(far[1]).toBeCloseTo(far[0]!, 9);
  expect(far[2]).toBeCloseTo(far[0]!, 9);
});
