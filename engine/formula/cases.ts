// A formula that differs from place to place: its cases, whatever they are written in, as one tree.

import type { Comparison, Expr } from './ast.ts';
import { ONE } from './rational.ts';
import type { Scope } from './scope.ts';

export interface Case {
  readonly value: Expr;
  /** Absent for `otherwise`. */
  readonly condition?: Expr;
}

/** The first case that holds counts, and 0 where none does. */
export function ofCases(cases: readonly Case[], scope: Scope): Expr {
  const product = (left: Expr, right: Expr): Expr => ({
    type: 'binary',
    op: scope.notation === 'entries' ? '*' : '.*',
    left,
    right,
    span: right.span,
  });
  return cases.reduceRight<Expr | undefined>((rest, { value, condition }) => {
    if (!condition) return value;
    const here = product(condition, value);
    if (!rest || isZero(rest)) return here;
    const elsewhere = product(opposite(condition), rest);
    return { type: 'binary', op: '+', left: here, right: elsewhere, span: value.span };
  }, undefined) as Expr;
}

const isZero = (node: Expr) => node.type === 'number' && node.value.num === 0n;

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
  const one: Expr = { type: 'number', value: ONE, span: condition.span };
  return { type: 'binary', op: '-', left: one, right: condition, span: condition.span };
}
