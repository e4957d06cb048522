// Kind `certificate`: multipliers whose combination of linear inequalities is a contradiction (Farkas).

import {
  addRational,
  checkIndices,
  compareRational,
  type Expr,
  evaluate,
  fromDecimal,
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
  type Real,
  rationalField,
  realField,
  type Scope,
  ZERO,
} from '../formula/index.ts';
import { workedOut } from './array-terms.ts';
import type { Cell } from './brackets.ts';
import { readList } from './cells.ts';
import { chained, inOrder, type Labelled, labelled } from './labels.ts';
import { fractionIn, parseCell, realIn } from './single.ts';
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
  const given = multipliersIn(response, inequalities.length);
  if (given.length !== inequalities.length)
    return {
      verdict: 'wrong',
      misconception: 'shape',
      message: `There are ${inequalities.length} inequalities, so ${inequalities.length} multipliers are needed; you gave ${given.length}.`,
    };
  const fractions = given.map(fractionIn);
  const exact = fractions.every((m) => m !== null);
  const reals = given.map((tree) => realIn(tree, [0, response.length]));
  const negative = reals.findIndex((m, i) => (fractions[i] ? fractions[i].num < 0n : m.v < 0));
  if (negative >= 0)
    return {
      verdict: 'wrong',
      misconception: 'negative-multiplier',
      message: `Multiplier ${negative + 1} is negative: that would turn its inequality round.`,
      entries: reals.map((m) => m.v >= 0),
    };
  if (fractions.every((m) => m?.num === 0n))
    return {
      verdict: 'wrong',
      misconception: 'all-zero',
      message: 'All multipliers are 0: that adds up to 0 = 0 and proves nothing.',
    };
  return verdictOn(exact ? combine(inequalities, fractions) : combineReals(inequalities, reals), part);
}

/** `(1, 1, 1, 1)`, `m1 = 1, m2 = 1, ...`, or `2 (1, 1, 1, 1)`. */
function multipliersIn(response: string, count: number): Expr[] {
  const body = bodyOf(response);
  // `1 : 1 : 1 : 1` is a ratio.
  const ratio = /^[\d\s./]+(?::[\d\s./]+)+$/.test(body.text);
  const whole = ratio ? { ...body, text: body.text.replaceAll(':', ',') } : body;
  const pieces = labelled(whole);
  const list = (pieces?.[0] as Labelled | undefined)?.value ?? whole;
  // `a = b = c = d = 1`, `m_i = 1`
  const labels = pieces?.length === 1 ? pieces[0]?.labels : undefined;
  const each =
    labels?.length === count || (/_[a-z]$/.test(labels?.[0]?.text ?? '') && /^-?[\d./]+$/.test(list.text));
  if (each) return Array.from({ length: count }, () => parseCell(list));
  const cells = (): Expr[] =>
    (pieces && (pieces.length > 1 || chained(pieces)) ? inOrder(pieces) : readList(list, count)).map(
      parseCell,
    );
  try {
    const trees = cells();
    if (trees.length === count) return trees;
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    const worked = attempt(whole);
    if (worked) return worked;
    throw error;
  }
  return attempt(whole) ?? cells();
}

function attempt(whole: Cell): Expr[] | null {
  try {
    return workedOut(whole)?.rows.flat() ?? null;
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
}

function combine(inequalities: readonly Inequality[], multipliers: readonly Rational[]): Inequality {
  const total = (pick: (inequality: Inequality) => Rational) =>
    inequalities.reduce(
      (sum, inequality, i) =>
        addRational(sum, multiplyRational(multipliers[i] as Rational, pick(inequality))),
      ZERO,
    );
  return combined(inequalities, total, (i) => (multipliers[i] as Rational).num > 0n);
}

/** With roots among the multipliers: what rounding cannot tell from 0 is 0. */
function combineReals(inequalities: readonly Inequality[], multipliers: readonly Real[]): Inequality {
  const field = realField();
  const total = (pick: (inequality: Inequality) => Rational): Rational => {
    const { v, e } = inequalities.reduce(
      (sum, inequality, i) =>
        field.add(sum, field.multiply(multipliers[i] as Real, field.number(pick(inequality)))),
      field.number(ZERO),
    );
    return Math.abs(v) <= 8 * e ? ZERO : fromDecimal(v.toPrecision(6));
  };
  return combined(inequalities, total, (i) => (multipliers[i] as Real).v > 0);
}

function combined(
  inequalities: readonly Inequality[],
  total: (pick: (inequality: Inequality) => Rational) => Rational,
  used: (i: number) => boolean,
): Inequality {
  return {
    coefficients: (inequalities[0]?.coefficients ?? []).map((_, k) =>
      total((inequality) => inequality.coefficients[k] as Rational),
    ),
    constant: total((inequality) => inequality.constant),
    strict: inequalities.some((inequality, i) => inequality.strict && used(i)),
  };
}

function verdictOn(sum: Inequality, part: CertificatePart): Verdict {
  const sign = compareRational(sum.constant, ZERO);
  const left = sum.coefficients.some((c) => c.num !== 0n);
  if (!left && (sign > 0 || (sign === 0 && sum.strict)))
    return {
      verdict: 'correct',
      message: `Your sum says $${numberText({ value: sum.constant })} ${sum.strict ? '<' : '\\le'} 0$, and all unknowns are gone.`,
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
