// The five workloads: what every library trains, with the same data and the same first weights for all.
import { createRandom, glorot, he } from '../../engine/tape/index.ts';

/** A chain of dense layers, possibly behind one convolution. Numbers are laid out row after row. */
export interface Workload {
  name: string;
  batch: number;
  /** Units of the input and of each dense layer. */
  units: number[];
  /** Between the dense layers, and behind the convolution; the last layer is linear. */
  activation: 'tanh' | 'relu';
  /** Mean squared error over all entries, or softmax cross-entropy against class numbers. */
  loss: 'squares' | 'classes';
  /** A convolution of square one-channel images in front, with square filters. */
  conv?: { side: number; filters: number; size: number };
  rate: number;
  x: Float64Array;
  /** Targets: one an output unit and example, or one class an example. */
  y: Float64Array;
  /** Weights of each dense layer, [inputs, units]; biases begin at 0. */
  weights: Float64Array[];
  /** Filters, [filters, 1, size, size]. */
  filters?: Float64Array;
  /** Floating-point operations of the products in one training step. */
  flops: number;
  /** How many times faster than tfjs-cpu the engine has to be. */
  bar: number;
}

type Given = Pick<Workload, 'name' | 'batch' | 'units' | 'activation' | 'loss' | 'rate' | 'conv' | 'bar'>;

function workload(given: Given): Workload {
  const random = createRandom(2026);
  const { batch, units, activation, loss, conv } = given;
  const inputs = conv ? conv.side ** 2 : units[0]!;
  const outputs = units.at(-1)!;
  const initial = activation === 'relu' ? he : glorot;
  const made: Workload = {
    ...given,
    x: Float64Array.from({ length: batch * inputs }, () => random.normal()),
    y: Float64Array.from({ length: loss === 'classes' ? batch : batch * outputs }, () =>
      loss === 'classes' ? random.integer(0, outputs - 1) : random.normal(),
    ),
    weights: units.slice(1).map((to, i) => initial([units[i]!, to], random)),
    flops: 0,
  };
  units.slice(1).forEach((to, i) => {
    // Forward, weights, and, but for the first layer of all, inputs.
    made.flops += 2 * batch * units[i]! * to * (i > 0 || conv ? 3 : 2);
  });
  if (conv) {
    made.filters = initial([conv.filters, 1, conv.size, conv.size], random);
    made.flops += 4 * batch * conv.filters * (conv.side - conv.size + 1) ** 2 * conv.size ** 2;
  }
  return made;
}

const xor = workload({
  name: 'xor 2-2-1, batch 4',
  batch: 4,
  units: [2, 2, 1],
  activation: 'tanh',
  loss: 'squares',
  rate: 0.1,
  bar: 333,
});
xor.x.set([0, 0, 0, 1, 1, 0, 1, 1]);
xor.y.set([0, 1, 1, 0]);

export const workloads: Workload[] = [
  xor,
  workload({
    name: 'mlp 2-16-16-1 tanh, batch 64',
    batch: 64,
    units: [2, 16, 16, 1],
    activation: 'tanh',
    loss: 'squares',
    rate: 0.05,
    bar: 7.1,
  }),
  workload({
    name: '30 tanh layers of 32, batch 32',
    batch: 32,
    units: Array(31).fill(32),
    activation: 'tanh',
    loss: 'squares',
    rate: 0.1,
    bar: 4.9,
  }),
  workload({
    name: '784-128-10 relu softmax, batch 64',
    batch: 64,
    units: [784, 128, 10],
    activation: 'relu',
    loss: 'classes',
    rate: 0.01,
    bar: 3.8,
  }),
  workload({
    name: 'conv 8@5x5 on 28x28 + dense 10, batch 32',
    batch: 32,
    units: [8 * 24 * 24, 10],
    activation: 'relu',
    loss: 'classes',
    rate: 0.001,
    bar: 70,
    conv: { side: 28, filters: 8, size: 5 },
  }),
];

/** A library ready to train one workload. */
export interface Trainer {
  /** Called before a series of steps, where libraries share a process. */
  enter?(): void;
  /** One training step; the loss before it. */
  step(): number;
}

/** A library under test. `prepare` returns undefined where it cannot do the workload. */
export interface Runner {
  name: string;
  /** How many digits its losses can be expected to share with ours. */
  tolerance: number;
  prepare(workload: Workload): Trainer | undefined;
}
