// What is too much where it stands: an exponent or a term without which the response would be right.

import { type Expr, make, type Prepared, printTex } from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import { everywhere } from './rewrite.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

const MOST = 60;
/** What is longer than this, as TeX, is not to be said in a sentence. */
const LONGEST = 120;

/**
 * Names the exponent or the term that has to go; null where taking one away does not make the response right.
 * It looks before brackets are spoken of: where y is 0 or 1, `(f - y)^2` has an exponent too much, though `f - y^2` is
 * right as well.
 */
export function needless({ tree }: Prepared, subject: Subject): Named | null {
  let named: Named = { name: '', message: '' };
  const power = (node: Expr, exponent: Expr, base: Expr): Named => ({
    name: 'power',
    message: `The exponent $${printTex(exponent)}$ is too much: you have $${printTex(node)}$ where $${printTex(base)}$ is needed.`,
  });
  const whole = termsIn(tree);
  const term = (gone: Expr, within: Expr): Named => ({
    name: 'term-added',
    message: `The term $${printTex(gone)}$ is too much${whole.has(within) ? '' : ` in $${printTex(within)}$`}.`,
  });
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary') return;
    const { op, left, right } = node;
    if (op === '^' && left.type !== 'euler') {
      named = power(node, right, left);
      yield left;
    }
    if ((op !== '+' && op !== '-') || !isTyped(node)) return;
    const second = op === '+' ? right : make.negative(right);
    named = term(second, node);
    yield left;
    named = term(left, node);
    yield second;
  };
  let tries = 0;
  for (const without of everywhere(tree, change)) {
    tries += 1;
    if (tries > MOST) return null;
    if (named.message.length < 2 * LONGEST && same(without, subject.prepared, subject.ground)) return named;
  }
  return null;
}

/** What one word was read as, `sign(x)` as a difference, has no terms that anybody typed: both stand where all of it does. */
function isTyped({ left, right }: Extract<Expr, { type: 'binary' }>): boolean {
  return left.span[1] <= right.span[0];
}

/** The sums that are all of the response, perhaps behind a sign or a sum over an index: their terms need no place. */
function termsIn(tree: Expr): Set<Expr> {
  if (tree.type === 'negative') return termsIn(tree.arg);
  if (tree.type === 'sum') return termsIn(tree.body);
  if (tree.type !== 'binary' || (tree.op !== '+' && tree.op !== '-')) return new Set();
  return new Set([tree, ...termsIn(tree.left), ...termsIn(tree.right)]);
}
