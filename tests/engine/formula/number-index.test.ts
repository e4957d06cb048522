// A whole number as an index ends where it ends: what follows is not part of the index.
import { expect, test } from 'vitest';
import { parse, parseModel, printText } from '../../../engine/formula/index.ts';

const { names } = parseModel('u_i : 2\no : number');

test.each([
  ['u_0 + u_1 o', 'u_0 + u_1 o'],
  ['u_1 o', 'u_1 o'],
  ['u_1 - 1', 'u_1 - 1'],
])('%s is read as %s', (typed, printed) => {
  const tree = parse(typed, {
    names,
    notation: 'entries',
    decimalComma: false,
    star: false,
    derivatives: false,
  });
  expect(printText(tree)).toBe(printed);
});
