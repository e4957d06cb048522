// `einsum('ij,jk->ik', A, B)`: products of whole arrays told by their indices, made into products and transposes.

import type { Expr } from './ast.ts';
import { make } from './ast.ts';
import { readList } from './parse-choice.ts';
import type { Reader } from './reader.ts';

/** An array with a letter for each of its axes. */
interface Lettered {
  readonly tree: Expr;
  readonly letters: string;
}

const turned = (arg: Expr): Expr => ({ type: 'transpose', arg, span: arg.span });
const diagonal = (arg: Expr): Expr => ({ type: 'call', fn: 'diag', primes: 0, args: [arg], span: arg.span });

export function readEinsum(r: Reader): Expr {
  const start = r.next().span[0];
  if (r.scope.notation === 'entries')
    r.fail('einsum multiplies whole arrays; here single entries are asked for, with their indices.');
  const [pattern, args] = r.bracketed(() => [r.next().text, r.take(',') ? readList(r) : []] as const);
  const span = r.since(start);
  const [from = '', to = ''] = pattern.replace(/[\s"']/g, '').split('->');
  const operands = from.split(',').map((letters, i) => ({ letters, tree: args[i] }));
  const twice = operands.some(({ letters }) => new Set(letters).size < letters.length || letters.length > 2);
  if (operands.length !== args.length || twice || to.length > 2)
    r.fail("einsum is read as einsum('ij,jk->ik', A, B).", span);
  let product = operands[0] as Lettered;
  for (const [i, next] of operands.slice(1).entries()) {
    const later =
      to +
      operands
        .slice(i + 2)
        .map(({ letters }) => letters)
        .join('');
    product =
      combined(product, next as Lettered, later) ?? r.fail('This einsum is no product of arrays.', span);
  }
  const tree = laidOut(product, to) ?? r.fail('This einsum is no product of arrays.', span);
  return { ...tree, span };
}

/** With its axes in this order; null where it has others. */
function laidOut({ tree, letters }: Lettered, wanted: string): Expr | null {
  if (letters === wanted) return tree;
  return [...letters].reverse().join('') === wanted ? turned(tree) : null;
}

/** The product of two; letters that stand in both and are not needed later are summed over. */
function combined(a: Lettered, b: Lettered, later: string): Lettered | null {
  const shared = [...a.letters].filter((letter) => b.letters.includes(letter));
  const summed = shared.filter((letter) => !later.includes(letter));
  const rest = (of: Lettered) => [...of.letters].filter((letter) => !shared.includes(letter)).join('');
  const letters = rest(a) + rest(b);
  if (letters.length > 2) return null;
  if (shared.length === 0) {
    if (a.letters.length > 1 || b.letters.length > 1) return null;
    return { tree: make.binary('*', a.tree, b.letters === '' ? b.tree : turned(b.tree)), letters };
  }
  if (summed.length === 0) return entrywise(a, b, shared);
  if (summed.length > 1 || shared.length > 1) return null;
  const letter = summed[0] as string;
  // A vector is a column: it stands last, or is turned where it meets another.
  if (a.letters.length === 1 && b.letters.length === 2) return combined(b, a, later);
  const left = a.letters.endsWith(letter) && a.letters.length === 2 ? a.tree : turned(a.tree);
  const right = b.letters.startsWith(letter) ? b.tree : turned(b.tree);
  return { tree: make.binary('*', left, right), letters };
}

/** Nothing is summed over: entry by entry, or the rows or columns of one scaled by the other. */
function entrywise(a: Lettered, b: Lettered, shared: readonly string[]): Lettered | null {
  if (a.letters.length < b.letters.length) return entrywise(b, a, shared);
  const laid = laidOut(b, a.letters);
  if (laid) return { tree: make.binary('.*', a.tree, laid), letters: a.letters };
  if (b.letters.length !== 1) return null;
  const scale = diagonal(b.tree);
  const first = a.letters.startsWith(b.letters);
  return {
    tree: first ? make.binary('*', scale, a.tree) : make.binary('*', a.tree, scale),
    letters: a.letters,
  };
}
