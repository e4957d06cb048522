// What a reader's engine is set to learn: XOR, then digits; the data, the first weights and the pace, from a seed.

import { createRandom } from '../../../engine/tape/index.ts';
import { drawDigits } from './digits.ts';

type Rows = readonly (readonly number[])[];

export interface Net {
  readonly W1: Rows;
  readonly b1: readonly number[];
  readonly g: readonly number[];
  readonly W2: Rows;
  readonly b2: readonly number[];
}

export interface Job {
  readonly net: Net;
  readonly train: { readonly x: Rows; readonly y: Rows };
  readonly test: { readonly x: Rows };
  /** The class of each test row. */
  readonly labels: readonly number[];
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
  /** Steps between two reports. */
  readonly every: number;
}

const oneHot = (k: number, of: number) => Array.from({ length: of }, (_, i) => (i === k ? 1 : 0));

/** First weights: uniform within the square root of 6 over the units on both sides, gains 1, biases 0. */
export function firstNet(inputs: number, hidden: number, outputs: number, seed: number): Net {
  const random = createRandom(seed);
  const matrix = (rows: number, columns: number) => {
    const bound = Math.sqrt(6 / (rows + columns));
    return Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Math.round(random.uniform(-bound, bound) * 1e4) / 1e4),
    );
  };
  return {
    W1: matrix(inputs, hidden),
    b1: Array<number>(hidden).fill(0),
    g: Array<number>(hidden).fill(1),
    W2: matrix(hidden, outputs),
    b2: Array<number>(outputs).fill(0),
  };
}

export const tasks = ['xor', 'digits'] as const;
export type Task = (typeof tasks)[number];

/** What the reader decides about a training. */
export interface Training {
  readonly seed: number;
  readonly steps: number;
  readonly rate: number;
}

/** Some sixty reports in a run of any length. */
const pace = ({ steps, rate }: Training) => ({ steps, rate, every: Math.max(1, Math.round(steps / 60)) });

export const jobs: Readonly<Record<Task, (training: Training) => Promise<Job>>> = {
  async xor(training) {
    const x = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const labels = [0, 1, 1, 0];
    const y = labels.map((k) => oneHot(k, 2));
    const net = firstNet(2, 4, 2, training.seed);
    return { net, train: { x, y }, test: { x }, labels, batch: 4, ...pace(training) };
  },

  /** Four hundred digits to learn from, one hundred others to be asked about. */
  async digits(training) {
    const { images, labels } = await drawDigits(500, training.seed);
    const train = { x: images.slice(0, 400), y: labels.slice(0, 400).map((k) => oneHot(k, 10)) };
    const test = { x: images.slice(400) };
    const net = firstNet(64, 16, 10, training.seed);
    return { net, train, test, labels: labels.slice(400), batch: 20, ...pace(training) };
  },
};

/** Only asks a trained net about images. */
export function askJob(net: Net, images: Rows): Job {
  const none = { x: [], y: [] };
  return { net, train: none, test: { x: images }, labels: [], steps: 0, batch: 1, rate: 0, every: 1 };
}
