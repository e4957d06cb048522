// Printing and reading are inverse: random trees come back from their text, and from their TeX as an equal formula.
import { expect, test } from 'vitest';
import {
  type Expr,
  make,
  parse,
  parseModel,
  printSpeech,
  printTex,
  printText,
  rational,
} from '../../../engine/formula/index.ts';
import { pick, random } from '../../fixtures/responses/fuzz.ts';

const SEED = Number(process.env.SEED ?? 99);
const { names } = parseModel(
  'axis K\naxis N\naxis n^l\nlayers 0..5 last L\nx : number\ny : number\ns_k : K\nx1 : number\nM_nk : N x K\nz_j^l : n^l\nf : function',
);
const scope = { names, notation: 'entries', decimalComma: false, star: false, derivatives: false } as const;

function tree(next: () => number, depth: number): Expr {
  const inner = () => tree(next, depth - 1);
  const leaves: (() => Expr)[] = [
    () => make.name(pick(next, ['x', 'y', 'x1'])),
    () => make.number(rational(BigInt(Math.floor(next() * 12)), pick(next, [1n, 1n, 2n, 5n]))),
    () => make.name('s', [make.name('k')]),
    () => make.name('M', [make.name('n'), make.binary('+', make.name('k'), make.number(rational(1n)))]),
    () => make.name('z', [make.name('j')], pick(next, [make.name('l'), parse1('l-1')])),
  ];
  if (depth === 0) return pick(next, leaves)();
  const call = (fn: string, primes = 0): Expr => ({
    type: 'call',
    fn,
    primes,
    args: [inner()],
    span: [0, 0],
  });
  return pick(next, [
    ...leaves,
    () => make.binary(pick(next, ['+', '-', '*', '/', '^'] as const), inner(), inner()),
    () => make.binary(pick(next, ['+', '-', '*', '*'] as const), inner(), inner()),
    () => make.negative(inner()),
    () => call(pick(next, ['tanh', 'exp', 'ln', 'sigma', 'abs', 'sqrt'])),
    () => call('f', Math.floor(next() * 3)),
    (): Expr => ({
      type: 'sum',
      bound: [{ name: pick(next, ['p', 'q']), span: [0, 0] }],
      body: inner(),
      span: [0, 0],
    }),
    (): Expr => ({
      type: 'bracket',
      op: pick(next, ['=', '<', '!=']),
      left: make.name('k'),
      right: make.name('n'),
      span: [0, 0],
    }),
  ])();
}

const parse1 = (text: string): Expr =>
  make.binary('-', make.name(text[0] as string), make.number(rational(1n)));

test(`2,000 random trees (seed ${SEED})`, () => {
  const next = random(SEED);
  for (let i = 0; i < 2000; i += 1) {
    const made = tree(next, 1 + (i % 4));
    const text = printText(made);
    let again = '';
    try {
      again = printText(parse(text, scope));
    } catch (error) {
      throw new Error(`seed ${SEED}, tree ${i}: ${text}`, { cause: error });
    }
    expect(again, `seed ${SEED}, tree ${i}`).toBe(text);
    const tex = printTex(made);
    expect(printTex(parse(tex, scope)), `seed ${SEED}, tree ${i}: ${tex}`).toBe(tex);
    expect(printSpeech(made)).not.toMatch(/undefined|null/);
  }
});
