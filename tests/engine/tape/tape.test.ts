// The tape: replay, stopping and resuming, reading, setting, and every error that a learner may meet.
import { describe, expect, test } from 'vitest';
import {
  createRandom,
  createTape,
  dense,
  momentum,
  type Node,
  sgd,
  step,
  type Tape,
  TapeError,
} from '../../../engine/tape/index.ts';
import { rowTex } from '../../../engine/tape/tex.ts';

function net(t: Tape) {
  const random = createRandom(7);
  const x = t.data([4, 2], [0, 0, 0, 1, 1, 0, 1, 1], 'x');
  const hidden = dense(t, x, 3, random, { activation: 'tanh', name: 'hidden' });
  const output = dense(t, hidden.output, 1, random, { name: 'output' });
  const loss = t.meanSquaredError(output.output, t.data([4, 1], [0, 1, 1, 0]));
  return { x, hidden, output, loss };
}

const everything = (t: Tape) => t.rows.map((row) => [...t.value(row), ...t.gradient(row)]);

describe('replay', () => {
  test('gives what recording gave, bit for bit, with the bias fused or not', () => {
    const t = createTape();
    const { loss } = net(t);
    t.backward(loss);
    const recorded = everything(t);
    t.forward();
    t.backward(loss);
    expect(everything(t)).toEqual(recorded);
  });

  test('backward twice gives the same gradients', () => {
    const t = createTape();
    const { loss } = net(t);
    t.backward(loss);
    const once = everything(t);
    t.backward(loss);
    expect(everything(t)).toEqual(once);
  });

  test('carries new data and parameters through', () => {
    const t = createTape();
    const x = t.data(2);
    const w = t.parameter(3);
    const y = t.mul(x, w);
    t.set(x, 5);
    t.set(w, 7);
    t.forward();
    t.backward(y);
    expect([t.item(y), t.gradientItem(w)]).toEqual([35, 5]);
  });

  test('from another root the gradients of what it does not use are 0', () => {
    const t = createTape();
    const a = t.parameter(2);
    const b = t.parameter(3);
    const square = t.mul(a, a);
    const cube = t.mul(square, t.mul(b, b));
    t.backward(cube);
    expect(t.gradientItem(b)).toBe(24);
    t.backward(square);
    expect([t.gradientItem(a), t.gradientItem(b), t.gradientItem(cube)]).toEqual([4, 0, 0]);
  });

  test('training goes down to where it should', () => {
    const t = createTape();
    const { loss } = net(t);
    const optimiser = sgd(t, { rate: 0.5 });
    const first = step(t, loss, optimiser);
    for (let i = 0; i < 2000; i++) step(t, loss, optimiser);
    expect(first).toBeGreaterThan(0.2);
    expect(step(t, loss, optimiser)).toBeLessThan(1e-3);
  });
});

describe('stopping at a row', () => {
  test('forward stops and goes on at any row', () => {
    const t = createTape();
    const { x, loss } = net(t);
    t.set(x, [1, 1, 0, 0, 1, 0, 0, 1]);
    t.forward();
    const whole = t.rows.map((row) => [...t.value(row)]);
    for (let stop = x.index; stop < t.rows.length; stop++) {
      t.set(x, [9, 9, 9, 9, 9, 9, 9, 9]);
      t.forward();
      t.set(x, [1, 1, 0, 0, 1, 0, 0, 1]);
      t.forward(stop);
      if (stop < loss.index) expect(() => t.backward(loss)).toThrow(/call forward first/);
      t.forward(undefined, stop + 1);
      expect(t.rows.map((row) => [...t.value(row)])).toEqual(whole);
    }
  });

  test('backward stops and goes on at any row', () => {
    const t = createTape();
    const { hidden, loss } = net(t);
    t.backward(loss);
    const whole = everything(t);
    for (let stop = loss.index; stop > 0; stop--) {
      t.backward(loss, { downTo: stop });
      if (stop > hidden.output.index + 1) expect([...t.gradient(hidden.weights)]).toEqual([0, 0, 0, 0, 0, 0]);
      t.backward(loss, { resumeAt: stop - 1 });
      expect(everything(t)).toEqual(whole);
    }
  });

  test('rows can be read as data', () => {
    const t = createTape();
    const { loss } = net(t);
    expect(t.rows.map((row) => row.op)).toEqual([
      ...['data', 'parameter', 'parameter', 'affine', 'tanh'],
      ...['parameter', 'parameter', 'affine', 'data', 'meanSquaredError'],
    ]);
    expect(t.rows[3]!.inputs.map((row) => row.index)).toEqual([0, 1, 2]);
    expect([t.rows[3]!.shape, loss.shape, t.rows[1]!.name]).toEqual([[4, 3], [], 'hidden.W']);
    expect(`${t.rows[1]}`).toBe('row 1 (parameter "hidden.W")');
    expect(rowTex(t.rows[4]!)).toEqual({ formula: 'v_{4} = \\tanh v_{3}', locals: ['1 - v_{4}^2'] });
  });
});

describe('errors name the op and say what to do', () => {
  const failing = (run: (t: Tape) => unknown): string => {
    try {
      run(createTape());
    } catch (error) {
      expect(error).toBeInstanceOf(TapeError);
      return (error as TapeError).message;
    }
    throw new Error('nothing was thrown');
  };
  const vector = (t: Tape, n: number): Node => t.parameter([n], 1);

  test.each<[string, (t: Tape) => unknown, RegExp]>([
    [
      'shapes that do not broadcast',
      (t) => t.add(vector(t, 2), vector(t, 3)),
      /^add: .*vector of 2 and vector of 3.*scalar/,
    ],
    [
      'a bias that does not fit',
      (t) => t.affine(t.parameter([4, 2], 1), t.parameter([2, 3], 1), vector(t, 2)),
      /^affine: got 4x2 and 2x3 and vector of 2; expected a bias for each column, 3 of them/,
    ],
    [
      'a column does not broadcast',
      (t) => t.mul(t.parameter([3, 2], 1), t.parameter([3, 1], 1)),
      /^mul: got 3x2 and 3x1/,
    ],
    [
      'inner lengths',
      (t) => t.matmul(t.parameter([3, 4], 1), t.parameter([3, 2], 1)),
      /^matmul: got 3x4 and 3x2.*4 and 3.*transposed\?/,
    ],
    [
      'a matrix is needed',
      (t) => t.matmul(t.parameter(1), vector(t, 1)),
      /^matmul: got scalar and vector of 1/,
    ],
    ['reshape', (t) => t.reshape(vector(t, 6), [4, 2]), /^reshape: .*equally many/],
    [
      'reshape to less than nothing',
      (t) => t.reshape(vector(t, 6), [-2, -3]),
      /^reshape: .* from 1 to Infinity, not -2/,
    ],
    ['transpose', (t) => t.transpose(t.parameter([2, 3], 1), [0, 0]), /^transpose: .*each axis once/],
    ['pick', (t) => t.pick(vector(t, 3), 0, 3), /^pick: the index along axis 0 .* from 0 to 2, not 3/],
    [
      'an axis',
      (t) => t.sum(vector(t, 3), { axes: [1] }),
      /^sum: an axis of a vector of 3 .* from -1 to 0, not 1/,
    ],
    ['softmax of a scalar', (t) => t.softmax(t.parameter(1)), /^softmax: .*last axis/],
    [
      'a class that does not exist',
      (t) => t.crossEntropy(t.parameter([1, 3], 0), t.data([1], 3)),
      /^crossEntropy: a class .* from 0 to 2, not 3/,
    ],
    [
      'targets',
      (t) => t.crossEntropy(t.parameter([2, 3], 0), vector(t, 3)),
      /^crossEntropy: got 2x3 and vector of 3/,
    ],
    ['losses', (t) => t.meanSquaredError(vector(t, 2), t.data([2, 1], 0)), /^meanSquaredError: .*one shape/],
    ['select', (t) => t.select(vector(t, 2), vector(t, 2), 1), /^select: .*three equal shapes/],
    [
      'images',
      (t) => t.conv2d(vector(t, 3), vector(t, 3)),
      /^conv2d: got vector of 3 and vector of 3; expected images/,
    ],
    [
      'channels',
      (t) => t.conv2d(t.parameter([1, 2, 3, 3], 1), t.parameter([1, 1, 2, 2], 1)),
      /^conv2d: got 1x2x3x3 and 1x1x2x2; expected filters .*channels \(2\)/,
    ],
    [
      'filters too large',
      (t) => t.conv2d(t.parameter([1, 1, 3, 3], 1), t.parameter([1, 1, 4, 2], 1)),
      /^conv2d: got 1x1x3x3 and 1x1x4x2; expected images not smaller than .*4x2/,
    ],
    [
      'a stride',
      (t) => t.conv2d(t.parameter([1, 1, 3, 3], 1), t.parameter([1, 1, 2, 2], 1), undefined, { stride: 0 }),
      /^conv2d: the stride .* from 1 .*, not 0/,
    ],
    ['a window', (t) => t.maxPool(t.parameter([1, 1, 3, 3], 1), { size: 4 }), /^maxPool: .*4x4/],
    [
      'NaN as data',
      (t) => t.input([2], [1, Number.NaN], 'x'),
      /^input: entry 1 of row 0 \(input "x"\) is NaN/,
    ],
    ['infinite data', (t) => t.set(t.data(1), Number.POSITIVE_INFINITY), /^set: entry 0 .* is Infinity/],
    ['too few numbers', (t) => t.parameter([2, 2], [1, 2, 3]), /^parameter: .*takes 4 numbers, not 3/],
    [
      'no numbers at all',
      (t) => t.parameter([2], undefined as never),
      /^parameter: .*2 numbers, not undefined/,
    ],
    ['an impossible shape', (t) => t.input([2, 0], []), /^input: each length of a shape .* from 1 .*, not 0/],
    ['setting a constant', (t) => t.set(t.constant(1), 2), /^set: row 0 \(constant\) cannot be set/],
    ['setting a result', (t) => t.set(t.exp(t.input(1)), 2), /^set: row 1 \(exp\) cannot be set/],
    ['a node of another tape', (t) => t.add(createTape().input(1), t.input(1)), /^add: .*another tape/],
    ['no node at all', (t) => t.exp('1' as never), /^exp: expected a node .* got string/],
    [
      'an entry that does not exist',
      (t) => t.item(vector(t, 2), 2),
      /^item: the entry .* from 0 to 1, not 2/,
    ],
    ['a gradient before backward', (t) => t.gradient(t.input(1)), /^gradient: .*call backward first/],
    [
      'backward from a tensor',
      (t) => t.backward(vector(t, 2)),
      /^backward: .*vector of 2; sum it first, or pass its upstream gradient/,
    ],
    [
      'an upstream gradient of the wrong size',
      (t) => t.backward(vector(t, 2), { upstream: [1] }),
      /^backward: .*vector of 2 and takes 2 numbers, not 1/,
    ],
    [
      'resuming what was not begun',
      (t) => t.backward(t.input(1), { resumeAt: 0 }),
      /^backward: .*nothing to resume/,
    ],
    [
      'backward before forward',
      (t) => {
        const x = t.input(1);
        const y = t.exp(x);
        t.set(x, 2);
        t.backward(y);
      },
      /^backward: row 1 \(exp\) is older than the leaves; call forward first/,
    ],
    [
      'an update before backward',
      (t) => {
        t.parameter(1);
        sgd(t, { rate: 1 }).update();
      },
      /^sgd: .*call backward first/,
    ],
    ['a rate', (t) => sgd(t, { rate: -1 }), /^sgd: the rate/],
    [
      'a momentum',
      (t) => momentum(t, { rate: 1, momentum: Number.NaN }),
      /^momentum: the momentum .* not NaN/,
    ],
    [
      'a parameter recorded after the gradients',
      (t) => {
        const x = t.parameter(1);
        t.backward(t.mul(x, x));
        t.parameter(2);
        sgd(t, { rate: 1 }).update();
      },
      /^sgd: .*call backward first/,
    ],
    [
      'resuming twice at the same row',
      (t) => {
        const x = t.parameter(2);
        const y = t.mul(t.mul(x, x), x);
        t.backward(y, { downTo: 2 });
        t.backward(y, { resumeAt: 1 });
        t.backward(y, { resumeAt: 1 });
      },
      /^backward: nothing to resume at row 1/,
    ],
    [
      'resuming after another forward',
      (t) => {
        const x = t.parameter(2);
        const y = t.mul(t.mul(x, x), x);
        t.backward(y, { downTo: 2 });
        t.forward();
        t.backward(y, { resumeAt: 1 });
      },
      /^backward: nothing to resume/,
    ],
    ['forward to no row', (t) => t.forward(Number.NaN), /^forward: the last row .* not NaN/],
    [
      'an upstream gradient that is not finite',
      (t) => t.backward(vector(t, 2), { upstream: [1, Number.NaN] }),
      /^backward: entry 1 of .* is NaN/,
    ],
    [
      'recording on a sealed tape',
      (t) => {
        const x = t.input(1);
        t.seal();
        t.exp(x);
      },
      /^exp: the tape is sealed; record on a new tape/,
    ],
    [
      'going on from a row too far',
      (t) => {
        const x = t.input(1);
        t.exp(t.exp(x));
        t.set(x, 2);
        t.forward(0);
        t.forward(2, 2);
      },
      /^forward: the row to go on from .* from 0 to 1, not 2/,
    ],
  ])('%s', (_, run, message) => {
    expect(failing(run)).toMatch(message);
  });

  test('using a node as a number throws, printing it does not', () => {
    const t = createTape();
    const x = t.input(1) as never as number;
    expect(() => x > 0).toThrow(/used as a number.*t\.max/);
    expect(() => x + 1).toThrow(TapeError);
    expect(`${x}`).toBe('row 0 (input)');
  });

  test('a value that was read and may have decided what followed cannot be replayed', () => {
    const t = createTape();
    const x = t.input(1, 'x');
    const y = t.item(x) > 0 ? t.mul(x, 2) : t.neg(x);
    t.backward(y); // the run itself is right
    expect(t.gradientItem(x)).toBe(2);
    expect(() => t.seal()).toThrow(/^seal: row 1 \(constant\) .*"x".* frozen .*t\.peek/);
  });

  test('a read that was refused decides nothing', () => {
    const t = createTape();
    const x = t.input(1);
    expect(() => t.value(createTape().input(1))).toThrow(/another tape/);
    expect(() => t.item(x, 1)).toThrow(/from 0 to 0/);
    t.exp(x);
    expect(() => t.seal()).not.toThrow();
  });

  test('peek, and reading after the last operation, leave the tape replayable', () => {
    const t = createTape();
    const x = t.input(1);
    expect([...t.peek(x)]).toEqual([1]);
    const y = t.exp(x);
    t.item(y);
    expect(() => t.seal()).not.toThrow();
  });
});

describe('after an error', () => {
  test('a refused leaf, value or operation leaves the tape as it was', () => {
    const t = createTape();
    const x = t.input([2], [1, 2]);
    expect(() => t.set(x, [5, Number.NaN])).toThrow();
    expect(() => t.input([2], [1, Number.NaN])).toThrow();
    expect(() => t.crossEntropy(x, 7)).toThrow();
    expect([...t.peek(x)]).toEqual([1, 2]);
    expect(t.rows.map((row) => row.op)).toEqual(['input', 'constant']);
    t.backward(t.sum(x));
    expect(() => t.backward(x, { upstream: [1] })).toThrow();
    expect([...t.gradient(x)]).toEqual([1, 1]);
  });
});
