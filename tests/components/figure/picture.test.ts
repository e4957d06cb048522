// What a picture of a graph shows at a point is what the tape computes there.

import { expect, it } from 'vitest';
import { readGraph } from '../../../components/figure/index.ts';
import { marksAt, readShown } from '../../../components/figure/picture.ts';

const nodes = readGraph('s = x + y; g = x * s', ['x', 'y'])!;
const point = new Map([
  ['x', 2],
  ['y', -1],
]);

it('writes values and gradients at the nodes and local derivatives on the edges', () => {
  const { marks, edgeMarks } = marksAt(nodes, point, readShown('values, locals, gradients'));
  expect(marks.get('g')).toEqual({ value: '2', gradient: '1' });
  expect(marks.get('x')).toEqual({ value: '2', gradient: '3' });
  expect(marks.get('y')).toEqual({ value: '−1', gradient: '2' });
  expect(Object.fromEntries([...edgeMarks].map(([key, mark]) => [key, mark.label]))).toEqual({
    'x s 0': '1',
    'y s 1': '1',
    'x g 0': '1',
    's g 1': '2',
  });
});

it('shows what is asked for, and nothing else', () => {
  const { marks, edgeMarks } = marksAt(nodes, point, readShown('gradients'));
  expect(marks.get('g')).toEqual({ gradient: '1' });
  expect(edgeMarks.size).toBe(0);
  expect(() => readShown('value')).toThrow('"value" is none of values, locals, gradients.');
});
