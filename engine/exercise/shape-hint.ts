// What the reader of a formula in whole arrays may have meant, where two shapes in it do not fit.

import {
  type BinaryNode,
  type Expr,
  isScalar,
  make,
  printTex,
  type Shape,
  shapeOf,
  some,
} from '../formula/index.ts';
import { isRight } from './repair.ts';
import { replaceAll } from './rewrite.ts';
import type { Subject } from './subject.ts';

/** A part of the response, and what it may have been meant to be. */
type Guess = readonly [part: Expr, meant: Expr];

/** Longer chains of factors have too many readings to be tried. */
const MOST_FACTORS = 6;

/**
 * A question such as “Did you mean …?”, or '': it is asked only where a yes leads to the right value, or at least to the
 * shape that is asked for, so that no reader is sent into the next error.
 */
export function shapeHint(typed: Expr, at: BinaryNode, subject: Subject): string {
  const tree = ([part, meant]: Guess) => replaceAll(typed, (node) => (node === part ? meant : null));
  const turns = turnedSides(at);
  const all = [...turns, ...chainGuesses(typed, at)];
  const guess =
    all.find((one) => isRight(tree(one), subject)) ?? turns.find((one) => fits(tree(one), subject));
  return guess ? ` Did you mean $${printTex(guess[1])}$?` : '';
}

function fits(tree: Expr, { answer, model: { names } }: Subject): boolean {
  const shape = (of: Expr): Shape | null => {
    try {
      return shapeOf(of, names);
    } catch {
      return null; // shapes do not fit here either
    }
  };
  const [got, want] = [shape(tree), shape(answer)];
  // A number where an array is asked for has lost what the reader wrote.
  if (!got || !want || (isScalar(got) && !isScalar(want))) return false;
  return got[0].key === want[0].key && got[1].key === want[1].key;
}

/** The transpose, and what it is taken of in place of one taken twice. */
const turned = (arg: Expr): Expr => {
  if (arg.type === 'transpose') return arg.arg;
  return { type: 'transpose', arg, span: arg.span };
};

/** One side transposed, entries multiplied instead of arrays or arrays instead of entries, and another order. */
function turnedSides(at: BinaryNode): Guess[] {
  const { op, left, right } = at;
  const turns = [make.binary(op, turned(left), right), make.binary(op, left, turned(right))];
  if (op === '+' || op === '-') return turns.reverse().map((meant) => [at, meant]);
  const others = [make.binary(op === '*' ? '.*' : '*', left, right)];
  if (op === '*') others.push(make.binary('*', right, left));
  return [...turns, ...others].map((meant) => [at, meant]);
}

/** The whole product that the place belongs to: a factor of it transposed, or a part of it multiplied entry by entry. */
function* chainGuesses(typed: Expr, at: BinaryNode): Generator<Guess> {
  const chain = chainAround(typed, at);
  const all = factorsOf(chain);
  if (all.length < 2 || all.length > MOST_FACTORS) return;
  const product = (some: readonly Expr[]) => some.reduce((a, b) => make.binary('*', a, b));
  for (const [i, factor] of all.entries())
    yield [chain, product(all.map((other, k) => (k === i ? turned(factor) : other)))];
  for (let from = 0; from < all.length; from += 1)
    for (let to = all.length; to > from + 1; to -= 1)
      for (let cut = from + 1; cut < to; cut += 1) {
        const entries = make.binary('.*', product(all.slice(from, cut)), product(all.slice(cut, to)));
        yield [chain, product([...all.slice(0, from), entries, ...all.slice(to)])];
      }
}

function factorsOf(tree: Expr): Expr[] {
  if (tree.type !== 'binary' || tree.op !== '*') return [tree];
  return [...factorsOf(tree.left), ...factorsOf(tree.right)];
}

/** The largest product in which a place is a product of some of the factors. */
function chainAround(tree: Expr, at: BinaryNode): Expr {
  let found: Expr = at;
  some(tree, (node) => {
    const here = node.type === 'binary' && node.op === '*' && holds(node, at);
    if (here) found = node;
    return here;
  });
  return found;
}

/** Whether a product has that one among the products it is made of. */
const holds = (tree: Expr, at: BinaryNode): boolean =>
  tree === at ||
  (tree.type === 'binary' && tree.op === '*' && (holds(tree.left, at) || holds(tree.right, at)));
