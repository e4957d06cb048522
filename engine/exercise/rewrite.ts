// Walks a tree and yields it once for every place where a change applies.

import { children, type Expr, mapChildren } from '../formula/index.ts';

/** All trees that differ from `tree` by one change at one place; `change` gives the replacements of a node. */
export function* everywhere(tree: Expr, change: (node: Expr) => Iterable<Expr>): Generator<Expr> {
  yield* change(tree);
  for (const child of valuesIn(tree)) {
    for (const changed of everywhere(child, change))
      yield mapChildren(tree, (c) => (c === child ? changed : c));
  }
}

/** The parts of a node that are values: not its indices, layers, bounds or exponents, which have mistakes of their own. */
function valuesIn(node: Expr): readonly Expr[] {
  if (node.type === 'name' || node.type === 'bracket') return [];
  if (node.type === 'call') return node.args;
  if (node.type === 'sum') return [node.body];
  if (node.type === 'binary' && node.op === '^') return [node.left];
  return children(node);
}

/** The tree with every node for which `change` gives one replaced. */
export function replaceAll(tree: Expr, change: (node: Expr) => Expr | null): Expr {
  return change(tree) ?? mapChildren(tree, (child) => replaceAll(child, change));
}

/** The tree with one index letter in place of another, wherever an index stands. */
export function renameIndex(tree: Expr, from: string, to: string): Expr {
  return replaceAll(tree, (node) =>
    node.type === 'name' && node.name === from && node.indices.length === 0 ? { ...node, name: to } : null,
  );
}

/** The factors of a product, with what they are divided by turned over left out. */
export function isProduct(node: Expr): boolean {
  return node.type === 'binary' && (node.op === '*' || node.op === '.*' || node.op === '/');
}
