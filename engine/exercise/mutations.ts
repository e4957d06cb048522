// General mistakes as changes of the right answer: each is a formula that a reader with that misconception would type.

import { type Expr, some } from '../formula/index.ts';
import { activationMutations } from './mutate-activation.ts';
import { indexMutations } from './mutate-index.ts';
import { matrixMutations } from './mutate-matrix.ts';
import { productMutations } from './mutate-product.ts';
import { sumMutations } from './mutate-sum.ts';
import type { Subject } from './subject.ts';

export interface Mutation {
  readonly name: string;
  readonly message: string;
  readonly tree: Expr;
}

/**
 * Every general mistake that the answer leaves room for, the likely ones first. What is said to be too much (a sum, a
 * function) has to stand in what was typed.
 */
export function* mutations(answer: Expr, subject: Subject, typed: Expr): Generator<Mutation> {
  yield* activationMutations(answer, subject, typed);
  yield* productMutations(answer, typed);
  yield* indexMutations(answer, subject);
  if (subject.ground.notation === 'matrix') yield* matrixMutations(answer);
  else if (some(typed, (node) => node.type === 'sum')) yield* sumMutations(answer, subject);
}
