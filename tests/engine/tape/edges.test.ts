// The edge table of engine/README.md, row by row: what happens at kinks, poles, ties and infinities.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTape, type Node, type Tape } from '../../../engine/tape/index.ts';

/** A case: what is recorded from the numbers given, its value, and the gradients by those numbers. */
interface Edge {
  what: string;
  at: number[];
  record(t: Tape, x: Node[]): Node;
  value: number;
  gradients: number[];
}

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const edges: Edge[] = [
  { what: 'relu(0)', at: [0], record: (t, [x]) => t.relu(x!), value: 0, gradients: [0] },
  { what: 'relu(NaN)', at: [-1], record: (t, [x]) => t.relu(t.log(x!)), value: nan, gradients: [-1] },
  { what: 'abs(0)', at: [0], record: (t, [x]) => t.abs(x!), value: 0, gradients: [0] },
  { what: 'max(2, 2)', at: [2, 2], record: (t, [x, y]) => t.max(x!, y!), value: 2, gradients: [1, 0] },
  { what: 'max(0, z) at 0', at: [0], record: (t, [x]) => t.max(0, x!), value: 0, gradients: [0] },
  {
    what: 'max(NaN, 1)',
    at: [-1, 1],
    record: (t, [x, y]) => t.max(t.log(x!), y!),
    value: nan,
    gradients: [-1, 0],
  },
  {
    what: 'max(1, NaN)',
    at: [1, -1],
    record: (t, [x, y]) => t.max(x!, t.log(y!)),
    value: nan,
    gradients: [0, -1],
  },
  { what: 'x^0 at 0', at: [0], record: (t, [x]) => t.pow(x!, 0), value: 1, gradients: [0] },
  { what: 'x^y at 0, 0', at: [0, 0], record: (t, [x, y]) => t.pow(x!, y!), value: 1, gradients: [0, 0] },
  { what: 'x^2 at -3', at: [-3], record: (t, [x]) => t.pow(x!, 2), value: 9, gradients: [-6] },
  { what: 'x^y at 0, 2', at: [0, 2], record: (t, [x, y]) => t.pow(x!, y!), value: 0, gradients: [0, 0] },
  { what: 'log 0', at: [0], record: (t, [x]) => t.log(x!), value: -inf, gradients: [inf] },
  { what: 'log(-1)', at: [-1], record: (t, [x]) => t.log(x!), value: nan, gradients: [-1] },
  { what: 'sqrt 0', at: [0], record: (t, [x]) => t.sqrt(x!), value: 0, gradients: [inf] },
  { what: '1/0', at: [1, 0], record: (t, [x, y]) => t.div(x!, y!), value: inf, gradients: [inf, -inf] },
  { what: 'exp(1000)', at: [1000], record: (t, [x]) => t.exp(x!), value: inf, gradients: [inf] },
  { what: 'tanh(1000)', at: [1000], record: (t, [x]) => t.tanh(x!), value: 1, gradients: [0] },
  { what: 'sigmoid(-1000)', at: [-1000], record: (t, [x]) => t.sigmoid(x!), value: 0, gradients: [0] },
  { what: 'x * x', at: [3], record: (t, [x]) => t.mul(x!, x!), value: 9, gradients: [6] },
  { what: 'x + x', at: [3], record: (t, [x]) => t.add(x!, x!), value: 6, gradients: [2] },
  { what: 'x - x', at: [3], record: (t, [x]) => t.sub(x!, x!), value: 0, gradients: [0] },
  { what: 'x / x', at: [4], record: (t, [x]) => t.div(x!, x!), value: 1, gradients: [0] },
  {
    what: 'log loss of p = 0, y = 0',
    at: [0],
    record: (t, [p]) => t.logLoss(p!, 0),
    value: 0,
    gradients: [1],
  },
  {
    what: 'log loss of p = 0, y = 1',
    at: [0],
    record: (t, [p]) => t.logLoss(p!, 1),
    value: inf,
    gradients: [-inf],
  },
  {
    what: 'log loss of the logit -1000, y = 1',
    at: [-1000],
    record: (t, [z]) => t.logLossFromLogits(z!, 1),
    value: 1000,
    gradients: [-1],
  },
  {
    what: 'log loss of the logit 1000, y = 1',
    at: [1000],
    record: (t, [z]) => t.logLossFromLogits(z!, 1),
    value: 0,
    gradients: [0],
  },
];

describe('edge table', () => {
  const readme = readFileSync(new URL('../../../engine/README.md', import.meta.url), 'utf8');

  test.each(edges.map((edge) => [edge.what, edge] as const))(
    '%s',
    (_, { what, at, record, value, gradients }) => {
      const t = createTape();
      const leaves = at.map((x) => t.parameter(x));
      const root = record(t, leaves);
      t.backward(root);
      expect(t.item(root) + 0).toBe(value);
      expect(leaves.map((leaf) => t.gradientItem(leaf) + 0)).toEqual(gradients);
      const cell = (x: number) => String(x).replace('-', '−').replace('Infinity', '∞');
      const line = `| \`${what}\` | ${cell(value)} | ${gradients.map(cell).join(', ')} |`;
      expect(readme, 'the README prints this row').toContain(line);
    },
  );

  test('the README prints no other rows', () => {
    expect(readme.split('## At the edges')[1]!.match(/^\| `/gm)).toHaveLength(edges.length);
  });
});

describe('edges of tensors', () => {
  test('logits of 1000 and -1000 keep softmax and cross-entropy finite', () => {
    const t = createTape();
    const z = t.parameter([2, 3], [1000, -1000, 1000, -1000, 0, -1000]);
    const p = t.softmax(z);
    expect([...t.value(p)]).toEqual([0.5, 0, 0.5, 0, 1, 0]);
    const loss = t.crossEntropy(z, t.data([2], [1, 0]), { reduction: 'sum' });
    t.backward(loss);
    expect(t.item(loss)).toBeCloseTo(3000 + Math.log(2), 9);
    expect([...t.gradient(z)]).toEqual([0.5, -1, 0.5, -1, 1, 0]);
  });

  test('infinite logits keep log-sum-exp', () => {
    const t = createTape();
    const none = t.log(t.parameter([2], 0));
    const much = t.exp(t.parameter([2], [1000, 0]));
    expect([t.item(t.logSumExp(none)), t.item(t.logSumExp(much))]).toEqual([-inf, inf]);
  });

  test('of equal largest entries the first gets the whole gradient, in maxOver and maxPool', () => {
    const t = createTape();
    const x = t.parameter([1, 1, 2, 2], [1, 7, 7, 7]);
    t.backward(t.sum(t.maxOver(x, { axes: [2] })));
    expect([...t.gradient(x)]).toEqual([0, 1, 1, 0]);
    t.backward(t.sum(t.maxPool(x, { size: 2 })));
    expect([...t.gradient(x)]).toEqual([0, 1, 0, 0]);
  });

  test('NaN passes through maxOver, maxPool and select', () => {
    const t = createTape();
    const x = t.log(t.parameter([1, 1, 1, 3], [1, -1, 2]));
    expect(t.item(t.maxOver(x))).toBeNaN();
    expect(
      t.item(t.maxPool(t.reshape(t.pick(t.reshape(x, [3]), 0, 1), [1, 1, 1, 1]), { size: 1 })),
    ).toBeNaN();
    const positive = t.constant([1, 1, 1, 3], 1);
    expect(t.value(t.select(positive, x, positive))[1]).toBeNaN();
  });

  test('a chain of 20,000 operations runs both ways', () => {
    const t = createTape();
    const x = t.parameter(1);
    let y: Node = x;
    for (let i = 0; i < 20_000; i++) y = t.add(y, i % 2 === 0 ? 0.5 : -0.5);
    t.backward(y);
    expect(t.item(y)).toBe(1);
    expect(t.gradientItem(x)).toBe(1);
  });
});
