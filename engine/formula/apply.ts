// A function of one number applied: a known one, or one that the model declares, with its derivatives.

import type { Expr } from './ast.ts';
import type { Field } from './field.ts';
import { ZERO } from './rational.ts';
import { slopesOf, tracedField } from './traced-field.ts';

type CallNode = Extract<Expr, { type: 'call' }>;

/** A known function; relu and abs are decided by the sign, at the place `site`. */
export function applyKnown<T>(fn: string, site: object, field: Field<T>, a: T): T {
  const zero = field.number(ZERO);
  if (fn === 'relu') return field.compare(a, zero, site) > 0 ? a : zero;
  if (fn === 'abs') return field.compare(a, zero, site) >= 0 ? a : field.negate(a);
  return field.apply(fn, a);
}

/** A declared function with its primes: opaque if it is open, else (`is`) another name for a known one. */
export function applyDeclared<T>(node: CallNode, is: string | undefined, field: Field<T>, a: T): T {
  if (is === undefined) return field.opaque(node.fn, node.primes, a);
  return slope(is, node.primes, node, field, a);
}

/** The derivative of a known function of some order: the one below is run with a trace and walked back. */
function slope<T>(fn: string, order: number, site: object, field: Field<T>, a: T): T {
  if (order === 0) return applyKnown(fn, site, field, a);
  const traced = tracedField(field);
  const x = traced.apart({ value: a, order: 0, from: [] });
  return slopesOf(slope(fn, order - 1, site, traced, x), field).get(x) ?? field.number(ZERO);
}
