// The terms of a formula, and the numbers before them.

import { type Expr, make, ONE, printTex, type Rational, rational } from '../formula/index.ts';

/** The terms of a sum; a product with a sum in it is multiplied out. */
export function termsOf(tree: Expr): Expr[] {
  if (tree.type === 'negative') return termsOf(tree.arg).map(make.negative);
  if (tree.type !== 'binary') return [tree];
  const { op, left, right } = tree;
  if (op === '+') return [...termsOf(left), ...termsOf(right)];
  if (op === '-') return [...termsOf(left), ...termsOf(right).map(make.negative)];
  if (op === '*') return termsOf(left).flatMap((a) => termsOf(right).map((b) => make.binary('*', a, b)));
  if (op === '/') return termsOf(left).map((a) => make.binary('/', a, right));
  return [tree];
}

/** A term without its number. */
export interface Bare {
  readonly factor: Rational;
  readonly bare: Expr;
  /** The same text for the same factors in any order. */
  readonly kind: string;
}

/** Takes the number before a term off: 3 and `y` for `3 y`. */
export function bareOf(term: Expr): Bare {
  let factor: Rational = ONE;
  const above: Expr[] = [];
  const below: Expr[] = [];
  const visit = (node: Expr, up: boolean): void => {
    if (node.type === 'negative') {
      factor = times(factor, rational(-1n));
      visit(node.arg, up);
    } else if (node.type === 'binary' && (node.op === '*' || node.op === '/')) {
      visit(node.left, up);
      visit(node.right, node.op === '*' ? up : !up);
    } else if (node.type === 'number' && node.value.num !== 0n) {
      const { num, den } = node.value;
      factor = times(factor, up ? node.value : rational(den, num));
    } else (up ? above : below).push(node);
  };
  visit(term, true);
  const product = (all: readonly Expr[]) =>
    all.length > 0 ? all.reduce((a, b) => make.binary('*', a, b)) : make.number(ONE);
  const bare = below.length > 0 ? make.binary('/', product(above), product(below)) : product(above);
  const texts = (all: readonly Expr[]) =>
    all
      .map((node) => printTex(node))
      .sort()
      .join(' ');
  return { factor, bare, kind: `${texts(above)} / ${texts(below)}` };
}

/** The product of two fractions. */
export const times = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);

/** A term with a number before it, as one writes it: `-y`, and not `-1 y`. */
export function numbered(factor: Rational, bare: Expr): Expr {
  const size = factor.num < 0n ? rational(-factor.num, factor.den) : factor;
  const alone = bare.type === 'number';
  const isOne = size.num === size.den;
  const shown = alone ? make.number(size) : isOne ? bare : make.binary('*', make.number(size), bare);
  return factor.num < 0n ? make.negative(shown) : shown;
}
