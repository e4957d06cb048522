// Walks a tree and yields it once for every place where a change applies.

import { children, type Expr, mapChildren } from '../formula/index.ts';

/** All trees that differ from `tree` by one change at one place; `change` gives the replacements of a node. */
export function* everywhere(tree: Expr, change: (node: Expr) => Iterable<Expr>): Generator<Expr> {
  yield* change(tree);
  const below = children(tree);
  for (const child of below) {
    for (const changed of everywhere(child, change))
      yield mapChildren(tree, (c) => (c === child ? changed : c));
  }
}

/** The tree with every node for which `change` gives one replaced. */
export function replaceAll(tree: Expr, change: (node: Expr) => Expr | null): Expr {
  return change(tree) ?? mapChildren(tree, (child) => replaceAll(child, change));
}

/** The factors of a product, with what they are divided by turned over left out. */
export function isProduct(node: Expr): node is Extract<Expr, { type: 'binary' }> {
  return node.type === 'binary' && (node.op === '*' || node.op === '.*' || node.op === '/');
}
