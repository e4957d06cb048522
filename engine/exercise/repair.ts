// For a response whose indices or shapes do not fit: the one change that makes it right, which is then its mistake.

import { type Expr, make, type NameNode, printTex, shapeOf, shifted, some } from '../formula/index.ts';
import type { Named } from './diagnose.ts';
import { everywhere, replaceAll } from './rewrite.ts';
import { same } from './same.ts';
import type { Subject } from './subject.ts';

interface Repair extends Named {
  readonly tree: Expr;
}

const MOST_REPAIRS = 400;
const MOST_NODES = 150;

/** The mistake whose repair gives the right answer, or null. */
export function repair(typed: Expr, subject: Subject): Named | null {
  // In a long formula there is a place for a change everywhere, and no mistake to learn from.
  if (longerThan(MOST_NODES, typed)) return null;
  let left = MOST_REPAIRS;
  for (const { name, message, tree } of repairs(typed, subject)) {
    if (left === 0) return null;
    left -= 1;
    if (isRight(tree, subject)) return { name, message };
  }
  return null;
}

function longerThan(most: number, tree: Expr): boolean {
  let nodes = 0;
  return some(tree, () => {
    nodes += 1;
    return nodes > most;
  });
}

/** Whether a tree is the right answer, and of its shape. */
export function isRight(tree: Expr, { answer, ground, model, prepared }: Subject): boolean {
  return same(tree, prepared, ground, () => {
    if (ground.notation !== 'matrix') return true;
    const [got, want] = [shapeOf(tree, model.names), shapeOf(answer, model.names)];
    return got[0].key === want[0].key && got[1].key === want[1].key;
  });
}

function* repairs(typed: Expr, subject: Subject): Generator<Repair> {
  if (subject.ground.notation === 'matrix') {
    yield* turnedArrays(typed);
    yield* turnedProducts(typed);
    yield* movedLayers(typed);
    return;
  }
  yield* sumsOfOne(typed, subject);
  yield* exchangedLetters(typed, subject);
  yield* turnedIndices(typed);
  yield* movedLayers(typed);
  yield* otherLetters(typed, subject);
  yield* offsets(typed, subject);
  yield* turnedOffsets(typed);
}

/** x_{i-m,j-n} for x_{i+m,j+n}, and x_{i+n,j+m}. */
function* turnedOffsets(typed: Expr): Generator<Repair> {
  const flip = (index: Expr): Expr =>
    index.type === 'binary' ? { ...index, op: index.op === '+' ? '-' : '+' } : index;
  const flipped = function* (node: NameNode): Generator<Expr> {
    if (node.indices.some((index) => index.type === 'binary'))
      yield { ...node, indices: node.indices.map(flip) };
  };
  for (const [before, after, tree] of atArrays(typed, flipped))
    yield { name: 'kernel-flipped', message: says(before, after), tree };
  const exchanged = function* (node: NameNode): Generator<Expr> {
    const [a, b] = node.indices;
    if (a?.type !== 'binary' || b?.type !== 'binary') return;
    yield {
      ...node,
      indices: [
        { ...a, right: b.right },
        { ...b, right: a.right },
      ],
    };
    yield {
      ...node,
      indices: [
        { ...a, left: b.left },
        { ...b, left: a.left },
      ],
    };
  };
  for (const [before, after, tree] of atArrays(typed, exchanged))
    yield { name: 'indices-exchanged', message: says(before, after), tree };
}

/** Each change of one array, and the same change wherever that array stands. */
function* atArrays(
  typed: Expr,
  change: (node: NameNode) => Iterable<Expr>,
): Generator<[NameNode, Expr, Expr]> {
  let before = typed;
  let after = typed;
  const noted = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'name') return;
    for (const changed of change(node)) {
      [before, after] = [node, changed];
      yield changed;
    }
  };
  for (const tree of everywhere(typed, noted)) yield [before as NameNode, after, tree];
}

function* turnedArrays(typed: Expr): Generator<Repair> {
  const turned = function* (node: Expr): Generator<Expr> {
    if (node.type === 'transpose') yield node.arg;
    else if (node.type === 'name') yield { type: 'transpose', arg: node, span: node.span };
  };
  for (const tree of everywhere(typed, turned))
    yield { name: 'transpose', message: 'A transpose is missing or too much.', tree };
}

function* turnedProducts(typed: Expr): Generator<Repair> {
  const turned = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary' || (node.op !== '*' && node.op !== '.*')) return;
    if (node.op === '*') yield { ...node, left: node.right, right: node.left };
    yield { ...node, op: node.op === '*' ? '.*' : '*' };
  };
  for (const tree of everywhere(typed, turned))
    yield {
      name: 'matrix-product',
      message: 'Look at the products: their order, and which of them are entry by entry.',
      tree,
    };
}

/** `sum_k d_k a_j` where the entry k, j is asked for: another letter would not help, the sum has to go. */
function* sumsOfOne(typed: Expr, { ground }: Subject): Generator<Repair> {
  let letter = '';
  const body = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'sum') return;
    for (const { name } of node.bound) {
      if (!ground.free.has(name)) continue;
      letter = name;
      const bound = node.bound.filter((other) => other.name !== name);
      yield bound.length > 0 ? { ...node, bound } : node.body;
    }
  };
  for (const tree of everywhere(typed, body))
    yield {
      name: 'index-twice',
      message: `The sum over $${letter}$ has to go: one entry alone is asked for, and $${letter}$ says which.`,
      tree,
    };
}

/** k for j and j for k in the whole formula: the transpose of what is asked for. */
function* exchangedLetters(typed: Expr, subject: Subject): Generator<Repair> {
  const free = [...subject.ground.free.keys()];
  for (const [i, a] of free.entries())
    for (const b of free.slice(i + 1)) {
      const exchange = (node: Expr) =>
        node.type === 'name' && node.indices.length === 0 && (node.name === a || node.name === b)
          ? { ...node, name: node.name === a ? b : a }
          : null;
      yield {
        name: 'transpose',
        message: `The indices $${a}$ and $${b}$ have changed places: yours is the transpose.`,
        tree: replaceAll(typed, exchange),
      };
    }
}

function* turnedIndices(typed: Expr): Generator<Repair> {
  const turned = function* (node: NameNode): Generator<Expr> {
    if (node.indices.length === 2) yield { ...node, indices: [...node.indices].reverse() };
  };
  for (const [before, after, tree] of atArrays(typed, turned))
    yield {
      name: 'transpose',
      message: `The indices of $${printTex(before)}$ are the wrong way round: $${printTex(after)}$ fits.`,
      tree,
    };
}

const STEPS = [1, -1, 2, -2];

function moveLayer(node: NameNode, step: number): Expr {
  return { ...node, layer: shifted(node.layer as Expr, step) };
}

function* movedLayers(typed: Expr): Generator<Repair> {
  const moved = function* (node: NameNode): Generator<Expr> {
    if (!node.layer) return;
    for (const step of STEPS) yield moveLayer(node, step);
  };
  for (const [before, after, tree] of atArrays(typed, moved))
    yield { name: 'layer-shift', message: says(before, after), tree };
  for (const step of STEPS)
    yield {
      name: 'layer-shift',
      message: `All layers are ${step < 0 ? 'too high' : 'too low'}.`,
      tree: replaceAll(typed, (node) => (node.type === 'name' && node.layer ? moveLayer(node, step) : null)),
    };
}

const says = (before: Expr, after: Expr) =>
  `You have $${printTex(before)}$ where $${printTex(after)}$ is needed.`;

/** Another letter in one place of one array. */
function* otherLetters(typed: Expr, subject: Subject): Generator<Repair> {
  const letters = new Set(subject.ground.free.keys());
  some(typed, (node) => {
    if (node.type === 'sum') for (const { name } of node.bound) letters.add(name);
    return false;
  });
  const other = function* (node: NameNode): Generator<Expr> {
    for (const [i, index] of node.indices.entries())
      for (const letter of letters)
        if (index.type === 'name' && index.name !== letter)
          yield { ...node, indices: node.indices.map((at, k) => (k === i ? make.name(letter) : at)) };
  };
  for (const [before, after, tree] of atArrays(typed, other))
    yield { name: 'wrong-index', message: says(before, after), tree };
}

/** x_{ij} for x_{i+m,j+n}. */
function* offsets(typed: Expr, subject: Subject): Generator<Repair> {
  const free = [...subject.ground.free.keys()];
  if (free.length !== 2) return;
  const shifted = function* (node: NameNode): Generator<Expr> {
    if (node.indices.length !== 2) return;
    for (const which of [[0, 1], [0], [1]])
      yield {
        ...node,
        indices: node.indices.map((at, i) =>
          which.includes(i) ? make.binary('+', at, make.name(free[i] as string)) : at,
        ),
      };
  };
  for (const [before, after, tree] of atArrays(typed, shifted))
    yield { name: 'offset-missing', message: says(before, after), tree };
}
