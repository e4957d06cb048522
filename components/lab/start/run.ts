// A small sigmoid net trained by single examples, from a start of the reader's choice, with all its weights kept.

import { createRandom, createTape, type Node, sgd } from '../../../engine/tape/index.ts';

export const starts = ['zero', 'constant', 'random'] as const;
export const losses = ['square', 'log'] as const;

export interface StartSetting {
  readonly start: (typeof starts)[number];
  /** What every weight is where the start is `constant`. */
  readonly constant: number;
  readonly seed: number;
  /** Units in each of the two hidden layers. */
  readonly units: number;
  readonly loss: (typeof losses)[number];
}

/** A weight: into unit `to` of a layer, from unit `from` of the layer before, where 0 is the bias. All from 1. */
export interface Weight {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** What one step saw and did. */
export interface Step {
  readonly x: number;
  readonly y: number;
  readonly output: number;
  /** By weight, in the order of `weights`. */
  readonly gradient: readonly number[];
}

export interface StartRun {
  readonly weights: readonly Weight[];
  /** The weights before the first step, after it, and so on. */
  readonly history: readonly (readonly number[])[];
  readonly last: Step | undefined;
  readonly steps: number;
  advance(): void;
}

/** The two examples, in turn. */
export const examples = [
  { x: 5, y: 0 },
  { x: 1, y: 1 },
] as const;

/**
 * Gradient steps with rate 1, one example a step, on 1/2 (yhat - y)^2 or on the log loss. With one unit a layer this is
 * the chain x -> sigma(w0 + w1 x) three times over.
 *
 * From zero weights the first step gives yhat = 0.5 and moves the last layer alone, to (-0.125, -0.0625).
 */
export function createStartRun(setting: StartSetting): StartRun {
  const { units, loss: lossName } = setting;
  const random = createRandom(setting.seed);
  const first = () =>
    setting.start === 'zero' ? 0 : setting.start === 'constant' ? setting.constant : random.uniform(-1, 1);
  const tape = createTape();
  const x = tape.data([1, 1], [examples[0].x], 'x');
  const y = tape.data([1, 1], [examples[0].y], 'y');
  const widths = [1, units, units, 1];
  const weights: Weight[] = [];
  const places: { readonly node: Node; readonly entry: number }[] = [];
  let output: Node = x;
  for (let layer = 1; layer < widths.length; layer++) {
    const [before, after] = [widths[layer - 1]!, widths[layer]!];
    const bias = tape.parameter([after], Array.from({ length: after }, first), `b${layer}`);
    const matrix = tape.parameter(
      [before, after],
      Array.from({ length: before * after }, first),
      `W${layer}`,
    );
    output = tape.sigmoid(tape.add(tape.matmul(output, matrix), bias));
    for (let to = 1; to <= after; to++) {
      weights.push({ layer, from: 0, to });
      places.push({ node: bias, entry: to - 1 });
      for (let from = 1; from <= before; from++) {
        weights.push({ layer, from, to });
        places.push({ node: matrix, entry: (from - 1) * after + to - 1 });
      }
    }
  }
  const error =
    lossName === 'log' ? tape.logLoss(output, y) : tape.mul(tape.meanSquaredError(output, y), 0.5);
  const optimiser = sgd(tape, { rate: 1 });
  const now = () => places.map(({ node, entry }) => tape.values[node.at + entry]!);
  const history = [now()];
  let last: Step | undefined;
  return {
    weights,
    history,
    get last() {
      return last;
    },
    get steps() {
      return history.length - 1;
    },
    advance() {
      const example = examples[(history.length - 1) % examples.length]!;
      tape.set(x, [example.x]);
      tape.set(y, [example.y]);
      tape.forward();
      tape.backward(error);
      last = {
        ...example,
        output: tape.item(output),
        gradient: places.map(({ node, entry }) => tape.gradientItem(node, entry)),
      };
      optimiser.update();
      history.push(now());
    },
  };
}

/** For each weight whether it has ever moved. */
export function moved({ history }: StartRun): readonly boolean[] {
  const first = history[0]!;
  return first.map((value, i) => history.some((later) => later[i] !== value));
}

/** The hidden layers (1, 2) whose two units are copies of each other: what goes in is the same, and what comes out. */
export function copiedLayers(run: StartRun): readonly number[] {
  const now = run.history.at(-1)!;
  const at = (layer: number, from: number, to: number) =>
    now[run.weights.findIndex((w) => w.layer === layer && w.from === from && w.to === to)];
  const width = (layer: number) => Math.max(...run.weights.filter((w) => w.layer === layer).map((w) => w.to));
  return [1, 2].filter((layer) => {
    if (width(layer) < 2) return false;
    const into = run.weights.filter((w) => w.layer === layer && w.to === 1);
    const out = run.weights.filter((w) => w.layer === layer + 1 && w.from === 1);
    return (
      into.every(({ from }) => at(layer, from, 1) === at(layer, from, 2)) &&
      out.every(({ to }) => at(layer + 1, 1, to) === at(layer + 1, 2, to))
    );
  });
}
