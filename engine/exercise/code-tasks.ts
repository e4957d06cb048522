// The functions that code exercises ask for: what they are given, and what the tape says they must give back.

import { createRandom, createTape, type Node, type Tape } from '../tape/index.ts';

/** Numbers in rows and columns, as JavaScript writes them. */
export type Nested = number | readonly Nested[];

export interface CodeTask {
  /** The name of the function and of its parameters, as the reader has to write them. */
  readonly signature: string;
  readonly fn: string;
  /** The names under which the function gives its arrays back. */
  readonly gives: readonly string[];
  /** Arguments to try it on: other shapes every time, no two sizes of one case equal. */
  readonly cases: (seed: number) => readonly (readonly Nested[])[];
  /** What the tape gives for such arguments, by name. */
  readonly right: (args: readonly Nested[]) => Readonly<Record<string, Nested>>;
}

/** The shape of nested rows; a ragged array has none. */
export function shapeOfNested(value: unknown): number[] | null {
  if (typeof value === 'number') return [];
  if (!Array.isArray(value)) return null;
  const inner = value.map(shapeOfNested);
  const first = inner[0];
  if (!first || inner.some((shape) => !shape || shape.join() !== first.join())) return null;
  return [value.length, ...first];
}

/** The numbers of nested rows, the last index fastest. */
export function flat(value: Nested): number[] {
  return typeof value === 'number' ? [value] : value.flatMap(flat);
}

function nest(numbers: ArrayLike<number>, shape: readonly number[]): Nested {
  let at = 0;
  const build = (axis: number): Nested => {
    const length = shape[axis];
    if (length === undefined) {
      at += 1;
      return numbers[at - 1] as number;
    }
    return Array.from({ length }, () => build(axis + 1));
  };
  return build(0);
}

function drawn(seed: number, shapes: readonly (readonly number[])[]): Nested[] {
  const random = createRandom(seed);
  return shapes.map((shape) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return nest(
      Array.from({ length: size }, () => Math.round(random.uniform(-2, 2) * 8) / 8),
      shape,
    );
  });
}

function leaf(tape: Tape, value: Nested, name: string): Node {
  return tape.input(shapeOfNested(value) as number[], flat(value), name);
}

function gradients(
  tape: Tape,
  of: Node,
  upstream: Nested,
  leaves: Readonly<Record<string, Node>>,
): Record<string, Nested> {
  tape.backward(of, { upstream: flat(upstream) });
  return Object.fromEntries(
    Object.entries(leaves).map(([name, node]) => [name, nest(tape.gradient(node), node.shape)]),
  );
}

const conv2d: CodeTask = {
  signature: 'backward(delta, x, w)',
  fn: 'backward',
  gives: ['dw', 'dx'],
  cases: (seed) => [
    drawn(seed, [
      [2, 3],
      [3, 5],
      [2, 3],
    ]),
    drawn(seed + 1, [
      [3, 2],
      [4, 5],
      [2, 4],
    ]),
    drawn(seed + 2, [
      [1, 4],
      [3, 4],
      [3, 1],
    ]),
  ],
  right([delta, x, w]) {
    const tape = createTape();
    const image = leaf(tape, [[x as Nested]], 'x');
    const kernel = leaf(tape, [[w as Nested]], 'w');
    const found = gradients(tape, tape.conv2d(image, kernel), delta as Nested, { dw: kernel, dx: image });
    const inner = (value: Nested | undefined) => ((value as Nested[])[0] as Nested[])[0] as Nested;
    return { dw: inner(found.dw), dx: inner(found.dx) };
  },
};

const dense: CodeTask = {
  signature: 'backward(delta, a, W)',
  fn: 'backward',
  gives: ['dW', 'db', 'da'],
  cases: (seed) => [
    drawn(seed, [[3], [4], [3, 4]]),
    drawn(seed + 1, [[5], [2], [5, 2]]),
    drawn(seed + 2, [[1], [3], [1, 3]]),
  ],
  right([delta, a, W]) {
    const tape = createTape();
    const below = leaf(tape, a as Nested, 'a');
    const weights = leaf(tape, W as Nested, 'W');
    const bias = leaf(
      tape,
      (delta as Nested[]).map(() => 0),
      'b',
    );
    const z = tape.add(tape.matmul(weights, below), bias);
    return gradients(tape, z, delta as Nested, { dW: weights, db: bias, da: below });
  },
};

const softmaxCrossEntropy: CodeTask = {
  signature: 'backward(z, y)',
  fn: 'backward',
  gives: ['dz'],
  cases: (seed) => {
    const oneHot = (length: number, hot: number): Nested =>
      Array.from({ length }, (_, i) => (i === hot ? 1 : 0));
    const [a, b, c] = drawn(seed, [[3], [5], [4]]) as [Nested[], Nested[], Nested[]];
    // The last case overflows where the maximum is not taken out.
    return [
      [a, oneHot(3, 1)],
      [b, oneHot(5, 4)],
      [c.map((v) => (v as number) + 1000), oneHot(4, 0)],
    ];
  },
  right([z, y]) {
    const tape = createTape();
    const logits = leaf(tape, [z as Nested], 'z');
    const target = tape.constant([1, (y as Nested[]).length], flat(y as Nested));
    tape.backward(tape.crossEntropy(logits, target));
    return { dz: (nest(tape.gradient(logits), logits.shape) as Nested[])[0] as Nested };
  },
};

/** By the name that an author gives in `task`. */
export const codeTasks: Readonly<Record<string, CodeTask>> = {
  'conv2d-backward': conv2d,
  'dense-backward': dense,
  'softmax-cross-entropy-backward': softmaxCrossEntropy,
};
