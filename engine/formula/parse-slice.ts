// Slices, as programs write them: in `sum(x[:, k] * y[:, j])` the colon runs over the axis that is added up. In a program
// `s` is all of s, as `s[:]` is.

import type { Expr, Span } from './ast.ts';
import { children, make, mapChildren } from './ast.ts';
import { meanOf } from './parse-reduce.ts';
import { ONE, ZERO } from './rational.ts';
import type { Reader } from './reader.ts';
import type { ArrayForm } from './scope.ts';

/** The index that a colon stands for: a letter that nothing else is called. */
export function readSlice(r: Reader): Expr {
  const { span } = r.next();
  if (!r.is(',') && !r.is(']')) r.fail('Only whole axes can be taken here: x[:, k].', span);
  r.sliced = true;
  return slice(r.ownLetters[0], span);
}

/** `m:m+O1` at a place of an array: the m-th entry and those behind it, as many as are said. */
export function slide(r: Reader, from: Expr, to: Expr, place: number): Expr {
  const letter = r.ownLetters[place];
  const length = lengthOf(from, to);
  if (!letter || !length || !r.whole)
    return r.fail('Write this part of an axis as x[m:m+M].', [from.span[0], to.span[1]]);
  r.sliced = true;
  r.lengths.set(letter, length);
  return make.binary('+', from, slice(letter, from.span));
}

/** The M of `m:m+M`, `m:M+m` and `0:M`. */
function lengthOf(from: Expr, to: Expr): Expr | null {
  if (from.type === 'number') return from.value.num === 0n ? to : null;
  if (to.type !== 'binary' || to.op !== '+' || from.type !== 'name') return null;
  const isFrom = (node: Expr) => node.type === 'name' && node.name === from.name;
  return isFrom(to.left) ? to.right : isFrom(to.right) ? to.left : null;
}

const slice = (name: string, span: Span): Expr => ({ type: 'name', name, indices: [], span });

/** The indices of an array that is named without any, in a program; null elsewhere. */
export function wholeAxes(r: Reader, [form, ...more]: readonly ArrayForm[], start: number): Expr[] | null {
  const count = form?.axes.length ?? 0;
  if (!r.whole || count === 0 || count > 2 || form?.layer || more.length > 0) return null;
  r.sliced = true;
  return r.ownLetters.slice(0, count).map((letter) => slice(letter, r.since(start)));
}

/** `np.exp(s)[k]`: the entry of what is left of a whole array. */
export function readPicked(r: Reader, base: Expr): Expr | null {
  const [letter, ...more] = openIn(r, base);
  if (letter === undefined || more.length > 0 || !r.is('[') || !r.peek().tight) return null;
  r.next();
  const { text, kind, span } = r.next();
  if (kind !== 'word' || !r.take(']')) r.fail('One index was expected in these brackets.', span);
  const pick = (node: Expr): Expr => {
    if (!isOpen(letter, node)) return node;
    return node.type === 'name' && node.name === letter ? { ...node, name: text } : mapChildren(node, pick);
  };
  return pick(base);
}

/** Refuses `x[:, :]`, whose axes cannot be told apart. */
export function refuseSlices(r: Reader, indices: readonly Expr[], start: number): void {
  const slices = indices.filter((index) => index.type === 'name' && index.name === r.ownLetters[0]);
  if (r.sliced && slices.length > 1)
    r.fail('One axis of an array can be added up like this. Write sum_{i,j}.', r.since(start));
}

/** True before a word and brackets with a slice in them. */
export function hasSlice(r: Reader): boolean {
  let depth = 0;
  for (let ahead = 1; r.peek(ahead).kind !== 'end'; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (text === ':' && depth > 1) return true;
    if (depth === 0) return false;
  }
  return false;
}

/** The letters of slices that are bound nowhere in a tree. */
function openIn(r: Reader, node: Expr): string[] {
  return r.sliced ? r.ownLetters.filter((letter) => isOpen(letter, node)) : [];
}

function isOpen(letter: string, node: Expr): boolean {
  if (node.type === 'sum' && node.bound.some(({ name }) => name === letter)) return false;
  if (node.type === 'name' && node.name === letter && node.indices.length === 0) return true;
  return children(node).some((child) => isOpen(letter, child));
}

const binds = (letters: readonly string[], node: Expr): boolean =>
  (node.type === 'sum' && node.bound.some(({ name }) => letters.includes(name))) ||
  children(node).some((child) => binds(letters, child));

/** The slices of a body added up, or their mean. */
export function sliceSum(r: Reader, word: string, body: Expr, span: Span): Expr {
  const open = openIn(r, body);
  if (open.length === 0 || binds(open, body)) r.fail('Over which index is this? Write sum_k.', span);
  const one = make.number(ONE);
  const bound = open.map((name) => {
    const length = r.lengths.get(name);
    const range = length && { from: make.number(ZERO), to: make.binary('-', length, one) };
    return { name, span, ...range };
  });
  const sum: Expr = { type: 'sum', bound, body, span };
  if (word !== 'mean') return sum;
  return open.reduce<Expr>((mean, letter) => {
    const length = r.lengths.get(letter);
    return length ? { ...make.binary('/', mean, length), span } : meanOf(r, mean, letter, span);
  }, sum);
}

/** `sum(x[:, k])` from its word on. */
export function readSliceSum(r: Reader): Expr {
  const { text, span } = r.next();
  const body = r.bracketed(() =>
    r.with({ inBars: false, inList: false, inCondition: false }, () => r.expression()),
  );
  return sliceSum(r, text, body, r.since(span[0]));
}

/** `x[:, k] @ y[:, j]`; null where no slices meet. */
export function sliceProduct(r: Reader, left: Expr, right: Expr): Expr | null {
  if (openIn(r, left).length !== 1 || openIn(r, right).length !== 1) return null;
  const span: Span = [left.span[0], right.span[1]];
  return sliceSum(r, 'sum', { type: 'binary', op: '*', left, right, span }, span);
}

/** Refuses slices that nothing adds up. */
export function refuseOpenSlice(r: Reader, tree: Expr): void {
  if (openIn(r, tree).length > 0)
    r.fail('This is still a whole array. Take one entry, s[k], or add it up, sum(x[:, k]).', tree.span);
}
