// A model may give a known function a name of its own; its derivatives are the known ones.
import { expect, test } from 'vitest';
import {
  checkIndices,
  drawReal,
  evaluate,
  Point,
  parse,
  parseModel,
  realField,
} from '../../../engine/formula/index.ts';

function numberOf(model: string, formula: string): number {
  const { names, ...rest } = parseModel(model);
  const scope = { names, notation: 'entries', decimalComma: false, star: false, derivatives: true } as const;
  const point = new Point({ names, ...rest }, { field: realField(), draw: drawReal, seed: 1, variant: 1 });
  const tree = parse(formula, scope);
  return evaluate(tree, point, new Map(), checkIndices(tree, names, new Map())).v;
}

test.each([
  ['relu', '0.5', 'f(z)', 0.5],
  ['relu', '0.5', "f'(z)", 1],
  ['relu', '-0.5', "f'(z)", 0],
  ['relu', '0', "f'(z)", 0],
  ['tanh', '0.5', "f'(z)", 1 - Math.tanh(0.5) ** 2],
  ['tanh', '0.5', "f''(z)", -2 * Math.tanh(0.5) * (1 - Math.tanh(0.5) ** 2)],
  ['sigma', '0', "f'(z)", 0.25],
  ['ln', '4', "f'(z)", 0.25],
  ['tanh', '0.5', 'd y / d z', 1 - Math.tanh(0.5) ** 2],
])('with f = %s and z = %s, %s is %d', (known, z, formula, expected) => {
  const model = `f : function ${known}\nz = ${z}\ny = f(z)`;
  expect(numberOf(model, formula)).toBeCloseTo(expected, 12);
});

test.each(['rule', 'softmax', 'max'])('%s is refused', (name) => {
  expect(() => parseModel(`x : number\nf : function ${name}`)).toThrow(
    `${name} is not a function of one number`,
  );
});
