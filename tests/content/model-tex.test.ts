// What is said of the names of a model: each once, with its shape, declared or worked out.
import { expect, test } from 'vitest';
import { modelTex } from '../../src/mdx/model-tex.ts';

test('every name of a model has its shape, also one that an equation defines', () => {
  const { names } = modelTex(`axis I
axis H
x_i : I
y_j : H, one-hot
p : number, random 2..5
W_ji : H x I
z_j = sum_i W_ji x_i
L = sum_j y_j z_j`);
  expect(names.map(({ tex, says }) => `${tex}: ${says}`)).toEqual([
    'x: $I$',
    'y: $H$, one entry is 1, the others are 0',
    'p: whole, from $2$ to $5$',
    'W: $H \\times I$',
    'z: $H$',
    'L: a number',
  ]);
});

test('one-hot is said of each row where there are several', () => {
  const { names } = modelTex(`axis N
axis K
t_nk : N x K, one-hot`);
  expect(names.map(({ says }) => says)).toEqual([
    '$N \\times K$, in each row one entry is 1, the others are 0',
  ]);
});

test('a name in layers is said once, with the shape of any layer', () => {
  const { names } = modelTex(`axis n^l
layers 0..3 last L
x_j : n^0
W_ji^l : n^l x n^{l-1}
a_j^0 = x_j
a_j^l = sum_i W_ji^l a_i^{l-1}`);
  expect(names.map(({ tex, says }) => `${tex}: ${says}`)).toEqual([
    'x: $n^{0}$',
    'W: $n^{l} \\times n^{l - 1}$',
    'a: $n^{l}$',
  ]);
});
