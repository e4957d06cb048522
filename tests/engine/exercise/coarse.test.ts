// A number rounded too far asks for digits, unless it is a foreseen mistake to the digit.
import { expect, test } from 'vitest';
import { check, type Exercise } from '../../../engine/exercise/index.ts';

const exercise: Exercise = {
  id: 'second-step',
  title: 'Second step',
  chapter: 'test',
  model: 'p = sigma(-5/32)',
  parts: [
    {
      name: '',
      kind: 'formula',
      find: 'p',
      notation: 'entries',
      mistakes: [{ key: 'mistake-1', is: '1/2' }],
    },
  ],
  random: false,
};

test.each([
  ['0.4610', { verdict: 'correct' }],
  ['0.461016779312316', { verdict: 'correct' }],
  ['1/(1 + e^(5/32))', { verdict: 'correct' }],
  ['0.46', { verdict: 'form' }],
  ['0.5', { verdict: 'wrong', misconception: 'mistake-1' }],
])('%s', (response, verdict) => {
  expect(check(exercise, '', response)).toMatchObject(verdict);
});
