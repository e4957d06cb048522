// Mistakes in products and sums: a factor or a term lost, a term with the wrong sign, a power lost, a case left out.

import { type Expr, make, ONE, printTex, ZERO } from '../formula/index.ts';
import type { Mutation } from './mutations.ts';
import { everywhere } from './rewrite.ts';
import { termsOf } from './terms.ts';

const one = make.number(ONE);
const isOne = (node: Expr) => node.type === 'number' && node.value.num === 1n && node.value.den === 1n;

export function* productMutations(answer: Expr, typed: Expr): Generator<Mutation> {
  // Where a term is 0 without one of its factors, it is the term that is missing. Where 1 is left, it is a factor.
  yield* lostTerms(answer, (rest) => !isOne(rest));
  yield* lostFactors(answer, typed);
  yield* lostTerms(answer, isOne);
  yield* flippedTerms(answer);
  yield* lostPowers(answer);
  yield* lostCases(answer);
  yield* turnedConditions(answer);
}

/** The condition that holds where another one does not. */
export const TURNED = { '=': '!=', '!=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const;
/** The same condition with, or without, the place where both sides are equal. */
const EDGE = { '=': null, '!=': null, '<': '<=', '>': '>=', '<=': '<', '>=': '>' } as const;

/** The condition that holds where the right one does not, or at its edge, too. */
function* turnedConditions(answer: Expr): Generator<Mutation> {
  let said = '';
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'bracket') return;
    said = `The condition is the wrong way round: $${printTex(node)}$ is needed.`;
    yield { ...node, op: TURNED[node.op] };
    const edge = EDGE[node.op];
    said = `Look at the edge, where both sides are equal: $${printTex(node)}$ is needed.`;
    if (edge) yield { ...node, op: edge };
  };
  for (const tree of everywhere(answer, change)) yield { name: 'condition', message: said, tree };
}

function* lostFactors(answer: Expr, typed: Expr): Generator<Mutation> {
  // 2x + y + 2x lacks no factor of 4x + 3y: it is put together from more terms, and one of them is not there.
  const more = termsOf(typed).length > termsOf(answer).length;
  let gone = one as Expr;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary') return;
    const { left, right, op } = node;
    if ((op === '*' || op === '.*') && !isOne(left)) {
      gone = left;
      yield right;
    }
    if ((op === '*' || op === '.*') && !isOne(right)) {
      gone = right;
      yield left;
    }
    if (op === '/') {
      gone = make.binary('/', one, right);
      yield left;
      gone = left;
      if (!isOne(left)) yield make.binary('/', one, right);
    }
  };
  for (const tree of everywhere(answer, change)) {
    if (more && gone.type === 'number' && !isOne(gone)) continue;
    const primed = gone.type === 'call' && gone.primes > 0;
    yield {
      name: primed ? 'derivative-missing' : 'factor-missing',
      message: `The factor $${printTex(gone)}$ is missing${primed ? ': the derivative of the activation belongs to the chain' : ''}.`,
      tree,
    };
  }
}

function* lostTerms(answer: Expr, leaves: (rest: Expr) => boolean): Generator<Mutation> {
  let gone = one as Expr;
  let within = answer;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary' || (node.op !== '+' && node.op !== '-')) return;
    within = node;
    gone = node.op === '+' ? node.right : make.negative(node.right);
    if (leaves(node.left)) yield node.left;
    const right = node.op === '+' ? node.right : make.negative(node.right);
    gone = node.left;
    if (leaves(right)) yield right;
  };
  const whole = sumsOf(answer);
  for (const tree of everywhere(answer, change))
    yield {
      name: 'term-missing',
      message: `A term is missing: $${printTex(gone)}$${whole.has(within) ? '' : ` in $${printTex(within)}$`}.`,
      tree,
    };
}

/** The sums that the terms of a formula stand in: `a + b` in `a + b + c`, and not in `(a + b) c`. */
function sumsOf(tree: Expr): Set<Expr> {
  if (tree.type !== 'binary' || (tree.op !== '+' && tree.op !== '-')) return new Set();
  return new Set([tree, ...sumsOf(tree.left), ...sumsOf(tree.right)]);
}

function* flippedTerms(answer: Expr): Generator<Mutation> {
  let term = one as Expr;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type === 'binary' && (node.op === '+' || node.op === '-')) {
      term = node.right;
      yield { ...node, op: node.op === '+' ? '-' : '+' };
    }
    if (node.type === 'negative') {
      term = node.arg;
      yield node.arg;
    }
  };
  for (const tree of everywhere(answer, change))
    yield { name: 'sign-of-term', message: `One sign is wrong: the one before $${printTex(term)}$.`, tree };
}

function* lostPowers(answer: Expr): Generator<Mutation> {
  let power = one as Expr;
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'binary' || node.op !== '^') return;
    power = node;
    yield node.left;
    if (node.right.type === 'binary' && node.right.op === '-') {
      yield make.binary('^', node.left, node.right.left);
      yield make.binary('^', node.left, make.binary('+', node.right.left, node.right.right));
      yield make.binary('^', node.left, make.binary('-', node.right, one));
    }
  };
  for (const tree of everywhere(answer, change))
    yield { name: 'power', message: `Look at the exponent: $${printTex(power)}$ is needed.`, tree };
}

function* lostCases(answer: Expr): Generator<Mutation> {
  let bracket = one as Expr;
  let replaced = '1';
  const change = function* (node: Expr): Generator<Expr> {
    if (node.type !== 'bracket') return;
    bracket = node;
    replaced = '1';
    yield one;
    replaced = '0';
    yield make.number(ZERO);
  };
  for (const tree of everywhere(answer, change))
    yield {
      name: 'case-missing',
      message: `Your formula takes $${printTex(bracket)}$ to be ${replaced} always: it holds in one of the two cases only.`,
      tree,
    };
}
