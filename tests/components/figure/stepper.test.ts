// The run that figures step through: the same numbers as the tape's, told edge by edge.

import { describe, expect, it } from 'vitest';
import {
  countPaths,
  printedNumber,
  readGraph,
  runGraph,
  shortNumber,
  texNumber,
  turns,
} from '../../../components/figure/index.ts';
import { readPoint } from '../../../components/figure/point.ts';
import { tell } from '../../../components/figure/stepper/tell.ts';
import { viewAfter } from '../../../components/figure/stepper/view.ts';

const nodes = readGraph('a = x * x; b = x * y; s = x + y; c = s * s; p = a + b; f = p + c', ['x', 'y'])!;
const point = new Map([
  ['x', 2],
  ['y', 1],
]);
const run = runGraph(nodes, point);

describe('a run', () => {
  it('takes a step for each node forwards, one for the output, and one for each edge backwards', () => {
    expect(run.steps).toHaveLength(6 + 1 + 12);
    expect(run.values.get('f')).toBe(15);
    expect(run.gradients.get('x')).toBe(11);
    expect(run.gradients.get('y')).toBe(8);
  });

  it('adds up edge by edge to the gradients of the tape', () => {
    const sums = new Map<string, number>();
    for (const step of run.steps) {
      if (step.pass !== 'backward') continue;
      expect(step.before ?? 0).toBe(sums.get(step.edge.from) ?? 0);
      sums.set(step.edge.from, (step.before ?? 0) + step.share);
    }
    for (const [name, sum] of sums) expect(sum, name).toBeCloseTo(run.gradients.get(name)!, 12);
  });

  it('takes the operands of a function, of a quotient and of a difference apart', () => {
    const other = readGraph('q = x / y; t = tanh(q); m = t - y', ['x', 'y'])!;
    const { gradients, steps } = runGraph(other, point);
    expect(gradients.get('x')).toBeCloseTo(1 - Math.tanh(2) ** 2, 12);
    expect(gradients.get('y')).toBeCloseTo(-1 - 2 * (1 - Math.tanh(2) ** 2), 12);
    expect(steps.filter(({ pass }) => pass === 'backward')).toHaveLength(5);
  });
});

it('writes the numbers of a name below the line, as the drawing does', () => {
  const layer = readGraph('h1 = w12 * x', ['w12', 'x'])!;
  const one = runGraph(layer, new Map(Object.entries({ w12: 3, x: 2 })));
  expect(tell(one.steps[0]!, layer, one)).toMatch(/h_\{1\} = w_\{12\} \\cdot x/);
  expect(tell(one.steps.at(-1)!, layer, one)).toContain('\\partial h_{1}');
});

describe('a view', () => {
  it('shows the point at first and everything at last', () => {
    const first = viewAfter(0, nodes, point, undefined);
    expect(first.marks.get('x')).toEqual({ value: '2' });
    expect(first.marks.get('a')).toEqual({});
    const last = viewAfter(run.steps.length, nodes, point, run);
    expect(last.marks.get('x')).toMatchObject({ value: '2', gradient: '11' });
    expect([...last.marks.values()].every(({ value, gradient }) => value && gradient)).toBe(true);
  });

  it('shows a gradient that is not complete yet as far as it has come', () => {
    const firstIntoX = run.steps.findIndex((step) => step.pass === 'backward' && step.edge.from === 'x');
    const step = run.steps[firstIntoX]!;
    const { marks, edgeMarks } = viewAfter(firstIntoX + 1, nodes, point, run);
    expect(step.pass === 'backward' && marks.get('x')?.gradient).toBe(
      shortNumber(step.pass === 'backward' ? step.share : NaN),
    );
    expect([...edgeMarks.values()].filter(({ state }) => state === 'backward')).toHaveLength(1);
  });
});

describe('a tale', () => {
  it('says what is multiplied, and that paths add up', () => {
    const told = run.steps.map((step) => tell(step, nodes, run));
    expect(told[0]).toBe('Forwards. $a = x \\cdot x = \\fwd{2 \\cdot 2} = \\fwd{4}$.');
    expect(told.filter((sentence) => sentence.includes('Paths add up'))).toHaveLength(5);
    expect(told.at(-1)).toContain('\\grd{9 + 2} = \\grd{11}');
  });

  it('puts negative factors in brackets', () => {
    const negative = new Map([
      ['x', -2],
      ['y', 1],
    ]);
    const there = runGraph(nodes, negative);
    expect(tell(there.steps[0]!, nodes, there)).toContain('(-2) \\cdot (-2)');
  });
});

describe('counts', () => {
  it.each([1, 2, 3, 4, 5])('equal those of walking a chain of %i stages', (stages) => {
    const counts = countPaths(stages);
    const walk = (stage: number): number[][] =>
      stage === stages ? [[]] : [0, 1].flatMap((side) => walk(stage + 1).map((rest) => [side, ...rest]));
    const paths = walk(0);
    expect(counts.paths).toBe(paths.length);
    expect(paths.map((_, i) => turns(i, stages))).toEqual(paths);
    expect(counts.byPaths).toBe(paths.reduce((sum, path) => sum + (2 * path.length - 1), 0));
    expect(counts.byWalk).toBe(4 * stages);
  });
});

describe('small things', () => {
  it('prints short numbers', () => {
    expect([-0.30000001, 0, 1 / 3, 12345678, 1e-7, Infinity, NaN].map((n) => shortNumber(n))).toEqual([
      '−0.3',
      '0',
      '0.3333',
      '1.235e+7',
      '1e−7',
      '∞',
      'undefined',
    ]);
    expect([0.25, 12345678, -1e-7].map((n) => printedNumber(n))).toEqual(['0.25', '1.235·10⁷', '−1·10⁻⁷']);
  });

  it('prints the same in formulas, long ones in threes', () => {
    expect([-0.3, 663000, 1.2e-7].map((n) => texNumber(n))).toEqual([
      '-0.3',
      '663\\,000',
      '1.2 \\cdot 10^{-7}',
    ]);
  });

  it('reads points, and refuses what is none', () => {
    expect(readPoint('x = 2, y = -1.5')).toEqual({ x: 2, y: -1.5 });
    for (const not of ['', 'x', 'x = ', 'x = two', '1 = 2'])
      expect(() => readPoint(not)).toThrow(/not a point/);
  });
});
