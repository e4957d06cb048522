// The example of engine/formula/README.md holds.
import { expect, test } from 'vitest';
import {
  checkIndices,
  evaluate,
  Point,
  parse,
  parseModel,
  printTex,
  printText,
  ReadFault,
  realField,
} from '../../../engine/formula/index.ts';

const model = parseModel('z : number');
const scope = {
  names: model.names,
  notation: 'entries',
  decimalComma: false,
  star: false,
  derivatives: false,
} as const;

test.each(['1 - tanh(z)^2', '4/(e^z + e^-z)^2'])('%s is 0.419974 at z = 1', (text) => {
  const tree = parse(text, scope);
  const point = new Point(model, { field: realField(), draw: () => ({ v: 1, e: 0 }), seed: 1, variant: 1 });
  const { v } = evaluate(tree, point, new Map(), checkIndices(tree, model.names, new Map()));
  expect(v).toBeCloseTo(0.419974, 6);
});

test('1 - tanh z^2 is refused at its place', () => {
  try {
    parse('1 - tanh z^2', scope);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ReadFault);
    expect((error as ReadFault).span).toEqual([4, 11]);
  }
});

test('the product prints as text and TeX', () => {
  const tree = parse('(1 - z)(1 + z)', scope);
  expect(printText(tree)).toBe('(1 - z) (1 + z)');
  expect(printTex(tree)).toBe('(1 - z)\\, (1 + z)');
});
