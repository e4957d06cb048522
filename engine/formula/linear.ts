// Whole-number expressions of letters in one normal form, so that l+1 and 1+l are the same layer.

import { type Expr, make } from './ast.ts';
import { whole } from './rational.ts';

/** Coefficients by letter; the constant stands under ''. */
export type Linear = ReadonlyMap<string, number>;

function combine(a: Linear, b: Linear, factor: number): Linear {
  const sum = new Map(a);
  for (const [letter, n] of b) sum.set(letter, (sum.get(letter) ?? 0) + factor * n);
  for (const [letter, n] of sum) if (n === 0) sum.delete(letter);
  return sum;
}

/** The normal form, or null where the expression is not linear. `replace` puts other expressions for letters. */
export function linear(node: Expr, replace?: ReadonlyMap<string, Linear>): Linear | null {
  if (replace) return worked(node, replace);
  let known = KNOWN.get(node);
  if (known === undefined) {
    known = worked(node);
    KNOWN.set(node, known);
  }
  return known;
}

/** Trees do not change, and every entry of an array asks for the same few. */
const KNOWN = new WeakMap<Expr, Linear | null>();

function worked(node: Expr, replace?: ReadonlyMap<string, Linear>): Linear | null {
  switch (node.type) {
    case 'number':
      return node.value.den === 1n
        ? node.value.num === 0n
          ? new Map()
          : new Map([['', Number(node.value.num)]])
        : null;
    case 'name':
      return replace?.get(node.name) ?? new Map([[node.name, 1]]);
    case 'negative': {
      const arg = linear(node.arg, replace);
      return arg && combine(new Map(), arg, -1);
    }
    case 'binary': {
      const left = linear(node.left, replace);
      const right = linear(node.right, replace);
      if (!left || !right) return null;
      if (node.op === '+') return combine(left, right, 1);
      if (node.op === '-') return combine(left, right, -1);
      const [constant, other] = [...left.keys()].every((k) => k === '') ? [left, right] : [right, left];
      if (node.op !== '*' || [...constant.keys()].some((k) => k !== '')) return null;
      return combine(new Map(), other, constant.get('') ?? 0);
    }
    default:
      return null;
  }
}

/** The normal form as text: `l+1`, `i+m`, `0`. */
export function linearText(form: Linear): string {
  const letters = [...form].filter(([k]) => k !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  const terms = letters.map(([k, n]) =>
    n === 1 ? `+${k}` : n === -1 ? `-${k}` : n < 0 ? `${n}${k}` : `+${n}${k}`,
  );
  const constant = form.get('') ?? 0;
  if (constant !== 0 || terms.length === 0) terms.push(constant < 0 ? String(constant) : `+${constant}`);
  return terms.join('').replace(/^\+/, '');
}

/** Its value where every letter has one. */
export function linearValue(form: Linear, letterValue: (letter: string) => number): number {
  let sum = 0;
  for (const [letter, n] of form) sum += letter === '' ? n : n * letterValue(letter);
  return sum;
}

/** The normal form as a tree, letters first. */
export function linearTree(form: Linear): Expr {
  let tree: Expr | null = null;
  for (const [letter, n] of [...form].sort(([a], [b]) => Number(a === '') - Number(b === ''))) {
    const size = make.number(whole(Math.abs(n)));
    const single = Math.abs(n) === 1;
    const term =
      letter === '' ? size : single ? make.name(letter) : make.binary('*', size, make.name(letter));
    if (tree) tree = make.binary(n < 0 ? '-' : '+', tree, term);
    else tree = n < 0 ? make.negative(term) : term;
  }
  return tree ?? make.number(whole(0));
}

/** An index or a layer moved by a whole number, in its shortest form: l-1 moved by 1 is l. */
export function shifted(node: Expr, step: number): Expr {
  const form = linear(node);
  return form
    ? linearTree(combine(form, new Map([['', step]]), 1))
    : make.binary('+', node, make.number(whole(step)));
}
