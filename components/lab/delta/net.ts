// A small dense net run on the tape, with every array of both passes kept: for one example, or for a batch.

import { createRandom, createTape, type Node } from '../../../engine/tape/index.ts';

/** Units of the layers, the inputs first. The last layer has no activation, the others have tanh. */
export const widths = [2, 3, 2, 2] as const;
export const top = widths.length - 1;

export type Matrix = readonly (readonly number[])[];

export interface DeltaRun {
  /** By layer from 1; [0] is empty. W[l] has a row for each unit of layer l. */
  readonly W: readonly Matrix[];
  /** By layer; one row for each example. a[0] are the inputs. */
  readonly z: readonly Matrix[];
  readonly a: readonly Matrix[];
  readonly target: Matrix;
  /** f'(z), entry by entry. */
  readonly slope: readonly Matrix[];
  /** dL/dz of each example's own loss. */
  readonly delta: readonly Matrix[];
  /** Of the mean loss over the examples. */
  readonly gradient: readonly Matrix[];
}

/** Loss: half the squared distance to the target, one target an example. Weights and inputs have one decimal. */
export function runDelta(seed: number, examples: number): DeltaRun {
  const random = createRandom(seed);
  const rough = (count: number, reach: number) =>
    Array.from({ length: count }, () => Math.round(random.uniform(-reach, reach) * 10) / 10);
  const t = createTape();
  const W: Node[] = [];
  for (let l = 1; l <= top; l++) {
    W[l] = t.parameter([widths[l]!, widths[l - 1]!], rough(widths[l]! * widths[l - 1]!, 1.5), `W${l}`);
  }
  // The first example is the same, alone or in a batch.
  const x = Array.from({ length: examples }, () => [rough(widths[0], 2), rough(widths[top]!, 1)] as const);
  const a: Node[] = [
    t.constant(
      [examples, widths[0]],
      x.flatMap(([inputs]) => inputs),
    ),
  ];
  const z: Node[] = [];
  for (let l = 1; l <= top; l++) {
    z[l] = t.matmul(a[l - 1]!, W[l]!, { transposeB: true });
    a[l] = l === top ? z[l]! : t.tanh(z[l]!);
  }
  const target = t.constant(
    [examples, widths[top]!],
    x.flatMap(([, wanted]) => wanted),
  );
  const off = t.sub(a[top]!, target);
  // The sum over the examples: so dL/dz is each example's own, and only the weights' gradients are averaged.
  t.backward(t.mul(t.sum(t.mul(off, off)), 0.5));
  const value = (node: Node) => rows(t.peek(node), node.shape[1]!);
  const gradient = (node: Node) => rows(t.gradient(node), node.shape[1]!);
  return {
    W: W.map(value),
    z: z.map(value),
    a: a.map(value),
    target: value(target),
    slope: a.map((node, l) => value(node).map((row) => row.map((f) => (l === top ? 1 : 1 - f * f)))),
    delta: z.map(gradient),
    gradient: W.map((node) => gradient(node).map((row) => row.map((g) => g / examples))),
  };
}

function rows(flat: Float64Array, columns: number): Matrix {
  return Array.from({ length: flat.length / columns }, (_, i) => [
    ...flat.slice(i * columns, (i + 1) * columns),
  ]);
}

export function transposed(matrix: Matrix): Matrix {
  return matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
}
