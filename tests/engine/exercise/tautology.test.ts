// The very quantity asked for is no answer; a layer of the same name is not that quantity. Nor is what is right by chance.
import { expect, test } from 'vitest';
import { check, type Exercise } from '../../../engine/exercise/index.ts';

const exercise: Exercise = {
  id: 'loss',
  title: 'Loss',
  chapter: 'test',
  model: [
    'axis n^l',
    'layers 0..5 last L',
    'z_k^l : n^l',
    't_k : n^L, one-hot',
    'L = -sum_k t_k (z_k^L - ln sum_c exp(z_c^L))',
  ].join('\n'),
  parts: [
    { name: '', kind: 'formula', find: 'L', using: ['t', 'z', 'L'], notation: 'entries', mistakes: [] },
  ],
  random: false,
};

test('the last layer may be called as the loss is', () => {
  expect(check(exercise, '', 'sum_k t_k (ln sum_c e^{z_c^L} - z_k^L)').verdict).toBe('correct');
});

test('the loss itself is refused, alone and inside a formula', () => {
  for (const response of ['L', '2 L - L', 'sum_k t_k L'])
    expect(check(exercise, '', response)).toMatchObject({ verdict: 'unreadable' });
});

const given: Exercise = {
  ...exercise,
  model: 't = 0\ny = t\nz = 1\np = sigma(z)\nE = -y ln p - (1 - y) ln(1 - p)',
  parts: [
    {
      name: '',
      kind: 'formula',
      find: 'd E / d z',
      using: ['p', 't', 'y'],
      notation: 'entries',
      mistakes: [],
    },
  ],
};

test.each([
  ['p - t', 'correct'],
  ['p - y', 'correct'],
  ['p', 'correct'],
  ['0.7311', 'correct'],
  ['p + t', 'wrong'],
  ['p + y', 'wrong'],
])('a formula in given numbers holds for others, too: %s is %s', (response, verdict) => {
  expect(check(given, '', response).verdict).toBe(verdict);
});
