// What other systems that judge formulas got wrong, one test each.
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { difference, parse, parseModel, prepare } from '../../../engine/formula/index.ts';

function equal(left: string, right: string, model = 'z : number\na : number\nb : number'): boolean {
  const { names, ...rest } = parseModel(model);
  const scope = { names, notation: 'entries', decimalComma: false, star: false, derivatives: false } as const;
  const ground = {
    model: { names, ...rest },
    notation: 'entries',
    free: new Map(),
    layers: [],
    variant: 1,
  } as const;
  const [l, r] = [left, right].map((text) => prepare(parse(text, scope), ground));
  return difference(l as NonNullable<typeof l>, r as NonNullable<typeof r>, ground) === null;
}

test('what has no value is not equal to what has none', () => {
  expect(equal('0/0', 'z')).toBe(false);
  expect(equal('ln(-1 - z^2)', 'ln(-2 - z^2)')).toBe(false);
});

test('a pole hit by chance does not make two formulas equal', () => {
  expect(equal('1/(z - a)', '1/(a - z)')).toBe(false);
  expect(equal('(z^2 - a^2)/(z - a)', 'z + a')).toBe(true);
});

test('a small term does not drown', () => {
  expect(equal('1000000 z + 1/1000000', '1000000 z')).toBe(false);
  expect(equal('z + 10^-14 a', 'z')).toBe(false);
});

test('tanh(z)^2 is the square of tanh(z)', () => {
  expect(equal('tanh(z)^2', 'tanh(z) tanh(z)')).toBe(true);
  expect(equal('tanh(z)^2', 'tanh(z^2)')).toBe(false);
});

test('two forms that lose digits far out are still equal', () => {
  expect(equal('(1 - tanh(z)) (1 + tanh(z))', '4/(e^z + e^-z)^2')).toBe(true);
  expect(equal('1/(1 + e^-z)', 'e^z/(1 + e^z)')).toBe(true);
});

test('negative numbers are tried too', () => {
  expect(equal('z', 'max(0, z)')).toBe(false);
  expect(equal('sqrt(z^2)', 'z')).toBe(false);
  expect(equal('sqrt(z^2)', '|z|')).toBe(true);
});

test('16,000 is not 16', () => {
  const exercise = {
    id: 'sixteen',
    title: 'Sixteen',
    chapter: 'test',
    model: 'p = 16',
    parts: [{ name: '', kind: 'formula', find: 'p', notation: 'entries', mistakes: [] }],
    random: false,
  } as const;
  expect(check(exercise, '', '16,000').verdict).toBe('unreadable');
  expect(check(exercise, '', '16').verdict).toBe('correct');
});
