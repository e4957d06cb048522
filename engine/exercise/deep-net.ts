// A deep net of equal layers and the size of the gradient at each of them, measured on the tape.

import {
  type Activation,
  createRandom,
  createTape,
  glorot,
  type Node,
  sgd,
  step,
  type Tape,
} from '../tape/index.ts';

/** What the net is made of. Weights are normal with the deviation scale / sqrt(units); there are no biases. */
export interface DeepNet {
  readonly activation: Exclude<Activation, 'none'>;
  readonly scale: number;
  /** Layers before the output, each of `UNITS` units. */
  readonly depth: number;
  /** Adds each layer's input to its output: a = a + f(a W). */
  readonly skip?: boolean;
}

export const UNITS = 32;
const EXAMPLES = 32;
/** Draws whose logarithms are averaged, so that one lucky net decides nothing. */
const DRAWS = 5;

interface Recorded {
  readonly t: Tape;
  readonly weights: readonly Node[];
  readonly sums: readonly Node[];
  readonly loss: Node;
}

/** X [32, 32] of normal numbers, a target of 0 or 1 an example, a logistic unit on top, mean log loss. */
function recordNet(net: DeepNet, seed: number): Recorded {
  const random = createRandom(seed);
  const t = createTape();
  const normals = (count: number, deviation: number) =>
    Float64Array.from({ length: count }, () => random.normal(0, deviation));
  let a = t.data([EXAMPLES, UNITS], normals(EXAMPLES * UNITS, 1));
  const targets = Float64Array.from({ length: EXAMPLES }, () => random.integer(0, 1));
  const weights: Node[] = [];
  const sums: Node[] = [];
  for (let l = 1; l <= net.depth; l += 1) {
    const w = t.parameter([UNITS, UNITS], normals(UNITS * UNITS, net.scale / Math.sqrt(UNITS)));
    const z = t.matmul(a, w);
    const f = t[net.activation](z);
    a = net.skip ? t.add(a, f) : f;
    weights.push(w);
    sums.push(z);
  }
  const top = t.parameter([UNITS, 1], glorot([UNITS, 1], random));
  const loss = t.logLossFromLogits(t.matmul(a, top), t.constant([EXAMPLES, 1], targets));
  return { t, weights, sums, loss };
}

const norm = (values: ArrayLike<number>) => Math.sqrt(Array.from(values).reduce((s, v) => s + v * v, 0));

/**
 * The norm of dL/dz of every layer, first to last, at the start of training.
 *
 * @example
 * gradientNorms({ activation: 'sigmoid', scale: 1, depth: 30 }, 1).length // 30
 */
export function gradientNorms(net: DeepNet, seed: number): number[] {
  const { t, sums, loss } = recordNet(net, seed);
  t.backward(loss);
  return sums.map((z) => norm(t.gradient(z)));
}

/** First layer's norm over the last one's: the geometric mean of five draws. 0 where one of them has no gradient left. */
export function gradientRatio(net: DeepNet, seed: number): number {
  let total = 0;
  for (let i = 0; i < DRAWS; i += 1) {
    const norms = gradientNorms(net, seed * DRAWS + i);
    total += Math.log((norms[0] as number) / (norms.at(-1) as number));
  }
  const mean = Math.exp(total / DRAWS);
  return Number.isNaN(mean) ? 0 : mean;
}

/** How far the first and the last layer's weights have moved after some steps of gradient descent (norm of the change). */
export function distances(
  net: DeepNet,
  steps: number,
  rate: number,
  seed: number,
): [first: number, last: number] {
  const { t, weights, loss } = recordNet(net, seed);
  const ends = [weights[0] as Node, weights.at(-1) as Node];
  const before = ends.map((w) => t.value(w));
  const by = sgd(t, { rate });
  for (let i = 0; i < steps; i += 1) step(t, loss, by);
  const moved = ends.map((w, k) => norm(t.value(w).map((v, i) => v - (before[k]?.[i] ?? 0))));
  return moved as [number, number];
}
