// What a card is given survives its way through the page.
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../components/exercise/pack.ts';

test('a packed value comes back, quotation marks and backticks included', () => {
  const value = { part: 'dx', says: 'a "word", a `name`, a \\ and f\'', rows: [[1, -0.5], []], yes: true };
  expect(unpack(pack(value))).toEqual(value);
});

test('a packed value holds no quotation marks that HTML would escape', () => {
  expect(pack({ part: 'dx' })).toBe('{`part`:`dx`}');
});
