// LaTeX environments: matrices, and the cases of a formula that differs from place to place.

import type { Comparison, Expr } from './ast.ts';
import { readCondition } from './parse-condition.ts';
import { rational } from './rational.ts';
import type { Reader } from './reader.ts';

export function readEnvironment(r: Reader): Expr {
  const start = r.next().span[0];
  if (!r.is('{')) r.fail('\\begin needs a name in braces.');
  const name = readEnvironmentName(r);
  const node = name === 'cases' ? readCases(r, start) : readMatrix(r, name);
  r.next();
  if (r.is('{')) readEnvironmentName(r);
  const whole = { ...node, span: r.since(start) };
  if (whole.type !== 'matrix') return whole;
  checkRows(whole.rows, r, start);
  if (r.scope.notation === 'entries') r.fail('One formula was expected, not a matrix.', whole.span);
  return whole;
}

const readEnvironmentName = (r: Reader): string => r.bracketed(() => r.next().text);

function readMatrix(r: Reader, name: string): Expr {
  const rows: Expr[][] = [[]];
  r.with({ inList: true, inBars: false }, () => {
    while (!r.is('end')) {
      if (r.take('newline')) {
        if (!r.is('end')) rows.push([]);
      } else if (!r.take('&')) (rows.at(-1) as Expr[]).push(r.expression());
      if (r.peek().kind === 'end') r.fail(`\\end{${name}} is missing.`);
    }
  });
  return { type: 'matrix', rows, flat: false, span: [0, 0] };
}

interface Case {
  readonly value: Expr;
  /** Absent for `otherwise`. */
  readonly condition?: Expr;
}

/** `a & k = l \\ b & otherwise`: the first case that holds counts, and 0 where none does. */
function readCases(r: Reader, start: number): Expr {
  const cases: Case[] = [];
  r.with({ inList: true, inBars: false }, () => {
    do {
      if (r.is('end')) break;
      const value = r.expression();
      while (r.take(',') || r.take('&') || r.take('if') || r.take('for'));
      if (r.is('newline') || r.is('end')) r.fail('Each case needs its condition: f & k = l.', value.span);
      if (r.take('otherwise') || r.take('else') || r.take('sonst')) cases.push({ value });
      else cases.push({ value, condition: readCondition(r) });
      r.take(',');
    } while (r.take('newline'));
  });
  if (!r.is('end')) r.fail('\\end{cases} is missing.');
  if (cases.length === 0) r.fail('There are no cases between \\begin and \\end.', r.since(start));
  return cases.reduceRight<Expr | undefined>((rest, { value, condition }) => {
    if (!condition) return value;
    const here = product(condition, value);
    if (!rest) return here;
    const elsewhere = product(opposite(condition), rest);
    return { type: 'binary', op: '+', left: here, right: elsewhere, span: value.span };
  }, undefined) as Expr;
}

const product = (left: Expr, right: Expr): Expr => ({
  type: 'binary',
  op: '*',
  left,
  right,
  span: right.span,
});

const OPPOSITE: Record<Comparison, Comparison> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function opposite(condition: Expr): Expr {
  if (condition.type === 'bracket') return { ...condition, op: OPPOSITE[condition.op] };
  const one: Expr = { type: 'number', value: rational(1n, 1n), span: condition.span };
  return { type: 'binary', op: '-', left: one, right: condition, span: condition.span };
}

/** Refuses a matrix with rows of unequal length. */
export function checkRows(rows: readonly (readonly Expr[] | Expr)[], r: Reader, start: number): void {
  const lengths = rows.map((row) => (Array.isArray(row) ? row.length : 0));
  const odd = lengths.findIndex((length) => length !== lengths[0] || length === 0);
  if (odd >= 0)
    r.fail(
      `The rows of a matrix must be equally long; here they have ${lengths.join(', ')} entries.`,
      r.since(start),
    );
}
