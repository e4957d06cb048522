// Kind `certificate`: multipliers whose combination of linear inequalities is a contradiction (Farkas).

import {
  addRational,
  checkIndices,
  compareRational,
  type Expr,
  evaluate,
  type Model,
  multiplyRational,
  NUMBERS,
  negateRational,
  numberText,
  ONE,
  Point,
  parse,
  type Rational,
  ReadFault,
  rationalField,
  type Scope,
  ZERO,
} from '../formula/index.ts';
import type { Cell } from './brackets.ts';
import { readList } from './cells.ts';
import { inOrder, type Labelled, labelled } from './labels.ts';
import { fractionOf } from './single.ts';
import type { CertificatePart, Verdict } from './types.ts';
import { bodyOf } from './undress.ts';

interface Inequality {
  /** Coefficients of the unknowns in `left - right <= 0` or `< 0`. */
  readonly coefficients: readonly Rational[];
  readonly constant: Rational;
  readonly strict: boolean;
}

/** Reads the inequalities, each brought to the form … <= 0 or … < 0. Throws a ReadFault for one that is not linear. */
export function readInequalities(part: CertificatePart): Inequality[] {
  const names = new Map(
    part.unknowns.map((name) => [
      name,
      { role: 'array' as const, forms: [{ axes: [], letters: [] }], padded: false },
    ]),
  );
  const scope: Scope = { ...NUMBERS, names };
  return part.inequalities.map((text) => {
    const node = parse(`[${text}]`, scope);
    if (node.type !== 'bracket' || !/^[<>]=?$/.test(node.op))
      throw new ReadFault(`“${text}” is not an inequality.`, [0, text.length]);
    const turned = node.op.startsWith('>');
    const side: Expr = {
      type: 'binary',
      op: '-',
      left: turned ? node.right : node.left,
      right: turned ? node.left : node.right,
      span: node.span,
    };
    const at = (values: readonly Rational[]) => valueAt(side, part, values, names);
    const zero = part.unknowns.map(() => ZERO);
    const constant = at(zero);
    const coefficients = part.unknowns.map((_, i) =>
      addRational(at(zero.map((z, k) => (k === i ? ONE : z))), negateRational(constant)),
    );
    return { coefficients, constant, strict: node.op === '<' || node.op === '>' };
  });
}

function valueAt(
  side: Expr,
  part: CertificatePart,
  values: readonly Rational[],
  names: Model['names'],
): Rational {
  const definitions = part.unknowns.map((name, i) => ({
    name,
    letters: [],
    by: { type: 'number' as const, value: values[i] as Rational, span: [0, 0] as const },
    matrix: false,
    line: 0,
  }));
  const model: Model = { text: '', names, axes: new Map(), definitions, top: 0, last: 'L' };
  const point = new Point<Rational>(model, { field: rationalField, draw: () => ZERO, seed: 1, variant: 1 });
  return evaluate(side, point, new Map(), checkIndices(side, names, new Map()));
}

export function checkCertificate(part: CertificatePart, response: string): Verdict {
  const inequalities = readInequalities(part);
  const cells = multipliersIn(response, inequalities.length);
  if (cells.length !== inequalities.length)
    return {
      verdict: 'wrong',
      misconception: 'shape',
      message: `There are ${inequalities.length} inequalities, so ${inequalities.length} multipliers are needed; you gave ${cells.length}.`,
    };
  const multipliers = cells.map((cell) => fractionOf(cell, 'A multiplier'));
  const negative = multipliers.findIndex((m) => m.num < 0n);
  if (negative >= 0)
    return {
      verdict: 'wrong',
      misconception: 'negative-multiplier',
      message: `Multiplier ${negative + 1} is negative: that would turn its inequality round.`,
      entries: multipliers.map((m) => m.num >= 0n),
    };
  if (multipliers.every((m) => m.num === 0n))
    return {
      verdict: 'wrong',
      misconception: 'all-zero',
      message: 'All multipliers are 0: that adds up to 0 = 0 and proves nothing.',
    };
  return verdictOn(combine(inequalities, multipliers), part);
}

/** `(1, 1, 1, 1)`, or `m1 = 1, m2 = 1, ...`. */
function multipliersIn(response: string, count: number): Cell[] {
  const whole = bodyOf(response);
  const pieces = labelled(whole);
  if (!pieces) return readList(whole, count);
  return pieces.length > 1 ? inOrder(pieces) : readList((pieces[0] as Labelled).value, count);
}

function combine(inequalities: readonly Inequality[], multipliers: readonly Rational[]): Inequality {
  const total = (pick: (inequality: Inequality) => Rational) =>
    inequalities.reduce(
      (sum, inequality, i) =>
        addRational(sum, multiplyRational(multipliers[i] as Rational, pick(inequality))),
      ZERO,
    );
  return {
    coefficients: (inequalities[0]?.coefficients ?? []).map((_, k) =>
      total((inequality) => inequality.coefficients[k] as Rational),
    ),
    constant: total((inequality) => inequality.constant),
    strict: inequalities.some((inequality, i) => inequality.strict && (multipliers[i] as Rational).num > 0n),
  };
}

function verdictOn(sum: Inequality, part: CertificatePart): Verdict {
  const sign = compareRational(sum.constant, ZERO);
  const left = sum.coefficients.some((c) => c.num !== 0n);
  if (!left && (sign > 0 || (sign === 0 && sum.strict)))
    return {
      verdict: 'correct',
      message: `Right: your sum says $${numberText({ value: sum.constant })} ${sum.strict ? '<' : '\\le'} 0$, and all unknowns are gone.`,
    };
  const text = `$${linearText(sum, part.unknowns)} ${sum.strict ? '<' : '\\le'} 0$`;
  if (left)
    return {
      verdict: 'wrong',
      misconception: 'unknowns-left',
      message: `Your sum says ${text}. Unknowns are left in it, so it is no contradiction: some weights make it true.`,
    };
  return {
    verdict: 'wrong',
    misconception: 'no-contradiction',
    message: `Your sum says ${text}, and that is true: no contradiction yet.`,
  };
}

function linearText(sum: Inequality, unknowns: readonly string[]): string {
  const terms = [
    ...sum.coefficients.map((c, i) => ({ c, name: unknowns[i] as string })),
    { c: sum.constant, name: '' },
  ]
    .filter(({ c }) => c.num !== 0n)
    .map(({ c, name }) => {
      const size = { num: c.num < 0n ? -c.num : c.num, den: c.den };
      const unit = size.num === 1n && size.den === 1n && name !== '';
      return `${c.num < 0n ? '-' : '+'} ${unit ? '' : numberText({ value: size })}${name.replace(/(\D)(\d+)$/, '$1_{$2}')}`;
    });
  return terms.length === 0 ? '0' : terms.join(' ').replace(/^\+ /, '').replace(/^- /, '-');
}
