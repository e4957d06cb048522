// LaTeX environments: matrices, and the cases of a formula that differs from place to place.

import type { Expr } from './ast.ts';
import { type Case, ofCases } from './cases.ts';
import { takeElse, takeIf } from './parse-choice.ts';
import { readCondition } from './parse-condition.ts';
import type { Reader } from './reader.ts';

/** `brace`: a brace stands before it that nothing closes, as before cases in an array. */
export function readEnvironment(r: Reader, brace = false): Expr {
  const start = r.next().span[0];
  if (!r.is('{')) r.fail('\\begin needs a name in braces.');
  const name = readEnvironmentName(r);
  if (name === 'array' && r.is('{')) readColumns(r);
  const cases = /^[dr]?cases$/.test(name) || brace || (name === 'array' && r.scope.notation === 'entries');
  const node = cases ? readCases(r, start) : readMatrix(r, name);
  r.next();
  if (r.is('{')) readEnvironmentName(r);
  const whole = { ...node, span: r.since(start) };
  if (whole.type !== 'matrix') return whole;
  checkRows(whole.rows, r, start);
  if (r.scope.notation === 'entries') r.fail('One formula was expected, not a matrix.', whole.span);
  return whole;
}

const readEnvironmentName = (r: Reader): string => r.bracketed(() => r.next().text);

/** The columns of an array, `{ll}`, `{@{}l|l@{}}`. */
function readColumns(r: Reader): void {
  let depth = 0;
  do {
    const { text, kind } = r.next();
    if (kind === 'end') return;
    depth += text === '{' ? 1 : text === '}' ? -1 : 0;
  } while (depth > 0);
}

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

/** `a & k = l \\ b & otherwise`: the first case that holds counts, and 0 where none does. */
function readCases(r: Reader, start: number): Expr {
  const cases: Case[] = [];
  r.with({ inList: true, inBars: false, inCases: true }, () => {
    do {
      if (r.is('end')) break;
      const value = r.expression();
      while (r.take(',') || r.take('&'));
      takeIf(r);
      if (r.is('newline') || r.is('end')) r.fail('Each case needs its condition: f & k = l.', value.span);
      if (takeElse(r)) cases.push({ value });
      else cases.push({ value, condition: readCondition(r) });
      r.take(',');
    } while (r.take('newline'));
  });
  if (!r.is('end')) r.fail('\\end{cases} is missing.');
  if (cases.length === 0) r.fail('There are no cases between \\begin and \\end.', r.since(start));
  return ofCases(cases, r.scope);
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
