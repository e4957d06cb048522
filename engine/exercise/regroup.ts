// Brackets lost or in the wrong place: the response is right with one pair of them elsewhere.

import { type Expr, make, type Prepared, printTex, some } from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import { everywhere } from './rewrite.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

/** What is longer than this, as TeX, is not to be said in a sentence. */
const LONGEST = 120;

/** Tells where brackets would make the response right; null where one pair does not. */
export function regrouped({ tree }: Prepared, subject: Subject): Named | null {
  let places: [Expr, Expr] = [tree, tree];
  const change = function* (node: Expr): Generator<Expr> {
    for (const other of groupings(node)) {
      places = [node, other];
      yield other;
    }
  };
  for (const candidate of everywhere(tree, change)) {
    if (some(places[1], isIdle) || !same(candidate, subject.prepared, subject.ground)) continue;
    const [typed, meant] = places.map(printTex) as [string, string];
    const shown = typed.length < LONGEST ? `: you have $${typed}$ where $${meant}$ is needed` : '';
    return { name: 'brackets', message: `Brackets are missing, or stand elsewhere${shown}.` };
  }
  return null;
}

/** Times 1, 1 divided by 1, or a power of 1: nobody's brackets stood so. */
const isIdle = (node: Expr): boolean =>
  node.type === 'binary' &&
  ((node.op === '^' && isOne(node.left)) ||
    (isProduct(node) ? isOne(node.right) || (node.op !== '/' && isOne(node.left)) : false));
const isOne = (node: Expr): boolean =>
  node.type === 'number' && node.value.num === 1n && node.value.den === 1n;

const isProduct = (node: Expr) => node.type === 'binary' && /^(?:\*|\.\*|\/)$/.test(node.op);

/** The same signs in the same order, put together in another way. */
function* groupings(node: Expr): Generator<Expr> {
  if (node.type === 'sum' && node.body.type === 'binary' && /^[-+]$/.test(node.body.op)) {
    const { op, left, right } = node.body;
    yield make.binary(op, { ...node, body: left }, right);
  }
  if (node.type !== 'binary') return;
  const { op, left, right } = node;
  if (op === '+' || op === '-') {
    // a - b c and (a - b) c
    if (right.type === 'binary' && isProduct(right))
      yield make.binary(right.op, make.binary(op, left, right.left), right.right);
    // a b + c and a (b + c)
    if (left.type === 'binary' && isProduct(left))
      yield make.binary(left.op, left.left, make.binary(op, left.right, right));
    if (left.type === 'sum') yield { ...left, body: make.binary(op, left.body, right) };
    return;
  }
  if (isProduct(node)) {
    // a b^n and (a b)^n
    if (right.type === 'binary' && right.op === '^')
      yield make.binary('^', make.binary(op, left, right.left), right.right);
    // a (b + c) and a b + c, (a + b) c and a + b c
    if (right.type === 'binary' && /^[-+]$/.test(right.op))
      yield make.binary(right.op, make.binary(op, left, right.left), right.right);
    if (left.type === 'binary' && /^[-+]$/.test(left.op))
      yield make.binary(left.op, left.left, make.binary(op, left.right, right));
    if (right.type === 'sum' && right.body.type === 'binary' && /^[-+]$/.test(right.body.op))
      yield make.binary(
        right.body.op,
        make.binary(op, left, { ...right, body: right.body.left }),
        right.body.right,
      );
  }
  if (op === '^' && left.type === 'binary' && (isProduct(left) || /^[-+]$/.test(left.op)))
    yield make.binary(left.op, left.left, make.binary('^', left.right, right));
}
