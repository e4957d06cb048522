// The rules that a reader writes to make an engine: each a forward and a backward function, judged by the tape's own.
// What they are given lies on the tape and is needed again, so it is frozen.

import { createTape } from '../tape/index.ts';
import { type CodeTask, drawn, flat, gradients, leaf, type Nested, nest } from './code-tasks.ts';

type Tape = ReturnType<typeof createTape>;
type Row = ReturnType<typeof leaf>;

/** One case: the shapes of the operands, and of what comes out. */
type Shapes = readonly (readonly number[])[];

/**
 * A rule with the operands `names`. `forward` gets them; `backward` gets the gradient by the output and then them, and
 * gives `{ da, db }`, a gradient for each, shaped as it.
 */
function rule(
  names: readonly string[],
  cases: readonly { readonly operands: Shapes; readonly output: readonly number[] }[],
  op: (tape: Tape, operands: readonly Row[]) => Row,
  alter: (args: readonly Nested[]) => readonly Nested[] = (args) => args,
): CodeTask {
  const onTape = (args: readonly Nested[]) => {
    const tape = createTape();
    const operands = args.map((value, i) => leaf(tape, value, names[i] as string));
    return { tape, operands, output: op(tape, operands) };
  };
  return {
    signature: `forward(${names.join(', ')}), backward(delta, ${names.join(', ')})`,
    cases: (seed) =>
      cases.flatMap(({ operands, output }, i) => {
        const args = alter(drawn(seed + i, operands));
        const [delta] = drawn(seed + i + 100, [output]) as [Nested];
        return [
          { fn: 'forward', args, frozen: true },
          { fn: 'backward', args: [delta, ...args], frozen: true },
        ];
      }),
    right({ fn, args }) {
      if (fn === 'forward') {
        const { tape, output } = onTape(args);
        return nest(tape.value(output), output.shape);
      }
      const [delta, ...rest] = args as [Nested, ...Nested[]];
      const { tape, operands, output } = onTape(rest);
      return gradients(
        tape,
        output,
        delta,
        Object.fromEntries(names.map((n, i) => [`d${n}`, operands[i] as Row])),
      );
    },
  };
}

/** `b` is one row that meets every row of `a`. */
const withRow = [
  { operands: [[2, 3], [3]], output: [2, 3] },
  { operands: [[4, 2], [2]], output: [4, 2] },
  { operands: [[1, 5], [5]], output: [1, 5] },
];

/** Its first entry 0: the place where the slope is a matter of agreement. */
const startingAtZero = ([a]: readonly Nested[]): readonly Nested[] => {
  const [[, ...first], ...rest] = a as readonly (readonly number[])[] as [number[], ...number[][]];
  return [[[0, ...first], ...rest]];
};

const crossEntropy: CodeTask = {
  signature: 'forward(s, y), backward(delta, s, y)',
  cases: (seed) =>
    [
      { rows: 2, classes: 3, far: 0 },
      { rows: 4, classes: 2, far: 0 },
      // Here exp overflows where the largest number is not taken out.
      { rows: 1, classes: 5, far: 1000 },
    ].flatMap(({ rows, classes, far }, i) => {
      const [s] = drawn(seed + i, [[rows, classes]]) as [number[][]];
      const y = Array.from({ length: rows }, (_, n) =>
        Array.from({ length: classes }, (_, k) => (k === (n + seed + i) % classes ? 1 : 0)),
      );
      const args = [s.map((row) => row.map((v) => v + far)), y];
      return [
        { fn: 'forward', args, frozen: true },
        { fn: 'backward', args: [0.75, ...args], frozen: true },
      ];
    }),
  right({ fn, args }) {
    const [s, y] = args.slice(-2) as [Nested, Nested[]];
    const tape = createTape();
    const scores = leaf(tape, s, 's');
    const loss = tape.crossEntropy(scores, tape.constant([y.length, (y[0] as Nested[]).length], flat(y)));
    if (fn === 'forward') return tape.item(loss);
    return gradients(tape, loss, args[0] as Nested, { ds: scores });
  },
};

export const ruleTasks: Readonly<Record<string, CodeTask>> = {
  'rule-add': rule(['a', 'b'], withRow, (tape, [a, b]) => tape.add(a as Row, b as Row)),
  'rule-multiply': rule(['a', 'b'], withRow, (tape, [a, b]) => tape.mul(a as Row, b as Row)),
  'rule-tanh': rule(
    ['a'],
    [
      { operands: [[2, 3]], output: [2, 3] },
      { operands: [[4, 1]], output: [4, 1] },
    ],
    (tape, [a]) => tape.tanh(a as Row),
  ),
  'rule-relu': rule(
    ['a'],
    [
      { operands: [[2, 4]], output: [2, 4] },
      { operands: [[3, 1]], output: [3, 1] },
    ],
    (tape, [a]) => tape.relu(a as Row),
    startingAtZero,
  ),
  'rule-matmul': rule(
    ['a', 'b'],
    [
      {
        operands: [
          [2, 3],
          [3, 4],
        ],
        output: [2, 4],
      },
      {
        operands: [
          [4, 1],
          [1, 3],
        ],
        output: [4, 3],
      },
      {
        operands: [
          [1, 5],
          [5, 2],
        ],
        output: [1, 2],
      },
    ],
    (tape, [a, b]) => tape.matmul(a as Row, b as Row),
  ),
  'rule-cross-entropy': crossEntropy,
};
