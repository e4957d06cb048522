// A sum whose index stands only inside offsets does not say how far it runs.
import { expect, test } from 'vitest';
import { check, type Exercise } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

const exercise: Exercise = {
  id: 'slide',
  title: 'Slide',
  chapter: 'test',
  model:
    'axis K\naxis O\naxis H = K + O - 1\nx_a : H, padded\nw_m : K\nv_i = sum_m w_m x_{i+m} : O\ns = sum_i v_i',
  parts: [
    { name: '', kind: 'formula', find: 'd s / d w_m', using: ['x', 'O'], notation: 'entries', mistakes: [] },
  ],
  random: false,
};

test('offsets alone give no range, and the reader is told so', () => {
  const verdict = check(exercise, '', 'sum_i x_{i+m}');
  expect(verdict).toMatchObject({ verdict: 'wrong', misconception: 'unused-index' });
  expect(verdict.message).toMatch(/Nothing says how far \$i\$ runs/);
});

test('bounds give it', () => {
  expect(check(exercise, '', 'sum_{i=0}^{O-1} x_{i+m}').verdict).toBe('correct');
});

test.each([
  ['sum(x[i + m] for i in range(O))', 'correct'],
  ['sum(x[i + m] for i in range(O - 1))', 'wrong'],
  ['sum(x[i + m] for i in range(3))', 'wrong'],
  ['sum_{i=1}^{O} x_{i+m}', 'correct'],
  // What is counted from 1 is put back to 0 where it is used.
  ['sum_{i=1}^{O} x_{i+m-1}', 'correct'],
  ['sum_{i=2}^{O} x_{i+m-1}', 'wrong'],
])('%s is %s', (response, verdict) => {
  expect(check(exercise, '', response).verdict).toBe(verdict);
});

const pixel: Exercise = {
  ...exercise,
  model:
    'axis K\naxis O\naxis H = K + O - 1\nx_a : H\nw_m : K, padded\nd_i : O, padded\nv_i = sum_m w_m x_{i+m} : O\ns = sum_i d_i v_i',
  parts: [
    {
      name: '',
      kind: 'formula',
      find: 'd s / d x_a',
      answer: 'sum_m w_m d_{a-m}',
      using: ['w', 'd', 'K', 'O'],
      notation: 'entries',
      mistakes: [],
    },
  ],
};

test.each([
  ['sum_m w_{K-1-m} d_{a-K+1+m}', 'correct'],
  ['sum_m w_{K-1-m} d_{a+m}', 'wrong'],
  ['sum_{i=a-K+1}^{a} d_i w_{a-i}', 'correct'],
  ['sum_{i=a-K+2}^{a} d_i w_{a-i}', 'wrong'],
])('an axis may be walked from its end, or between other indices: %s is %s', (response, verdict) => {
  expect(check(pixel, '', response).verdict).toBe(verdict);
});

test('an index that occurs nowhere is told apart from that', () => {
  expect(check(exercise, '', 'sum_i x_m').message).toMatch(/does not occur/);
});

const numbered: Exercise = {
  ...exercise,
  model:
    'axis K1\naxis O1\naxis H = K1 + O1 - 1\nx_a : H\nw_m : K1\nv_i = sum_m w_m x_{i+m} : O1\ns = sum_i v_i\ng_i = d s / d v_i : O1',
  parts: [
    {
      name: '',
      kind: 'formula',
      find: 'd s / d w_m',
      answer: 'sum_i g_i x_{i+m}',
      using: ['x', 'g', 'K1', 'O1', 'H'],
      notation: 'entries',
      mistakes: [],
    },
  ],
};

test.each([
  ['sum_{i=0}^{O_1-1} g_i x_{i+m}', 'correct'],
  ['\\sum_{i=0}^{H-K_{1}} g_i x_{i+m}', 'correct'],
  ['sum_{i=0}^{H-K_1-1} g_i x_{i+m}', 'wrong'],
  // A size that the exercise does not have can only mean the whole axis.
  ['sum_{i=0}^{H-k1} g_i x_{i+m}', 'correct'],
  ['sum_{i=0}^{H-k_1} g_i x_{i+m}', 'correct'],
])('a size may be written with its number as an index: %s', (response, verdict) => {
  expect(check(numbered, '', response).verdict).toBe(verdict);
});

test.each([
  ['k=1', 'n_{l+1}', 'correct'],
  ['k=0', 'n_{l+1}-1', 'correct'],
  ['k=0', 'n^{(l+1)} - 1', 'correct'],
  ['k=0', 'n_{l+1}', 'wrong'],
  ['k=1', 'n_{l+1}-1', 'wrong'],
])('from %s to %s of the reader’s own is %s', (from, to, verdict) => {
  const response = `f'(z_j^l) \\sum_{${from}}^{${to}} \\delta_k^{l+1} W_{kj}^{l+1}`;
  expect(check(fixture('delta-recursion'), '', response).verdict).toBe(verdict);
});
