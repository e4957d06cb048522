// Every backward rule is broken on purpose, in every way we could think of; the gradient check must notice each time.
import { describe, expect, test } from 'vitest';
import { gradientCheck } from '../../../engine/tape/gradient-check.ts';
import { createRandom, type Into, type Node, type Op, type OpName } from '../../../engine/tape/index.ts';
import { ADD, SKIP, STORE } from '../../../engine/tape/op.ts';
import { type Case, cases } from './cases.ts';
import { lossOf, uses } from './loss.ts';

type Backward = Op['backward'];
type Mutant = (rule: Backward) => Backward;

/** The inputs that get a gradient, with how. */
function targets(row: Node, into: Into): { at: number; size: number; add: boolean }[] {
  return (['a', 'b', 'c'] as const).flatMap((key, i) => {
    const input = row.inputs[i];
    return input === undefined || into[key] === SKIP
      ? []
      : [{ at: input.at, size: input.size, add: into[key] === ADD }];
  });
}

/** Rewrites what the rule sends to each input: `change` gets the true contribution and returns a false one. */
function sent(change: (contribution: Float64Array, row: Node, input: number) => Float64Array): Mutant {
  return (rule) => (v, g, row, into) => {
    const before = g.slice();
    rule(v, g, row, into);
    targets(row, into).forEach(({ at, size, add }, input) => {
      const base = (i: number) => (add ? before[at + i]! : 0);
      const contribution = Float64Array.from({ length: size }, (_, i) => g[at + i]! - base(i));
      change(contribution, row, input).forEach((x, i) => {
        g[at + i] = base(i) + x;
      });
    });
  };
}

const only = (which: number, factor: number) =>
  sent((c, _, input) => (input === which ? c.map((x) => factor * x) : c));

const mutants: { [name: string]: Mutant } = {
  'sign of the first input lost': only(0, -1),
  'sign of the second input lost': only(1, -1),
  'sign of the third input lost': only(2, -1),
  'a factor 2 too much': sent((c) => c.map((x) => 2 * x)),
  'nothing sent to the first input': only(0, 0),
  'nothing sent to the second input': only(1, 0),
  'nothing sent to the third input': only(2, 0),
  'one thousandth too much': sent((c) => c.map((x) => 1.001 * x)),
  'the last entry forgotten': sent((c) => c.map((x, i) => (i === c.length - 1 ? 0 : x))),
  'entries shifted by one': sent((c) => c.map((_, i) => c[(i + 1) % c.length]!)),
  '1/n lost': sent((c, row) => c.map((x) => x * Math.max(2, row.inputs[0]!.size))),
  'the upstream gradient left out': (rule) => (v, g, row, into) => {
    const upstream = g.slice(row.at, row.at + row.size);
    g.fill(1, row.at, row.at + row.size);
    rule(v, g, row, into);
    g.set(upstream, row.at);
  },
  'stored instead of added': (rule) => (v, g, row, into) => {
    const store = (write: Into['a']) => (write === ADD ? STORE : write);
    rule(v, g, row, { a: store(into.a), b: store(into.b), c: store(into.c) });
  },
  'added instead of stored': (rule) => (v, g, row, into) => {
    const add = (write: Into['a']) => (write === STORE ? ADD : write);
    for (const { at, size, add } of targets(row, into)) if (!add) g.fill(0.5, at, at + size);
    rule(v, g, row, { a: add(into.a), b: add(into.b), c: add(into.c) });
  },
  'operands swapped': (rule) => (v, g, row, into) => {
    const [a, b] = row.inputs as [Node, Node];
    if (a.size !== b.size || a === b) return rule(v, g, row, into);
    const swapped = v.slice();
    swapped.copyWithin(a.at, b.at, b.at + b.size);
    for (let i = 0; i < a.size; i++) swapped[b.at + i] = v[a.at + i]!;
    rule(swapped, g, row, into);
  },
  'repetitions not summed (the lost column sum)': (rule) => (v, g, row, into) =>
    rule(v, g, changed(row, { entries: (row.plan as { n?: number }).n }), into),
  'only the first example of the batch': (rule) => (v, g, row, into) =>
    rule(v, g, changed(row, { batch: 1, count: 1 }), into),
};

/** The row with another plan. */
function changed(row: Node, plan: object): Node {
  return Object.create(row, { plan: { value: { ...row.plan, ...plan } } });
}

/** Mutants that change nothing for some ops, because the op has no such part or its derivative does not use it. */
const sameThing: { [name: string]: (op: OpName) => boolean } = {
  'sign of the second input lost': (op) => arity(op) < 2,
  'nothing sent to the second input': (op) => arity(op) < 2,
  'sign of the third input lost': (op) => arity(op) < 3,
  'nothing sent to the third input': (op) => arity(op) < 3,
  'operands swapped': (op) => arity(op) !== 2 || ['add', 'sub', 'matmul'].includes(op),
  'repetitions not summed (the lost column sum)': (op) =>
    !['add', 'sub', 'mul', 'div', 'pow', 'max'].includes(op),
  'only the first example of the batch': (op) =>
    !['conv2d', 'softmax', 'logSoftmax', 'logSumExp', 'crossEntropy'].includes(op),
};

function arity(op: OpName): number {
  const rows = cases[op].map(
    (one) => lossOf(one, createRandom(1), 'once').result.inputs.filter((x) => x.differentiable).length,
  );
  // The condition of select comes first and gets no gradient, so its last input counts as the second that does.
  return Math.max(...rows);
}

function survives(one: Case, mutant: Mutant, seed: number): boolean {
  return uses.every((use) => {
    const { t, loss, result } = lossOf(one, createRandom(seed), use);
    const rule = result.rule!;
    Object.defineProperty(result, 'rule', { value: { ...rule, backward: mutant(rule.backward.bind(rule)) } });
    return gradientCheck(t, loss).passed;
  });
}

describe('a broken rule does not pass', () => {
  for (const op of Object.keys(cases) as OpName[]) {
    test(op, () => {
      const alive = Object.entries(mutants)
        .filter(([name]) => !sameThing[name]?.(op))
        .filter(([, mutant]) => cases[op].every((one) => survives(one, mutant, 1)))
        .map(([name]) => name);
      expect(alive, 'seed 1').toEqual([]);
    });
  }
});
