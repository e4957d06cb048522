// Values that are shown in the text: very small ones as powers of ten, not as a product with Euler's number; long ones in threes.
import { expect, test } from 'vitest';
import { valuesOf } from '../../../engine/exercise/index.ts';

test('small and large numbers are shown as powers of ten', () => {
  const shown = valuesOf({ model: 'a = (1/4)^29\nv = (1/10^9, 3) : 2' }, ['a', 'v', '10^30'], 1);
  expect(shown[0]).toEqual({ tex: '3.46945 \\cdot 10^{-18}', text: '3.46945e-18' });
  expect(shown[1]?.tex).toBe('(1 \\cdot 10^{-9}, 3)');
});

test('the digits of long whole numbers stand in threes', () => {
  const [long, short] = valuesOf({ model: 'n = 40894464' }, ['n', '1234'], 1);
  expect(long).toEqual({ tex: '40\\,894\\,464', text: '40894464' });
  expect(short?.tex).toBe('1234');
});

test('a row is typeset as a list, a matrix as a matrix', () => {
  const shown = valuesOf({ model: 'r = [[1, -2]] : 1 x 2\nm = [[1, 2], [3, 4]] : 2 x 2' }, ['r', 'm'], 1);
  expect(shown.map(({ tex }) => tex)).toEqual(['(1, -2)', '\\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix}']);
  expect(shown[0]?.text).toBe('[[1, -2]]');
});
