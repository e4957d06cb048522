// Softmax for the labs, run on the tape: probabilities, the gradient of the cross-entropy, the Jacobian, and overflow.

import { createTape } from '../../../engine/tape/index.ts';

export interface SoftmaxRun {
  readonly probabilities: readonly number[];
  /** The cross-entropy with the true class. */
  readonly loss: number;
  /** Its gradient by the logits: f - y. */
  readonly gradient: readonly number[];
}

/** `softmaxRun([0, 0], 0)` has the probabilities 1/2 and 1/2, the loss ln 2 and the gradient (-1/2, 1/2). */
export function softmaxRun(logits: readonly number[], trueClass: number): SoftmaxRun {
  const t = createTape();
  const s = t.input([logits.length], logits, 's');
  const f = t.softmax(s);
  const loss = t.neg(t.pick(t.logSoftmax(s), 0, trueClass));
  t.backward(loss);
  return { probabilities: [...t.peek(f)], loss: t.item(loss), gradient: [...t.gradient(s)] };
}

/** One backward run a row: entry k, l is the derivative of probability k by logit l. */
export function jacobian(logits: readonly number[]): readonly (readonly number[])[] {
  const t = createTape();
  const s = t.input([logits.length], logits, 's');
  const f = t.softmax(s);
  return logits.map((_, k) => {
    t.backward(f, { upstream: logits.map((_, l) => (k === l ? 1 : 0)) });
    return [...t.gradient(s)];
  });
}

/** The same sums with the largest logit left in, or taken out first. */
export interface ByHand {
  readonly shifted: readonly number[];
  readonly exponentials: readonly number[];
  readonly sum: number;
  readonly probabilities: readonly number[];
}

/**
 * Softmax as its definition reads, operation by operation; with `mended`, the largest logit is subtracted from all.
 *
 * `byHand([1000, 1001, 999], false)` has infinite exponentials and no probabilities: each is infinity over infinity.
 */
export function byHand(logits: readonly number[], mended: boolean): ByHand {
  const t = createTape();
  const s = t.input([logits.length], logits, 's');
  const shifted = mended ? t.sub(s, t.maxOver(s)) : s;
  const e = t.exp(shifted);
  const sum = t.sum(e);
  const f = t.div(e, sum);
  return {
    shifted: [...t.peek(shifted)],
    exponentials: [...t.peek(e)],
    sum: t.peek(sum)[0]!,
    probabilities: [...t.peek(f)],
  };
}

/** One step of gradient descent on the logits themselves. */
export function stepLogits(logits: readonly number[], trueClass: number, rate: number): readonly number[] {
  const { gradient } = softmaxRun(logits, trueClass);
  return logits.map((s, k) => s - rate * gradient[k]!);
}
