// The functions that code exercises ask for: what they are given, and what the tape says they must give back.

import { createRandom, createTape, type Node, type Tape } from '../tape/index.ts';

/** Numbers in rows and columns, as JavaScript writes them. */
export type Nested = number | readonly Nested[];

/** One call of a function of the reader's. */
export interface Call {
  readonly fn: string;
  readonly args: readonly Nested[];
  /** The arguments belong to somebody else: a program that changes them ends there. */
  readonly frozen?: true;
}

export interface CodeTask {
  /** The names of the functions and of their parameters, as the reader has to write them. */
  readonly signature: string;
  /** Calls to try them by: other shapes every time, no two sizes of one call equal. */
  readonly cases: (seed: number) => readonly Call[];
  /** What the tape gives for such a call: numbers in rows, or several of them under names. */
  readonly right: (call: Call) => Nested | Readonly<Record<string, Nested>>;
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

/** Numbers in rows again, the last index fastest. */
export function nest(numbers: ArrayLike<number>, shape: readonly number[]): Nested {
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

/** Arrays of eighths between -2 and 2, one for each shape. */
export function drawn(seed: number, shapes: readonly (readonly number[])[]): Nested[] {
  const random = createRandom(seed);
  return shapes.map((shape) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return nest(
      Array.from({ length: size }, () => Math.round(random.uniform(-2, 2) * 8) / 8),
      shape,
    );
  });
}

/** An argument on the tape. */
export function leaf(tape: Tape, value: Nested, name: string): Node {
  return tape.input(shapeOfNested(value) as number[], flat(value), name);
}

/** The gradients of leaves by name, where `upstream` is the gradient by `of`. */
export function gradients(
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
  cases: (seed) =>
    [
      [
        [2, 3],
        [3, 5],
        [2, 3],
      ],
      [
        [3, 2],
        [4, 5],
        [2, 4],
      ],
      [
        [1, 4],
        [3, 4],
        [3, 1],
      ],
    ].map((shapes, i) => ({ fn: 'backward', args: drawn(seed + i, shapes) })),
  right({ args: [delta, x, w] }) {
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
  cases: (seed) =>
    [
      [[3], [4], [3, 4]],
      [[5], [2], [5, 2]],
      [[1], [3], [1, 3]],
    ].map((shapes, i) => ({ fn: 'backward', args: drawn(seed + i, shapes) })),
  right({ args: [delta, a, W] }) {
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
  cases: (seed) => {
    const oneHot = (length: number, hot: number): Nested =>
      Array.from({ length }, (_, i) => (i === hot ? 1 : 0));
    const [a, b, c] = drawn(seed, [[3], [5], [4]]) as [Nested[], Nested[], Nested[]];
    // The last case overflows where the maximum is not taken out.
    return [
      { fn: 'backward', args: [a, oneHot(3, 1)] },
      { fn: 'backward', args: [b, oneHot(5, 4)] },
      { fn: 'backward', args: [c.map((v) => (v as number) + 1000), oneHot(4, 0)] },
    ];
  },
  right({ args: [z, y] }) {
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
