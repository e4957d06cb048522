// Mistakes with whole arrays: transposes lost or added, factors in the wrong order, .* for the matrix product.

import { type Expr, printTex } from '../formula/index.ts';
import type { Mutation } from './mutations.ts';
import { everywhere } from './rewrite.ts';

export function* matrixMutations(answer: Expr): Generator<Mutation> {
  yield {
    name: 'transpose',
    message: 'That is the transpose of the right answer.',
    tree: { type: 'transpose', arg: answer, span: answer.span },
  };
  let array: Expr = answer;
  const transposes = function* (node: Expr): Generator<Expr> {
    if (node.type === 'transpose') {
      array = node;
      yield node.arg;
    } else if (node.type === 'name') {
      array = node;
      yield { type: 'transpose', arg: node, span: node.span };
    }
  };
  for (const tree of everywhere(answer, transposes))
    yield { name: 'transpose', message: `A transpose is amiss: $${printTex(array)}$ is needed.`, tree };
  const products = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary') return;
    array = node;
    if (node.op === '*') {
      yield { ...node, left: node.right, right: node.left };
      yield { ...node, op: '.*' };
    }
    if (node.op === '.*') yield { ...node, op: '*' };
  };
  for (const tree of everywhere(answer, products))
    yield {
      name: 'matrix-product',
      message: `Look at the products: $${printTex(array)}$ is needed, in this order.`,
      tree,
    };
}
