// Conditions on how a response is written, judged on its tree once it is known to be right.

import {
  children,
  type Expr,
  entriesOf,
  type Ground,
  Inexact,
  Point,
  prepare,
  primeField,
  randomResidue,
  UndefinedValue,
} from '../formula/index.ts';
import type { Form } from './types.ts';

/** The sentence that says which condition is not met, or null where all are. */
export function formFault(
  tree: Expr,
  form: Form,
  ground: Ground,
): { message: string; span: readonly [number, number] } | null {
  const calls = collect(tree, (node) => node.type === 'call' || node.type === 'euler');
  for (const node of calls) {
    const fn = node.type === 'call' ? node.fn : 'exp';
    if (form.functions && !form.functions.includes(fn))
      return {
        message: `That is right, but it uses ${said(fn)}; here ${form.functions.length === 0 ? 'no function may be used' : `only ${form.functions.map(said).join(' and ')} may be used`}.`,
        span: node.span,
      };
  }
  if (form.exponentials) {
    const exponentials = collect(tree, isExponential);
    const { most, count } = form.exponentials;
    const found = count === 'written' ? exponentials.length : distinct(exponentials, ground);
    if (found > most)
      return {
        message:
          count === 'written'
            ? `That is right, but it writes ${found} exponentials; the task allows ${most}.`
            : `That is right, but it needs ${found} different exponentials; the task allows ${most}.`,
        span: (exponentials.at(-1) as Expr).span,
      };
  }
  const size = collect(tree, () => true).length;
  if (form.size !== undefined && size > form.size)
    return { message: 'That is right, but it can be written much shorter.', span: tree.span };
  return null;
}

function said(fn: string): string {
  return fn === 'sigma' ? 'σ' : fn;
}

function collect(tree: Expr, test: (node: Expr) => boolean): Expr[] {
  const below = children(tree).flatMap((child) => collect(child, test));
  return test(tree) ? [tree, ...below] : below;
}

/** exp itself, Euler's number, and powers whose exponent is not a number. */
function isExponential(node: Expr): boolean {
  if (node.type === 'call') return node.fn === 'exp';
  if (node.type === 'euler') return true;
  return (
    node.type === 'binary' &&
    node.op === '^' &&
    collect(node.right, (n) => n.type === 'name').length > 0 &&
    node.left.type !== 'call'
  );
}

/** How many of the exponentials differ in value: e^-z and e^(0-z) are one. */
function distinct(nodes: readonly Expr[], ground: Ground): number {
  try {
    const point = new Point(ground.model, {
      field: primeField(1),
      draw: (seed, key, domain) => randomResidue(seed, key, domain === 'natural'),
      seed: 1,
      variant: ground.variant,
      layers: ground.layers[0] ?? new Map(),
    });
    const values = nodes.map((node) =>
      entriesOf(node, ground, point, prepare(node, ground).bound)
        .map((v) => v.p)
        .join(),
    );
    return new Set(values).size;
  } catch (error) {
    if (error instanceof Inexact || error instanceof UndefinedValue) return nodes.length;
    throw error;
  }
}
