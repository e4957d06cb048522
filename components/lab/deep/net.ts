// A deep net of equal layers, trained a step at a time, with the size of the gradient at every layer.

import { createRandom, createTape, glorot, type Node, sgd } from '../../../engine/tape/index.ts';

export const activations = ['sigmoid', 'tanh', 'relu'] as const;

export interface DeepSetting {
  readonly activation: (typeof activations)[number];
  /** Layers before the output. */
  readonly depth: number;
  /** Weights are normal with the deviation scale / sqrt(units). */
  readonly scale: number;
  /** Adds each layer's input to its output. */
  readonly skip: boolean;
  readonly rate: number;
  readonly seed: number;
}

export interface DeepRun {
  readonly steps: number;
  /** The loss before the last step, or now, where none was taken. */
  readonly loss: number;
  /** The loss before each step. */
  readonly losses: readonly number[];
  advance(): void;
  /** The norm of dL/dz of each layer, first to last, at the present weights. */
  norms(): readonly number[];
  /** The same before the first step. */
  readonly atStart: readonly number[];
  /** The most that a layer's matrix stretches any vector, layer by layer. */
  stretches(): readonly number[];
  /** How far each layer's weights have moved from where they began, as a norm. */
  distances(): readonly number[];
}

export const units = 32;
const examples = 32;

/**
 * The net: X [32, 32] of normal numbers, targets 0 or 1 at random, layers of 32 units without biases, a logistic unit on
 * top, mean log loss. Training is gradient descent on all examples at once.
 */
export function createDeepRun(setting: DeepSetting): DeepRun {
  const random = createRandom(setting.seed);
  const t = createTape();
  const normals = (count: number, deviation: number) =>
    Float64Array.from({ length: count }, () => random.normal(0, deviation));
  let a: Node = t.data([examples, units], normals(examples * units, 1));
  const targets = Float64Array.from({ length: examples }, () => random.integer(0, 1));
  const weights: Node[] = [];
  const sums: Node[] = [];
  for (let l = 1; l <= setting.depth; l++) {
    const w = t.parameter([units, units], normals(units * units, setting.scale / Math.sqrt(units)), `W${l}`);
    const z = t.matmul(a, w);
    const f = t[setting.activation](z);
    a = setting.skip ? t.add(a, f) : f;
    weights.push(w);
    sums.push(z);
  }
  const top = t.parameter([units, 1], glorot([units, 1], random));
  const loss = t.logLossFromLogits(t.matmul(a, top), t.constant([examples, 1], targets));
  const by = sgd(t, { rate: setting.rate });
  t.forward();
  t.backward(loss);
  const first = weights.map((w) => t.value(w));
  const norms = () => sums.map((z) => norm(t.gradients, z));
  const losses: number[] = [];
  const directions = weights.map((): Direction => ({ v: undefined }));
  return {
    losses,
    norms,
    atStart: norms(),
    get steps() {
      return losses.length;
    },
    get loss() {
      return t.item(loss);
    },
    advance() {
      losses.push(t.item(loss));
      by.update();
      t.forward();
      t.backward(loss);
    },
    stretches: () => weights.map((w, l) => stretch(t.values, w, directions[l]!)),
    distances: () =>
      weights.map((w, l) => {
        let sum = 0;
        for (let i = 0; i < w.size; i++) sum += (t.values[w.at + i]! - first[l]![i]!) ** 2;
        return Math.sqrt(sum);
      }),
  };
}

function norm(arena: Float64Array, node: Node): number {
  let sum = 0;
  for (let i = node.at; i < node.at + node.size; i++) sum += arena[i]! ** 2;
  return Math.sqrt(sum);
}

/** Where the power method stood last. */
interface Direction {
  v: Float64Array | undefined;
}

/**
 * The largest singular value, by the power method on W transposed times W: forty rounds at first, a few when the
 * matrix has moved a little since.
 */
function stretch(arena: Float64Array, { at }: Node, direction: Direction): number {
  let rounds = direction.v ? 6 : 40;
  let v = direction.v ?? Float64Array.from({ length: units }, (_, i) => 1 + (i % 3));
  let size = 0;
  for (; rounds > 0; rounds--) {
    const u = new Float64Array(units);
    const next = new Float64Array(units);
    for (let i = 0; i < units; i++) {
      let sum = 0;
      for (let j = 0; j < units; j++) sum += arena[at + i * units + j]! * v[j]!;
      u[i] = sum;
    }
    for (let i = 0; i < units; i++) {
      for (let j = 0; j < units; j++) next[j] = next[j]! + arena[at + i * units + j]! * u[i]!;
    }
    size = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0));
    if (size === 0) return 0;
    v = next.map((x) => x / size);
  }
  direction.v = v;
  return Math.sqrt(size);
}

/** The steepest slope of each activation. */
export const steepestSlope = { sigmoid: 0.25, tanh: 1, relu: 1 } as const;

/**
 * Upper bounds for the norms: the last layer's own, and going down one layer at most the steepest slope times the most
 * that any matrix stretches, w: for the sigmoid |delta^L| (w / 4)^(L - l). Without skip connections only.
 *
 * `bounds(1, 4, 3, 0.25)` is [1, 1, 1].
 */
export function bounds(last: number, w: number, depth: number, slope: number): readonly number[] {
  return Array.from({ length: depth }, (_, l) => last * (w * slope) ** (depth - 1 - l));
}
