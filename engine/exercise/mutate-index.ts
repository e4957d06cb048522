// Mistakes with indices and layers: shifted, exchanged, flipped; a sum where none belongs.

import {
  children,
  type Expr,
  make,
  mapChildren,
  type NameNode,
  printTex,
  shifted,
} from '../formula/index.ts';
import type { Mutation } from './mutations.ts';
import { everywhere, replaceAll } from './rewrite.ts';
import type { Subject } from './subject.ts';

export function* indexMutations(answer: Expr, subject: Subject): Generator<Mutation> {
  yield* exchanged(answer);
  yield* flipped(answer);
  for (const step of [-1, 1]) yield* shiftedLayers(answer, step);
  yield* shiftedIndices(answer);
  yield* renamedFree(answer, subject);
}

function* exchanged(answer: Expr): Generator<Mutation> {
  let array: Expr = answer;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'name' || node.indices.length !== 2) return;
    array = node;
    yield { ...node, indices: [...node.indices].reverse() };
    const [a, b] = node.indices;
    if (a?.type === 'binary' && b?.type === 'binary')
      yield {
        ...node,
        indices: [
          { ...a, right: b.right },
          { ...b, right: a.right },
        ],
      };
  };
  for (const tree of everywhere(answer, change))
    yield {
      name: 'indices-exchanged',
      message: `Two indices have changed places: $${printTex(array)}$ is needed.`,
      tree,
    };
}

/** i+m for i-m in every place at once: the kernel not flipped, or flipped where it should not be. */
function* flipped(answer: Expr): Generator<Mutation> {
  let found = false;
  const flip = (node: Expr): Expr | null => {
    if (node.type !== 'name' || node.indices.length === 0) return null;
    const indices = node.indices.map((index) => {
      if (index.type !== 'binary' || index.left.type !== 'name' || index.right.type !== 'name') return index;
      found = true;
      return { ...index, op: index.op === '+' ? ('-' as const) : ('+' as const) };
    });
    return { ...node, indices };
  };
  const tree = replaceAll(answer, flip);
  if (!found) return;
  yield {
    name: 'kernel-flipped',
    message: 'Mind the signs between the indices: whether the kernel is flipped or not is the point here.',
    tree,
  };
}

function names(tree: Expr): Set<string> {
  const found = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.type === 'name' && node.layer) found.add(node.name);
    for (const child of children(node)) visit(child);
  };
  visit(tree);
  return found;
}

/** Layers off by two: too rare to be one of two mistakes, and then shown as two steps of one array. */
export function* farLayers(answer: Expr): Generator<Mutation> {
  for (const step of [-2, 2]) yield* shiftedLayers(answer, step);
}

/** All occurrences of one name, or one of them, some layers up or down. */
function* shiftedLayers(answer: Expr, step: number): Generator<Mutation> {
  const shift = (node: NameNode): Expr => ({ ...node, layer: shifted(node.layer as Expr, step) });
  const off = `${Math.abs(step) === 1 ? 'one' : 'two'} too ${step > 0 ? 'high' : 'low'}`;
  for (const name of names(answer)) {
    const tree = replaceAll(answer, (node) =>
      node.type === 'name' && node.name === name && node.layer ? shift(node) : null,
    );
    yield { name: 'layer-shift', message: `The layer of $${printTex(make.name(name))}$ is ${off}.`, tree };
  }
  let array: Expr = answer;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'name' || !node.layer) return;
    array = node;
    yield shift(node);
  };
  for (const tree of everywhere(answer, change))
    yield { name: 'layer-shift', message: `A layer is ${off}: $${printTex(array)}$ is needed.`, tree };
}

function* shiftedIndices(answer: Expr): Generator<Mutation> {
  let array: Expr = answer;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'name') return;
    for (const [i, index] of node.indices.entries()) {
      if (index.type !== 'binary') continue;
      array = node;
      yield { ...node, indices: node.indices.map((other, k) => (k === i ? index.left : other)) };
    }
  };
  for (const tree of everywhere(answer, change))
    yield {
      name: 'offset-missing',
      message: `An offset is missing in the indices: $${printTex(array)}$ is needed.`,
      tree,
    };
}

/** The other free index, in one place or in the whole formula: f_l for f_k. */
function* renamedFree(answer: Expr, subject: Subject): Generator<Mutation> {
  const free = [...subject.ground.free.keys()];
  for (const from of free)
    for (const to of free) {
      if (from === to) continue;
      let array: Expr = answer;
      const change = function* (node: Expr): Generator<Expr> {
        if (node.type !== 'name' || !node.indices.some((i) => i.type === 'name' && i.name === from)) return;
        array = node;
        yield mapChildren(node, (child) =>
          child.type === 'name' && child.name === from ? make.name(to) : child,
        );
      };
      for (const tree of everywhere(answer, change))
        yield {
          name: 'wrong-index',
          message: `An index is mistaken: $${printTex(array)}$ is needed, with the index $${from}$.`,
          tree,
        };
    }
  if (free.length === 2) {
    const [a, b] = free as [string, string];
    const tree = replaceAll(answer, (node) =>
      node.type === 'name' && node.indices.length === 0 && (node.name === a || node.name === b)
        ? make.name(node.name === a ? b : a)
        : null,
    );
    yield {
      name: 'transpose',
      message: `The indices $${a}$ and $${b}$ have changed places: yours is the transpose.`,
      tree,
    };
  }
}
