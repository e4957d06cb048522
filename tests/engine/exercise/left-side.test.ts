// A response may repeat what is asked for, as `dL/dW = …`; any other equation is refused.
import { describe, expect, test } from 'vitest';
import { check, type Exercise, preview } from '../../../engine/exercise/index.ts';

const model = 'axis K\ns_k : K\nw_k : K\nL = sum_k w_k s_k^2\nh = 3 s_0';
const exercise: Exercise = {
  id: 'left',
  title: '',
  chapter: '',
  model,
  random: false,
  parts: [
    {
      name: '',
      kind: 'formula',
      find: 'd L / d s_k',
      answer: '2 w_k s_k',
      using: ['w', 's'],
      notation: 'entries',
      mistakes: [],
    },
  ],
};
const verdict = (response: string) => check(exercise, '', response);

describe('the left-hand side', () => {
  test.each([
    'd L / d s_k = 2 w_k s_k',
    'dL/ds_k = 2w_k s_k',
    '\\frac{\\partial L}{\\partial s_k} = 2 w_k s_k',
    '∂L/∂s_k=2w_k s_k',
    '\\[ \\frac{\\partial L}{\\partial s_k} = 2 w_k s_k \\]',
    'dL/ds_k = dL/dw_k * dw_k/ds_k + ... = 2 w_k s_k',
    '\\begin{align*} \\frac{\\partial L}{\\partial s_k} &= w_k \\frac{\\partial s_k^2}{\\partial s_k} \\\\ &= 2 w_k s_k \\end{align*}',
    'grad = w_k (2 s_k) = 2 w_k s_k',
    'dL/dq * dq/ds_k = 2 w_k s_k',
    '(dq/ds_k)(dL/dq) = 2 w_k s_k',
  ])('%s is read as its right side', (response) => {
    expect(verdict(response).verdict).toBe('correct');
    expect(preview(exercise, '', response)).toMatchObject({
      ok: true,
      tex: expect.not.stringContaining('='),
    });
  });

  test.each([
    'd L / d w_k = 2 w_k s_k',
    'L = 2 w_k s_k',
    'dL/dw_k = dL/ds_k = 2 w_k s_k',
    'dL/ds_k * ds_k/dw_k = 2 w_k s_k',
    'dL/dq * dp/ds_k = 2 w_k s_k',
    '2 w_k s_k = 0',
    '2 w_k s_k - 3 q = 2 w_k s_k',
    '2 w_k s_k - = 2 w_k s_k',
    '2 w_k s_k * so = 1',
    'w_k = s_k = 2',
  ])('%s is refused', (response) => {
    expect(verdict(response).verdict).toBe('unreadable');
  });

  test.each([
    ['dL/ds_k = 2 w_k s_k, dL/dw_k = s_k^2', 'correct'],
    ['dL/ds_k = 2 w_k s_k, dL/dw_k = s_k', 'unreadable'],
    ['dL/ds_k = 2 w_k s_k = 2 s_k', 'wrong'],
    ['dL/ds_k = 2 s_k = 2 w_k s_k', 'unreadable'],
    ['first: 2 w_k s_k; second: s_k^2', 'unreadable'],
    ['dL/ds_k = s_k^2', 'wrong'],
    ['2 w_k s_k for all k', 'correct'],
    ['dL/ds_k = 2 w_k s_k, \\forall k', 'correct'],
    ['for each k: 2 w_k s_k', 'correct'],
    ['w_k s_k for all k', 'wrong'],
  ])('%s is %s', (response, expected) => {
    expect(verdict(response).verdict).toBe(expected);
  });

  test('faults keep their place in the whole response', () => {
    const response = 'dL/ds_k = 2 (w_k';
    const found = verdict(response);
    expect(found).toMatchObject({
      verdict: 'unreadable',
      span: [response.indexOf('('), response.indexOf('(') + 1],
    });
  });
});
