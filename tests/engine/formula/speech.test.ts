// What a screen reader says of a formula: nothing that is heard may be taken for another formula.
import { expect, test } from 'vitest';
import { parseModel, printSpeech } from '../../../engine/formula/index.ts';

const names = `axis I
x_i : I
z^1 : number
W1 : number
yhat : number
yhat1 : number
n : number
c : number
`;

test.each([
  ['yhat + yhat1', 'y hat plus y hat 1'],
  ['2 z^1 W1', '2 times z layer 1 times capital W 1'],
  ['n^2 / (1 + c)', 'n squared over open bracket 1 plus c close bracket'],
  ['tanh(n)^2', 'open bracket tanh of n close bracket squared'],
  ['exp(n)^c', 'open bracket e to the n close bracket to the power c'],
  ['(n + c)^2', 'open bracket n plus c close bracket squared'],
  ['sum_i x_i', 'sum over i of x sub i'],
  ['[n = c]', 'one if n equals c, else zero'],
  ['[n = c] c', 'one if n equals c, else zero, times c'],
])('%s', (formula, said) => {
  const { by } = parseModel(`${names}r = ${formula}`).definitions.at(-1)!;
  expect('type' in by && printSpeech(by)).toBe(said);
});
