// Mistakes about activations: f for f', the activation for the pre-activation, a derivative taken of the wrong thing.

import { type Expr, isDomain, type NameNode, printTex, some } from '../formula/index.ts';
import type { Mutation } from './mutations.ts';
import { everywhere } from './rewrite.ts';
import type { Subject } from './subject.ts';

export function* activationMutations(answer: Expr, subject: Subject, typed: Expr): Generator<Mutation> {
  yield* primes(answer);
  yield* sides(answer, subject, typed);
  yield* functions(answer, subject, typed);
}

/** Functions of one number that stand for an activation or its kin. */
const KIN = ['tanh', 'sigma', 'relu', 'exp'];

/** A function left out, put round all, or taken for another one. */
function* functions(answer: Expr, subject: Subject, typed: Expr): Generator<Mutation> {
  let call: Expr = answer;
  const lost = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'call' || node.args.length !== 1 || node.index) return;
    call = node;
    yield node.args[0] as Expr;
  };
  for (const tree of everywhere(answer, lost))
    yield {
      name: 'activation-missing',
      message: `The function is missing: $${printTex(call)}$ is needed.`,
      tree,
    };
  const open = [...subject.model.names]
    .filter(([, meaning]) => meaning.role === 'function')
    .map(([name]) => name);
  const called = (fn: string) => some(typed, (node) => node.type === 'call' && node.fn === fn);
  for (const fn of [...open, ...KIN].filter(called))
    yield {
      name: 'activation-added',
      message: `No ${fn} belongs round the whole.`,
      tree: { type: 'call', fn, primes: 0, args: [answer], span: answer.span },
    };
  const other = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'call' || !KIN.includes(node.fn)) return;
    call = node;
    for (const fn of KIN) if (fn !== node.fn && called(fn)) yield { ...node, fn };
  };
  for (const tree of everywhere(answer, other))
    yield { name: 'other-function', message: `Another function is needed: $${printTex(call)}$.`, tree };
}

function* primes(answer: Expr): Generator<Mutation> {
  let call: Expr = answer;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'call' || node.primes === 0) return;
    call = node;
    yield { ...node, primes: node.primes - 1 };
  };
  for (const tree of everywhere(answer, change))
    yield {
      name: 'derivative-of-activation',
      message: `The derivative of the activation is needed: $${printTex(call)}$, not the activation itself.`,
      tree,
    };
  const higher = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'call' || node.primes === 0) return;
    call = node;
    yield { ...node, primes: node.primes + 1 };
  };
  for (const tree of everywhere(answer, higher))
    yield {
      name: 'derivative-order',
      message: `One derivative too many: $${printTex(call)}$ is needed.`,
      tree,
    };
}

interface Side {
  readonly other: string;
  /** The activation of the pair. */
  readonly fn: string;
}

/** Pairs z, a of the model with a = f(z): each may be mistaken for the other. */
function pairs(subject: Subject): Map<string, Side> {
  const found = new Map<string, Side>();
  for (const d of subject.model.definitions) {
    if (isDomain(d.by) || d.by.type !== 'call') continue;
    const { fn, args } = d.by;
    const [into] = args;
    if (into?.type !== 'name') continue;
    found.set(d.name, { other: into.name, fn });
    found.set(into.name, { other: d.name, fn });
  }
  return found;
}

function* sides(answer: Expr, subject: Subject, typed: Expr): Generator<Mutation> {
  const known = pairs(subject);
  // A number speaks of no names. A formula that names neither the other side nor the activation mistakes nothing for it.
  const speaksOf = ({ other, fn }: Side) =>
    subject.numeric ||
    some(
      typed,
      (node) => (node.type === 'name' && node.name === other) || (node.type === 'call' && node.fn === fn),
    );
  let said = '';
  const change = function* (node: Expr): Generator<Expr> {
    const side = node.type === 'name' ? known.get(node.name) : undefined;
    if (node.type === 'name' && side && speaksOf(side)) {
      const swapped: NameNode = { ...node, name: side.other };
      said = `$${printTex(node)}$ is needed where you have $${printTex(swapped)}$: mind the side of the activation.`;
      yield swapped;
    }
    if (node.type === 'call' && node.args[0]?.type === 'name') {
      // True of f'(f(z)) and of f'(a) alike.
      said = `$${printTex(node)}$ is needed, taken of what goes into the activation, and not of what comes out of it.`;
      yield { ...node, args: [{ ...node, primes: 0 }] };
    }
  };
  for (const tree of everywhere(answer, change))
    yield { name: 'pre-or-post-activation', message: said, tree };
}
