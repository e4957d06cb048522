// Formulas read aloud, and the pieces of a derivation.
import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../src/book/index.ts';
import { speech } from '../../src/mdx/speech.ts';

describe('a formula is said', () => {
  test.each([
    ['x_k^2', 'x sub k squared'],
    ['f(x, y) = x^2 + 12.5xy', 'f open bracket x, y close bracket equals x squared plus 12.5 x y'],
    ['\\frac{\\partial f}{\\partial x}', 'd f over d x'],
    ['\\frac{1}{1+e^{-z}}', 'fraction 1 over 1 plus e to the minus z end fraction'],
    ["f'(z_j^l)", 'f prime open bracket z sub j layer l close bracket'],
    ['W_{kj}^{l+1}', 'capital W sub k j layer l plus 1'],
    ['\\sum_{k=0}^{n} x_k', 'sum from k equals 0 to n of x sub k'],
    ['\\sum_k x_k', 'sum over k of x sub k'],
    ['W^\\top \\odot X^\\mathsf{T}', 'capital W transposed times entry by entry capital X transposed'],
    ['\\grd{\\delta}', 'delta'],
    ['40\\,894\\,464 \\cdot x', '40894464 times x'],
    ['a \\ne b \\le c', 'a is not b is at most c'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'open bracket 1, 2; next line 3, 4 close bracket'],
    ['\\hat{y} \\in \\mathbb{R}^n', 'y hat in double-struck capital R to the n'],
    [
      'x \\overset{h}{\\underset{\\bar h}{\\rightleftarrows}} y',
      'x arrows both ways with h bar below with h above y',
    ],
  ])('%s', (tex, words) => {
    expect(speech(tex)).toBe(words);
  });
});

test('the superscripts of names that count layers are layers', () => {
  const layered = new Set(['z', 'delta', 'W']);
  expect(speech('z^2 - t^2', layered)).toBe('z layer 2 minus t squared');
  expect(speech('{\\delta^1} = (W_{ji}^3)^\\top', layered)).toBe(
    'delta layer 1 equals open bracket capital W sub j i layer 3 close bracket transposed',
  );
  expect(speech('z^{10} (z)^2', layered)).toBe('z to the 10 open bracket z close bracket squared');
});

describe('a derivation', () => {
  test('has a step for each line, which goes on from the one before where it has no left side', () => {
    const { steps, strays } = stepsOf('d L / d s_l = a [k=l] + b   by the rule\n          = c\n\nM = N');
    expect(strays).toEqual([]);
    expect(steps.map(({ left, of, right, reason, line }) => [left, of, right, reason, line])).toEqual([
      ['d L / d s_l', 'd L / d s_l', 'a [k=l] + b', 'by the rule', 0],
      ['', 'd L / d s_l', 'c', '', 1],
      ['M', 'M', 'N', '', 3],
    ]);
    expect(steps[0]?.column).toBe(14);
  });

  test('names lines that have no two sides', () => {
    expect(stepsOf('= 1').strays).toEqual([0]);
    expect(stepsOf('a = 1\nhello\nb =').strays).toEqual([1, 2]);
  });
});
