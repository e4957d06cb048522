// Layers: a few parameters and a few operations recorded together.
import { glorot, type Initialiser, zeros } from './initial.ts';
import type { Random } from './random.ts';
import type { Node } from './row.ts';
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
  const shape = [x.shape.at(-1) ?? 1, units];
  const weights = t.parameter(shape, (options.weights ?? glorot)(shape, random), part(options.name, 'W'));
  const bias = biasOf(t, units, random, options);
  const product = t.matmul(x, weights);
  return finish(t, weights, bias, bias === undefined ? product : t.add(product, bias), options.activation);
}

/** A convolution with square filters of side `size`, f(conv2d(x, W) + b): x is [batch, channels, height, width]. */
export function convolution(
  t: Tape,
  x: Node,
  filters: number,
  size: number,
  random: Random,
  options: ConvLayerOptions = {},
): Layer {
  const { stride = 1, padding = 0 } = options;
  const shape = [filters, x.shape[1] ?? 1, size, size];
  const weights = t.parameter(shape, (options.weights ?? glorot)(shape, random), part(options.name, 'W'));
  const bias = biasOf(t, filters, random, options);
  return finish(t, weights, bias, t.conv2d(x, weights, bias, { stride, padding }), options.activation);
}

/** All axes but the first become one: [batch, 8, 24, 24] becomes [batch, 4608]. */
export function flatten(t: Tape, x: Node): Node {
  const batch = x.shape[0] ?? 1;
  return t.reshape(x, [batch, x.size / batch]);
}

function biasOf(t: Tape, units: number, random: Random, { bias, name }: LayerOptions): Node | undefined {
  return bias === false ? undefined : t.parameter([units], (bias ?? zeros)([units], random), part(name, 'b'));
}

function finish(
  t: Tape,
  weights: Node,
  bias: Node | undefined,
  sums: Node,
  activation: Activation = 'none',
): Layer {
  return { weights, bias, sums, output: activation === 'none' ? sums : t[activation](sums) };
}

const part = (name: string | undefined, which: string) =>
  name === undefined ? undefined : `${name}.${which}`;
