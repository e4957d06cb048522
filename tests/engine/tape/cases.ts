// For every operation, inputs on which its backward rule is checked: each shape family, fan-out and broadcasting.
import {
  type Node,
  type OpName,
  type Random,
  type Shape,
  sizeOf,
  type Tape,
} from '../../../engine/tape/index.ts';

export interface Case {
  title: string;
  /** Records the op on fresh inputs and returns the nodes whose gradients are checked, the op's result last. */
  record(t: Tape, random: Random): Node;
  /** Linear in each input by itself: differences are exact, whatever the step. */
  linear?: boolean;
}

/** Numbers away from 0 and from each other, so that no kink lies within reach of a difference. */
function apart(random: Random, size: number, low = 0.3): number[] {
  return random.shuffle(
    Array.from({ length: size }, (_, i) => (low + 0.11 * i) * (low > 0.3 || i % 2 === 0 ? 1 : -1)),
  );
}

const normal = (random: Random, size: number) => Array.from({ length: size }, () => random.normal());
const positive = (random: Random, size: number) => Array.from({ length: size }, () => random.uniform(0.5, 2));

type Fill = (random: Random, size: number) => number[];

const shapes: Shape[] = [[], [1], [2], [5], [1, 4], [4, 1], [3, 5], [2, 3, 4]];

const text = (...list: Shape[]) => list.map((shape) => `[${shape.join(',')}]`).join(' ');

function unary(
  op: 'neg' | 'exp' | 'log' | 'sqrt' | 'abs' | 'tanh' | 'sigmoid' | 'relu',
  fill: Fill,
  linear = false,
): Case[] {
  return shapes.map((shape) => ({
    title: text(shape),
    linear,
    record: (t, random) => t[op](t.parameter(shape, fill(random, sizeOf(shape)))),
  }));
}

const pairs: [Shape, Shape][] = [
  ...shapes.map((shape): [Shape, Shape] => [shape, shape]),
  [[3, 5], [5]],
  [[5], [3, 5]],
  [[4, 1], [1]],
  [[1, 4], [4]],
  [
    [2, 3, 4],
    [3, 4],
  ],
  [[3, 5], []],
  [[], [3, 5]],
];

function binary(
  op: 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'max' | 'meanSquaredError' | 'logLoss' | 'logLossFromLogits',
  fillA: Fill,
  fillB: Fill,
  linear = false,
  list = pairs,
): Case[] {
  const separate = list.map(
    ([a, b]): Case => ({
      title: text(a, b),
      linear,
      record: (t, random) =>
        t[op](t.parameter(a, fillA(random, sizeOf(a))), t.parameter(b, fillB(random, sizeOf(b)))),
    }),
  );
  return separate;
}

/** The same node on both sides. */
function twice(op: 'add' | 'sub' | 'mul' | 'div' | 'pow', fill: Fill): Case {
  return {
    title: 'x with itself',
    record(t, random) {
      const x = t.parameter([3], fill(random, 3));
      return t[op](x, x);
    },
  };
}

function reduction(op: 'sum' | 'mean' | 'maxOver', linear: boolean): Case[] {
  const list: [Shape, number[] | undefined][] = [
    ...shapes.map((shape): [Shape, undefined] => [shape, undefined]),
    [[3, 5], [0]],
    [[3, 5], [1]],
    [[3, 5], [-1]],
    [[2, 3, 4], [1]],
    [
      [2, 3, 4],
      [0, 2],
    ],
    [[1, 4], [0]],
    [[4, 1], [0]],
  ];
  return list.map(([shape, axes]) => ({
    title: `${text(shape)} over ${axes ?? 'all'}`,
    linear,
    record: (t, random) => t[op](t.parameter(shape, apart(random, sizeOf(shape))), axes ? { axes } : {}),
  }));
}

function matmul(): Case[] {
  const list: [Shape, Shape, boolean, boolean][] = [];
  // 20 x 21 x 19 is large enough for packed blocks, with rests on every side; the others take the small path.
  for (const [m, k, n] of [
    [1, 1, 1],
    [1, 4, 1],
    [3, 5, 2],
    [4, 1, 3],
    [2, 2, 2],
    [20, 21, 19],
    [9, 16, 12],
  ] as const) {
    list.push([[m, k], [k, n], false, false], [[k, m], [k, n], true, false]);
    list.push([[m, k], [n, k], false, true], [[k, m], [n, k], true, true]);
  }
  list.push(
    [[3, 4], [4], false, false],
    [[3], [3, 4], false, false],
    [[4], [4], false, false],
    [[3], [4, 3], false, true],
  );
  const separate = list.map(([a, b, transposeA, transposeB]) => ({
    title: `${text(a, b)}${transposeA ? ' A^T' : ''}${transposeB ? ' B^T' : ''}`,
    linear: true,
    record: (t: Tape, random: Random) =>
      t.matmul(t.parameter(a, normal(random, sizeOf(a))), t.parameter(b, normal(random, sizeOf(b))), {
        transposeA,
        transposeB,
      }),
  }));
  const itself = [2, 9].map((n) => ({
    title: `a ${n}x${n} matrix with itself`,
    record(t: Tape, random: Random) {
      const x = t.parameter([n, n], normal(random, n * n));
      return t.matmul(x, x, { transposeB: true });
    },
  }));
  return [...separate, ...itself];
}

/** Layers of all sizes: small and packed products, a vector in place of a batch, and the bias in other places, too. */
function layers(): Case[] {
  const list: [Shape, Shape][] = [
    [
      [1, 1],
      [1, 1],
    ],
    [
      [4, 2],
      [2, 2],
    ],
    [
      [5, 3],
      [3, 1],
    ],
    [
      [3, 5],
      [5, 7],
    ],
    [
      [9, 16],
      [16, 13],
    ],
    [[3], [3, 4]],
  ];
  const apart = list.map(([x, w]) => ({
    title: text(x, w),
    linear: true,
    record: (t: Tape, random: Random) =>
      t.affine(
        t.parameter(x, normal(random, sizeOf(x))),
        t.parameter(w, normal(random, sizeOf(w))),
        t.parameter([w[1]!], normal(random, w[1]!)),
      ),
  }));
  return [
    ...apart,
    {
      title: 'two layers with one bias, which feeds them, too',
      record(t: Tape, random: Random) {
        const b = t.parameter([3], normal(random, 3));
        const w = t.parameter([3, 3], normal(random, 9));
        return t.affine(t.affine(b, w, b), w, b);
      },
    },
  ];
}

function rows(op: 'softmax' | 'logSoftmax' | 'logSumExp'): Case[] {
  return [[1], [4], [1, 4], [4, 1], [3, 5], [2, 3, 4]].map((shape) => ({
    title: text(shape),
    record: (t, random) => t[op](t.parameter(shape, normal(random, sizeOf(shape)))),
  }));
}

function convolution(): Case[] {
  const list: [Shape, Shape, boolean, number, number][] = [
    [[1, 1, 1, 1], [1, 1, 1, 1], true, 1, 0],
    [[1, 1, 5, 4], [1, 1, 2, 3], false, 1, 0],
    [[2, 1, 6, 6], [3, 1, 3, 3], true, 1, 0],
    [[2, 2, 5, 7], [2, 2, 3, 2], true, 2, 0],
    [[2, 3, 4, 5], [3, 3, 3, 3], true, 1, 1],
    [[1, 2, 5, 5], [4, 2, 2, 2], false, 2, 2],
    // A stride that does not divide; large enough for packed blocks.
    [[2, 2, 9, 8], [5, 2, 3, 2], true, 3, 1],
  ];
  return list.map(([x, w, bias, stride, padding]) => ({
    title: `${text(x, w)} stride ${stride} padding ${padding}`,
    linear: true,
    record: (t, random) =>
      t.conv2d(
        t.parameter(x, normal(random, sizeOf(x))),
        t.parameter(w, normal(random, sizeOf(w))),
        bias ? t.parameter([w[0]!], normal(random, w[0]!)) : undefined,
        { stride, padding },
      ),
  }));
}

function pool(op: 'maxPool' | 'averagePool', linear: boolean): Case[] {
  const list: [Shape, number, number][] = [
    [[1, 1, 1, 1], 1, 1],
    [[2, 3, 4, 6], 2, 2],
    [[1, 2, 5, 5], 3, 1],
    [[2, 1, 7, 5], 2, 3],
  ];
  return list.map(([shape, size, stride]) => ({
    title: `${text(shape)} size ${size} stride ${stride}`,
    linear,
    record: (t, random) => t[op](t.parameter(shape, apart(random, sizeOf(shape))), { size, stride }),
  }));
}

const equalPairs = pairs.filter(([a, b]) => String(a) === String(b) && a.length === b.length);
const probability: Fill = (random, size) => Array.from({ length: size }, () => random.uniform(0.2, 0.8));

export const cases: { readonly [Name in OpName]: readonly Case[] } = {
  add: [...binary('add', normal, normal, true), twice('add', normal)],
  sub: [...binary('sub', normal, normal, true), twice('sub', normal)],
  mul: [...binary('mul', normal, normal, true), twice('mul', normal)],
  div: [...binary('div', normal, positive), twice('div', positive)],
  pow: [...binary('pow', positive, normal), twice('pow', positive)],
  max: binary(
    'max',
    (random, size) => apart(random, size),
    (random, size) => apart(random, size, 0.355),
  ),
  select: shapes.map((shape) => ({
    title: text(shape),
    linear: true,
    record: (t, random) =>
      t.select(
        t.data(shape, normal(random, sizeOf(shape))),
        t.parameter(shape, normal(random, sizeOf(shape))),
        t.parameter(shape, normal(random, sizeOf(shape))),
      ),
  })),
  neg: unary('neg', normal, true),
  exp: unary('exp', normal),
  log: unary('log', positive),
  sqrt: unary('sqrt', positive),
  abs: unary('abs', apart),
  tanh: unary('tanh', normal),
  sigmoid: unary('sigmoid', normal),
  relu: unary('relu', apart),
  sum: reduction('sum', true),
  mean: reduction('mean', true),
  maxOver: reduction('maxOver', false),
  matmul: matmul(),
  affine: layers(),
  reshape: [
    {
      title: '[3,4] to [2,6]',
      linear: true,
      record: (t, r) => t.reshape(t.parameter([3, 4], normal(r, 12)), [2, 6]),
    },
    { title: '[1] to scalar', linear: true, record: (t, r) => t.reshape(t.parameter([1], normal(r, 1)), []) },
  ],
  transpose: [
    { title: '[3,5]', linear: true, record: (t, r) => t.transpose(t.parameter([3, 5], normal(r, 15))) },
    { title: '[1,4]', linear: true, record: (t, r) => t.transpose(t.parameter([1, 4], normal(r, 4))) },
    {
      title: '[2,3,4] to 1, 2, 0',
      linear: true,
      record: (t, r) => t.transpose(t.parameter([2, 3, 4], normal(r, 24)), [1, 2, 0]),
    },
  ],
  pick: [
    {
      title: 'row 2 of [3,5]',
      linear: true,
      record: (t, r) => t.pick(t.parameter([3, 5], normal(r, 15)), 0, 2),
    },
    {
      title: 'column 1 of [3,5]',
      linear: true,
      record: (t, r) => t.pick(t.parameter([3, 5], normal(r, 15)), 1, 1),
    },
    {
      title: 'middle of [2,3,4]',
      linear: true,
      record: (t, r) => t.pick(t.parameter([2, 3, 4], normal(r, 24)), 1, 0),
    },
    { title: 'entry 3 of [4]', linear: true, record: (t, r) => t.pick(t.parameter([4], normal(r, 4)), 0, 3) },
  ],
  softmax: rows('softmax'),
  logSoftmax: rows('logSoftmax'),
  logSumExp: rows('logSumExp'),
  crossEntropy: (['mean', 'sum'] as const).flatMap((reduction): Case[] => [
    ...(
      [
        [1, 4],
        [4, 2],
        [3, 5],
      ] as const
    ).map(
      ([n, k]): Case => ({
        title: `[${n},${k}] against classes, ${reduction}`,
        record: (t, r) =>
          t.crossEntropy(
            t.parameter([n, k], normal(r, n * k)),
            t.data(
              [n],
              Array.from({ length: n }, () => r.integer(0, k - 1)),
            ),
            { reduction },
          ),
      }),
    ),
    {
      title: `[5] against a class, ${reduction}`,
      record: (t, r) => t.crossEntropy(t.parameter([5], normal(r, 5)), t.data(2), { reduction }),
    },
    {
      title: `[3,5] against any weights, ${reduction}`,
      record: (t, r) =>
        t.crossEntropy(t.parameter([3, 5], normal(r, 15)), t.parameter([3, 5], positive(r, 15)), {
          reduction,
        }),
    },
  ]),
  logLoss: binary('logLoss', probability, probability, false, equalPairs),
  logLossFromLogits: binary('logLossFromLogits', normal, probability, false, equalPairs),
  meanSquaredError: [
    ...binary('meanSquaredError', normal, normal, false, equalPairs),
    {
      title: 'sum',
      record: (t, r) =>
        t.meanSquaredError(t.parameter([3, 5], normal(r, 15)), t.parameter([3, 5], normal(r, 15)), {
          reduction: 'sum',
        }),
    },
  ],
  pad: [1, 2].map((padding) => ({
    title: `[2,1,3,2] by ${padding}`,
    linear: true,
    record: (t, r) => t.pad(t.parameter([2, 1, 3, 2], normal(r, 12)), padding),
  })),
  conv2d: convolution(),
  maxPool: pool('maxPool', false),
  averagePool: pool('averagePool', true),
};
