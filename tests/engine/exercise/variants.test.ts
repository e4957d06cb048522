// An exercise has variants where its numbers are drawn, which is a matter of its model and not of a word in it.
import { expect, test } from 'vitest';
import { drawsNumbers, type Part } from '../../../engine/exercise/index.ts';

const graph = {
  name: '',
  kind: 'graph',
  task: 'numbers',
  inputs: ['x', 'y'],
  ops: ['*'],
  computes: 'x y',
  graph: 'p = x * y',
  mistakes: [],
} as const satisfies Part;

test.each([
  ['x : number, random 1..6', true],
  ['x : number', false],
  ['random : number\ny = 2 random', false],
  ['axis random\nx_i : random', false],
  ['# random 1..6\nx = 2', false],
  ['', false],
  ['x : number, random', false],
  ['x = = random', false],
])('%j: %s', (model, drawn) => {
  expect(drawsNumbers({ model, parts: [] })).toBe(drawn);
});

test('inputs of a graph that the model does not have are drawn', () => {
  expect(drawsNumbers({ model: '', parts: [graph] })).toBe(true);
  expect(drawsNumbers({ model: 'x = 2\ny = 1', parts: [graph] })).toBe(false);
  expect(drawsNumbers({ model: '', parts: [{ ...graph, task: 'edges' }] })).toBe(false);
  expect(drawsNumbers({ model: '', parts: [{ ...graph, graph: 'p = x * z' }] })).toBe(false);
});
