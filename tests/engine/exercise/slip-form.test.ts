// A mended line may have to be written in a certain form: the name of the function is no definition of it.
import { expect, test } from 'vitest';
import { check, type Exercise } from '../../../engine/exercise/index.ts';

const exercise: Exercise = {
  id: 'definition',
  title: 'A definition',
  chapter: 'test',
  model: 'z : number\nh = tanh(z)',
  parts: [
    {
      name: '',
      kind: 'slip',
      lines: ['h = sinh(z)/cosh(z)', '= (e^(-z) - e^(-z))/(e^(-z) + e^(-z))'],
      find: 'h',
      using: ['z'],
      notation: 'entries',
      form: { functions: ['exp'] },
      mistakes: [],
    },
  ],
  random: false,
};

test.each([
  ['2: (e^z - e^-z)/(e^z + e^-z)', 'correct'],
  ['2: tanh(z)', 'form'],
  ['2: 1 - tanh(z)', 'wrong'],
])('%s', (response, verdict) => {
  expect(check(exercise, '', response).verdict).toBe(verdict);
});
