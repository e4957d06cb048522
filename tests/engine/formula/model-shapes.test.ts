// The shapes of whole arrays follow from the equations, line by line.
import { expect, test } from 'vitest';
import { parseModel } from '../../../engine/formula/index.ts';

const sizes = (text: string) =>
  Object.fromEntries(
    [...parseModel(text).names].flatMap(([name, meaning]) =>
      meaning.role === 'array'
        ? [[name, meaning.forms.map((form) => form.axes.map((axis) => axis.size))]]
        : [],
    ),
  );

test('a matrix of numbers gives its shape to what is made of it, also to entries taken later', () => {
  const text = 'X = [[1, 2], [3, 4], [5, 6]]\nW = [[1, 0, 0], [0, 1, 0]]\nh = X W\no = relu(h)\nL = o_{0,1}';
  expect(sizes(text)).toEqual({
    X: [['3', '2']],
    W: [['2', '3']],
    h: [['3', '3']],
    o: [['3', '3']],
    L: [[]],
  });
});

test('a function of a declared array has its shape', () => {
  const text = 'f : function\naxis N\naxis I\nX : N x I\nO = f(X)\nP = O^T O';
  expect(sizes(text)).toMatchObject({ O: [['N', 'I']], P: [['I', 'I']] });
});
