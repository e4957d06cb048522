// A number that stands in two arrays: its entry in one is not the number, and derivatives keep them apart.
import { expect, test } from 'vitest';
import { type Exercise, prove, type TensorPart } from '../../../engine/exercise/index.ts';

test('a shared number does not leak into the derivative by an array', () => {
  const part: TensorPart = { name: '', kind: 'tensor', find: 'd L / d w', shape: 'shown', mistakes: [] };
  const exercise: Exercise = {
    id: 'shared',
    title: 'Shared',
    chapter: 'test',
    model: 'p : number, random 2..5\nw = (p, 1)\nx = (3, p)\nL = w^T x',
    parts: [part],
    random: true,
  };
  expect(prove(exercise, part).findings).toEqual([]);
});
