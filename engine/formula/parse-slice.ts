// Slices, as programs write them: in `sum(x[:, k] * y[:, j])` the colon runs over the axis that is added up.

import type { Expr, Span } from './ast.ts';
import { children } from './ast.ts';
import { meanOf } from './parse-reduce.ts';
import type { Reader } from './reader.ts';

/** The index that a colon stands for: a letter that nothing else is called. */
export function readSlice(r: Reader): Expr {
  const { span } = r.next();
  if (!r.is(',') && !r.is(']')) r.fail('Only whole axes can be taken here: x[:, k].', span);
  r.sliced = true;
  return { type: 'name', name: r.ownLetter, indices: [], span };
}

/** Refuses `x[:, :]`, whose axes cannot be told apart. */
export function refuseSlices(r: Reader, indices: readonly Expr[], start: number): void {
  const slices = indices.filter((index) => index.type === 'name' && index.name === r.ownLetter);
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

/** Whether the index of the slices is bound nowhere in a tree. */
function isOpen(r: Reader, node: Expr): boolean {
  if (!r.sliced) return false;
  if (node.type === 'sum' && node.bound.some(({ name }) => name === r.ownLetter)) return false;
  if (node.type === 'name' && node.name === r.ownLetter && node.indices.length === 0) return true;
  return children(node).some((child) => isOpen(r, child));
}

const contains = (r: Reader, node: Expr): boolean =>
  (node.type === 'sum' && node.bound.some(({ name }) => name === r.ownLetter)) ||
  children(node).some((child) => contains(r, child));

/** The slices of a body added up, or their mean. */
export function sliceSum(r: Reader, word: string, body: Expr, span: Span): Expr {
  if (!isOpen(r, body) || contains(r, body)) r.fail('Over which index is this? Write sum_k.', span);
  const sum: Expr = { type: 'sum', bound: [{ name: r.ownLetter, span }], body, span };
  return word === 'mean' ? meanOf(r, sum, r.ownLetter, span) : sum;
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
  if (!isOpen(r, left) || !isOpen(r, right)) return null;
  const span: Span = [left.span[0], right.span[1]];
  return sliceSum(r, 'sum', { type: 'binary', op: '*', left, right, span }, span);
}

/** Refuses slices that nothing adds up. */
export function refuseOpenSlice(r: Reader, tree: Expr): void {
  if (isOpen(r, tree)) r.fail('What becomes of these slices? Add them up: sum(x[:, k]).', tree.span);
}
