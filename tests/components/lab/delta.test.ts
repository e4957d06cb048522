// The walk of the deltas: each stage's arrays multiply to what the tape says, alone and in a batch.
import { describe, expect, it } from 'vitest';
import { entryTex, runDelta, stagesOf } from '../../../components/lab/index.ts';

type Numbers = readonly (readonly number[])[];

const times = (a: Numbers, b: Numbers) =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, i) => sum + x * b[i]![j]!, 0)));

function expectSame(a: Numbers, b: Numbers) {
  expect(a).toHaveLength(b.length);
  a.forEach((row, i) => {
    expect(row).toHaveLength(b[i]!.length);
    row.forEach((x, j) => {
      expect(x).toBeCloseTo(b[i]![j]!, 12);
    });
  });
}

describe.each([false, true])('in a batch: %s', (batch) => {
  const run = runDelta(4, batch ? 4 : 1);
  const stages = stagesOf(run, batch);
  const arrays = stages.map((stage) =>
    stage.pieces.flatMap((piece) => ('matrix' in piece ? [piece.matrix] : [])),
  );

  it('goes up three layers and down again', () => {
    expect(stages.map(({ what, layer }) => `${what} ${layer}`)).toEqual([
      'activation 1',
      'activation 2',
      'activation 3',
      'error 3',
      'weight 3',
      'delta 2',
      'weight 2',
      'delta 1',
      'weight 1',
    ]);
  });

  it('has arrays whose shapes and numbers fit', () => {
    for (const [i, { what, layer }] of stages.entries()) {
      const [result, first, second, third] = arrays[i]!;
      if (what === 'activation') {
        const sums = times(first!, second!);
        expectSame(result!, layer === 3 ? sums : sums.map((row) => row.map(Math.tanh)));
      } else if (what === 'error') {
        expectSame(
          result!,
          first!.map((row, n) => row.map((a, k) => a - second![n]![k]!)),
        );
      } else if (what === 'delta') {
        const back = times(second!, third!);
        expectSame(
          result!,
          first!.map((row, n) => row.map((slope, j) => slope * back[n]![j]!)),
        );
      } else {
        const product = times(first!, second!);
        expectSame(result!, batch ? product.map((row) => row.map((x) => x / 4)) : product);
      }
    }
  });

  it('has the same first example', () => {
    expect(run.a[0]![0]).toEqual(runDelta(4, 1).a[0]![0]);
    expect(run.delta[1]![0]).toEqual(runDelta(4, 1).delta[1]![0]);
  });

  it('writes an entry with its numbers', () => {
    expect(entryTex(run, stages[3]!, 1)).toMatch(/^\\delta_\{1\}\^\{3\} = .*\\grd/);
  });
});
