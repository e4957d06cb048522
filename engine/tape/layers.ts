// Layers: a few parameters and a few operations recorded together.
import { glorot, type Initialiser, zeros } from './initial.ts';
import type { Random } from './random.ts';
import type { Node } from './row.ts';
import type { Shape } from './shape.ts';
import type { Tape } from './tape.ts';

/** What is put on top of a layer's sums. */
export type Activation = 'tanh' | 'sigmoid' | 'relu' | 'none';

export interface LayerOptions {
  /** `none` if left out. */
  activation?: Activation;
  /** Glorot's if left out. */
  weights?: Initialiser;
  /** Zeros if left out; `false` for a layer without biases. */
  bias?: Initialiser | false;
  /** Its parameters are then called `name.W` and `name.b`. */
  name?: string;
}

export interface ConvLayerOptions extends LayerOptions {
  stride?: number;
  padding?: number;
}

/** The nodes of a layer: its parameters, the sums before the activation, and its output. */
export interface Layer {
  readonly weights: Node;
  readonly bias: Node | undefined;
  readonly sums: Node;
  readonly output: Node;
}

/**
 * A dense layer in the row convention, f(x W + b): x is [batch, inputs] or [inputs], W is [inputs, units].
 *
 * @example
 * const t = createTape();
 * const x = t.data([64, 2], 0.5);
 * dense(t, x, 16, createRandom(1), { activation: 'tanh' }).output.shape; // [64, 16]
 */
export function dense(t: Tape, x: Node, units: number, random: Random, options: LayerOptions = {}): Layer {
  return layer(t, [x.shape.at(-1) ?? 1, units], units, random, options, (weights, bias) =>
    bias ? t.affine(x, weights, bias) : t.matmul(x, weights),
  );
}

/**
 * A convolution with square filters of side `size`, f(conv2d(x, W) + b): x is [batch, channels, height, width].
 *
 * @example
 * const t = createTape();
 * const x = t.data([32, 1, 28, 28], 0.5);
 * const { output } = convolution(t, x, 8, 5, createRandom(1), { activation: 'relu' });
 * output.shape; // [32, 8, 24, 24]
 */
export function convolution(
  t: Tape,
  x: Node,
  filters: number,
  size: number,
  random: Random,
  options: ConvLayerOptions = {},
): Layer {
  return layer(t, [filters, x.shape[1] ?? 1, size, size], filters, random, options, (weights, bias) =>
    t.conv2d(x, weights, bias, options),
  );
}

/**
 * All axes but the first become one: [batch, 8, 24, 24] becomes [batch, 4608].
 *
 * @example
 * const t = createTape();
 * flatten(t, t.data([32, 8, 24, 24], 0)).shape; // [32, 4608]
 */
export function flatten(t: Tape, x: Node): Node {
  const [batch = 1] = x.shape;
  return t.reshape(x, [batch, x.size / batch]);
}

/** Records weights of a shape, biases for so many units, and what is made of them. */
function layer(
  t: Tape,
  shape: Shape,
  units: number,
  random: Random,
  { activation = 'none', weights = glorot, bias = zeros, name }: LayerOptions,
  record: (weights: Node, bias: Node | undefined) => Node,
): Layer {
  const parameter = (first: Initialiser, shape: Shape, part: string) =>
    t.parameter(shape, first(shape, random), name && `${name}.${part}`);
  const W = parameter(weights, shape, 'W');
  const b = bias ? parameter(bias, [units], 'b') : undefined;
  const sums = record(W, b);
  return { weights: W, bias: b, sums, output: activation === 'none' ? sums : t[activation](sums) };
}
