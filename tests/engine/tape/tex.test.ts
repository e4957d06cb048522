// What an operation prints is what it does: its formula and local derivatives, read back by the language, give its numbers.
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
import { createTape, type Node, type OpName, type OpOptions, ops } from '../../../engine/tape/index.ts';
import { rowTex } from '../../../engine/tape/tex.ts';

/** The number that a printed formula gives when its letters stand for these numbers. */
function read(tex: string, numbers: Record<string, number>): number {
  const model = parseModel(
    Object.entries(numbers)
      .map(([name, x]) => `${name} = ${x.toFixed(17)}`)
      .join('\n'),
  );
  const scope = {
    names: model.names,
    notation: 'entries',
    decimalComma: false,
    star: false,
    derivatives: false,
  } as const;
  const tree = parse(tex, scope);
  const point = new Point(model, { field: realField(), draw: drawReal, seed: 1, variant: 1 });
  return evaluate(tree, point, new Map(), checkIndices(tree, model.names, new Map())).v;
}

const one: OpName[] = ['neg', 'exp', 'log', 'sqrt', 'abs', 'tanh', 'sigmoid', 'relu'];
const two: OpName[] = ['add', 'sub', 'mul', 'div', 'pow', 'max'];
const losses: OpName[] = ['logLoss', 'logLossFromLogits', 'meanSquaredError'];
const points = [
  [0.7, 0.3],
  [0.2, 0.6],
] as const;

test.each([...one, ...two, ...losses].flatMap((op) => points.map(([a, b]) => [op, a, b] as const)))(
  '%s at %d and %d',
  (op, a, b) => {
    const t = createTape();
    const args: Node[] = [t.input(a, 'a'), t.input(b, 'b')].slice(0, one.includes(op) ? 1 : 2);
    const row = t.record(op, args, { reduction: 'sum' } as OpOptions[typeof op]);
    row.name = 'y';
    t.backward(row);
    const values = { a, b, y: t.item(row) };
    const { formula, locals } = rowTex(row);
    // The sum in front of a loss runs over the one entry that there is.
    const printed = formula.replace(/^y = (\\textstyle\\sum)?/, '');
    expect(read(printed, values)).toBeCloseTo(values.y, 12);
    expect(locals.map((local) => read(local, values))).toEqual(
      args.map((arg) => expect.closeTo(t.gradientItem(arg), 12)),
    );
  },
);

test('every operation prints its formula and a derivative by each input', () => {
  const options = { axes: [0], shape: [2], axis: 1, index: 2, padding: 1, size: 2 };
  for (const op of Object.keys(ops) as OpName[]) {
    const inputs =
      { select: 3, affine: 3, conv2d: 3 }[op as string] ?? (two.includes(op) || losses.includes(op) ? 2 : 1);
    const names = ['p', 'q', 'r'].slice(0, ['matmul', 'crossEntropy'].includes(op) ? 2 : inputs);
    const row = { op, options, inputs: names.map((name) => ({ name })), name: 'y' } as unknown as Node;
    const { formula, locals } = rowTex(row);
    expect(formula, op).toContain('y = ');
    for (const name of names) expect(formula, op).toContain(name);
    expect(locals.length, op).toBe(names.length);
    expect([formula, ...locals].join(), op).not.toMatch(/undefined|object/);
  }
});
