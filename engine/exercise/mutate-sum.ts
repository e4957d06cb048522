// Mistakes with sums: one where none belongs, and a factor that belongs outside taken inside.

import { type Expr, make, printTex, shifted, some } from '../formula/index.ts';
import type { Mutation } from './mutations.ts';
import { everywhere, renameIndex, replaceAll } from './rewrite.ts';
import type { Subject } from './subject.ts';

/** Letters for an index of the engine's own, which no formula uses yet. */
const LETTERS = [...'qrpuvwghabcdefijklmno'];

export function* sumMutations(answer: Expr, subject: Subject): Generator<Mutation> {
  yield* summed(answer, subject);
  yield* takenInside(answer, subject);
  yield* takenApart(answer);
  yield* appliedInside(answer);
}

/** (sum_i g_i)(sum_i x_i) for sum_i g_i x_i. */
function* takenApart(answer: Expr): Generator<Mutation> {
  let whole: Expr = answer;
  const apart = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'sum') return;
    const factors = factorsOf(node.body);
    const [bound] = node.bound;
    if (!bound || factors.length < 2) return;
    whole = node;
    const product = (all: readonly Expr[]) => all.reduce((a, b) => make.binary('*', a, b));
    for (const [i, factor] of factors.entries()) {
      const rest = product(factors.filter((_, k) => k !== i));
      if (node.bound.every(({ name }) => mentions(factor, name) && mentions(rest, name)))
        yield make.binary('*', { ...node, body: factor }, { ...node, body: rest });
    }
  };
  for (const tree of everywhere(answer, apart))
    yield {
      name: 'sum-apart',
      message: `A sum of products is not the product of the sums: $${printTex(whole)}$ is needed.`,
      tree,
    };
}

/** sum_i tanh(w_i x_i) for tanh(sum_i w_i x_i). */
function* appliedInside(answer: Expr): Generator<Mutation> {
  let call: Expr = answer;
  const inside = function* (node: Expr): Generator<Expr> {
    const [sum] = node.type === 'call' ? node.args : [];
    if (node.type !== 'call' || node.args.length !== 1 || sum?.type !== 'sum') return;
    call = node;
    yield { ...sum, body: { ...node, args: [sum.body] } };
  };
  for (const tree of everywhere(answer, inside))
    yield {
      name: 'function-inside-sum',
      message: `The function is taken of the whole sum, not of each term: $${printTex(call)}$ is needed.`,
      tree,
    };
}

const mentions = (tree: Expr, letter: string) =>
  some(tree, (node) => node.type === 'name' && node.name === letter);

const sumOver = (name: string, body: Expr): Expr => ({
  type: 'sum',
  bound: [{ name, span: body.span }],
  body,
  span: body.span,
});

/** A factor, or all of it, summed over a free index. */
function* summed(answer: Expr, subject: Subject): Generator<Mutation> {
  const fresh = LETTERS.find(
    (letter) =>
      !subject.model.names.has(letter) && !subject.ground.free.has(letter) && !mentions(answer, letter),
  );
  if (!fresh) return;
  for (const letter of subject.ground.free.keys()) {
    let alone = answer;
    const change = function* (node: Expr): Generator<Expr> {
      alone = node;
      if (mentions(node, letter)) yield sumOver(fresh, renameIndex(node, letter, fresh));
    };
    for (const tree of everywhere(answer, change))
      yield {
        name: 'sum-added',
        message:
          alone === answer
            ? `No sum over this index belongs here: the entry $${letter}$ alone is asked for.`
            : `$${printTex(alone)}$ is not to be summed: its entry $${letter}$ alone is needed.`,
        tree,
      };
  }
}

/** `f'(z_j^l) sum_k …` mistaken for `sum_k f'(z_k^{l+1}) …`, with the layer of the sum or with its own. */
function* takenInside(answer: Expr, subject: Subject): Generator<Mutation> {
  const factors = factorsOf(answer);
  const at = factors.findIndex((factor) => factor.type === 'sum');
  const sum = factors[at];
  if (sum?.type !== 'sum' || sum.bound.length !== 1) return;
  const bound = (sum.bound[0] as { name: string }).name;
  for (const [i, factor] of factors.entries()) {
    if (i === at) continue;
    for (const letter of subject.ground.free.keys()) {
      if (!mentions(factor, letter)) continue;
      const renamed = renameIndex(factor, letter, bound);
      for (const inside of [renamed, nextLayer(renamed)]) {
        const body = make.binary('*', inside, sum.body);
        const rest = factors.filter((_, k) => k !== i && k !== at);
        yield {
          name: 'layer-shift',
          message: `$${printTex(factor)}$ belongs to the entry that is asked for, outside the sum.`,
          tree: rest.reduce<Expr>((all, other) => make.binary('*', all, other), { ...sum, body }),
        };
      }
    }
  }
}

function factorsOf(tree: Expr): Expr[] {
  return tree.type === 'binary' && tree.op === '*'
    ? [...factorsOf(tree.left), ...factorsOf(tree.right)]
    : [tree];
}

function nextLayer(tree: Expr): Expr {
  return replaceAll(tree, (node) =>
    node.type === 'name' && node.layer ? { ...node, layer: shifted(node.layer, 1) } : null,
  );
}
