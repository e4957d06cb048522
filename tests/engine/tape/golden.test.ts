// The book's numeric exercises, computed on the tape and compared with the numbers known for them.
import { describe, expect, test } from 'vitest';
import { createTape, type Node, sgd, step, type Tape } from '../../../engine/tape/index.ts';

/** Equal to the digits given: 12 significant ones, or exactly where the number is short. */
function expectAll(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  // The numbers are printed with 12 decimals, so half a unit of the last is the most they can be off.
  expected.forEach((x, i) => {
    expect(Math.abs(actual[i]! - x), `entry ${i}: ${actual[i]} for ${x}`).toBeLessThanOrEqual(5.0001e-13);
  });
}

/** The chain x -> sigma(w0 + w1 x), three times, from zero weights. */
function chain(loss: (t: Tape, yhat: Node, y: Node) => Node) {
  const t = createTape();
  const x = t.data(5, 'x');
  const y = t.data(0, 'y');
  const weights = [1, 2, 3].map((s) => ({ w0: t.parameter(0, `w0^${s}`), w1: t.parameter(0, `w1^${s}`) }));
  let o: Node = x;
  for (const { w0, w1 } of weights) o = t.sigmoid(t.add(w0, t.mul(w1, o)));
  const root = loss(t, o, y);
  const optimiser = sgd(t, { rate: 1 });
  const pair = (layer: number) => [t.item(weights[layer - 1]!.w0), t.item(weights[layer - 1]!.w1)];
  const take = (newX: number, newY: number) => {
    t.set(x, newX);
    t.set(y, newY);
    step(t, root, optimiser);
    return t.item(o);
  };
  return { pair, take };
}

describe('sgd-zero-init', () => {
  test('two steps with half the squared error', () => {
    const { pair, take } = chain((t, yhat, y) => t.mul(0.5, t.pow(t.sub(y, yhat), 2)));
    expectAll([take(5, 0)], [0.5]);
    expectAll(pair(3), [-0.125, -0.0625]);
    expectAll([...pair(1), ...pair(2)], [0, 0, 0, 0]);
    expectAll([take(1, 1)], [0.461016779312]);
    expectAll(pair(3), [0.008926716955, 0.004463358478]);
    expectAll(pair(2), [-0.002092604952, -0.001046302476]);
    expectAll(pair(1), [0, 0]);
  });

  test('two steps with the log loss', () => {
    const { pair, take } = chain((t, yhat, y) => t.logLoss(yhat, y));
    expectAll([take(5, 0)], [0.5]);
    expectAll(pair(3), [-0.5, -0.25]);
    expectAll([take(1, 1)], [0.348645135334]);
    expectAll(pair(3), [0.151354864666, 0.075677432333]);
    expectAll(pair(2), [-0.040709679042, -0.020354839521]);
    expectAll(pair(1), [0, 0]);
  });
});

/** y = max(0, X W1) w2 at one example. */
function invisible() {
  const t = createTape();
  const x = t.input([2], [1, 2], 'x');
  const w1 = t.parameter([2, 2], [1, -1, 0.5, 0], 'W1');
  const w2 = t.parameter([2], [0.5, 1], 'w2');
  const z = t.matmul(x, w1);
  const h = t.relu(z);
  const y = t.matmul(h, w2);
  return { t, x, w1, w2, z, h, y };
}

describe('invisible', () => {
  test('1 to 6: each layer forwards and backwards', () => {
    const { t, x, z, h, y } = invisible();
    expectAll(t.value(z), [2, -1]);
    t.backward(z, { upstream: [-1, 0] });
    expectAll(t.gradient(x), [-1, -0.5]);
    expectAll(t.value(h), [2, 0]);
    t.backward(h, { upstream: [-1, -2] });
    expectAll(t.gradient(z), [-1, 0]);
    expectAll(t.value(y), [1]);
    t.backward(y, { upstream: [-2] });
    expectAll(t.gradient(h), [-1, -2]);
  });

  test('7 and 8: squared error at target 0 and one gradient step', () => {
    const { t, w1, w2, y } = invisible();
    const loss = t.meanSquaredError(y, t.data(0));
    expectAll(t.value(loss), [1]);
    t.backward(loss);
    expectAll(t.gradient(y), [2]);
    step(t, loss, sgd(t, { rate: 1 }));
    expectAll(t.value(w2), [-3.5, 1]);
    expectAll(t.value(w1), [0, -1, -1.5, 0]);
  });

  test('9 to 11: sigmoid and log loss', () => {
    const { t, y } = invisible();
    const p = t.sigmoid(y);
    expectAll(t.value(p), [0.73105857863]);
    t.backward(p);
    expectAll(t.gradient(y), [0.196611933241]);
    const loss = t.logLoss(p, 0);
    expectAll(t.value(loss), [1.313261687518]);
    t.backward(loss);
    expectAll(t.gradient(p), [3.718281828459]);
    expectAll(t.gradient(y), [0.73105857863]);
    const direct = t.logLossFromLogits(y, 0);
    t.backward(direct);
    expectAll([t.item(direct), t.gradientItem(y)], [1.313261687518, 0.73105857863]);
  });
});

test('log-sum-exp', () => {
  const t = createTape();
  const s = t.parameter([3], [1000, 1001, 999]);
  const softmax = [0.244728471055, 0.665240955775, 0.09003057317];
  expectAll(t.value(t.softmax(s)), softmax);
  expectAll(t.value(t.logSoftmax(s)), [-1.407605964444, -0.407605964444, -2.407605964444]);
  const total = t.logSumExp(s);
  t.backward(total);
  expectAll(t.gradient(s), softmax);
});

test('graph-partials: 4x + 3y and 3x + 2y', () => {
  const t = createTape();
  const x = t.input(1.5);
  const y = t.input(-0.5);
  const sum = t.add(x, y);
  const f = t.add(t.add(t.mul(x, x), t.mul(x, y)), t.mul(sum, sum));
  t.backward(f);
  expectAll([t.item(f), t.gradientItem(x), t.gradientItem(y)], [2.5, 4.5, 3.5]);
});

test('slope-bounds: 1/4 and 1, at 0', () => {
  const t = createTape();
  const z = t.input([3], [-0.01, 0, 0.01]);
  for (const [op, bound] of [
    ['sigmoid', 0.25],
    ['tanh', 1],
  ] as const) {
    t.backward(t.sum(t[op](z)));
    const [left, middle, right] = t.gradient(z) as unknown as [number, number, number];
    expectAll([middle], [bound]);
    expect(Math.max(left, right)).toBeLessThan(bound);
  }
});

test('depth-bound: D (w/4)^(L-1) is reached where every sum is 0', () => {
  const t = createTape();
  const w = 3;
  let z: Node = t.input(0);
  const first = z;
  for (let layer = 1; layer < 6; layer++) z = t.mul(w, t.sub(t.sigmoid(z), 0.5));
  t.backward(z, { upstream: [2] });
  expectAll([t.gradientItem(first)], [2 * (w / 4) ** 5]);
});

test('xor-exact: relu(x1 - x2) + relu(x2 - x1) is 0, 1, 1, 0', () => {
  const t = createTape();
  const x = t.data([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]);
  const hidden = t.relu(t.matmul(x, t.parameter([2, 2], [1, -1, -1, 1])));
  expectAll(t.value(t.matmul(hidden, t.parameter([2], 1))), [0, 1, 1, 0]);
});
