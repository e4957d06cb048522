// The value and the slopes of every operation that goes entry by entry: the derivatives worth knowing by heart.
import { exp, log, log1p, pow, sigmoid } from '../elementary.ts';
import { loss, pointwise } from './pointwise.ts';

/** A term whose weight is 0 counts as 0, also where what it weighs is infinite. */
const weighted = (weight: number, x: number) => (weight === 0 ? 0 : weight * x);

/** Where `max` takes the first of two numbers: on a tie, and NaN wins over every number. */
const firstWins = (x: number, y: number) => x >= y || Number.isNaN(x);

/** Of one number x, with the value z. */
export const curves = {
  neg: pointwise(
    (x) => -x,
    () => -1,
  ),
  exp: pointwise(exp, (_x, _y, z) => z),
  /** log 0 is -Infinity with slope Infinity; the log of a negative number is NaN. */
  log: pointwise(log, (x) => 1 / x),
  /** sqrt 0 is 0 with slope Infinity. */
  sqrt: pointwise(Math.sqrt, (_x, _y, z) => 0.5 / z),
  /** The slope at 0 is 0. */
  abs: pointwise(Math.abs, Math.sign),
  sigmoid: pointwise(sigmoid, (_x, _y, z) => z * (1 - z)),
};

/** Of two numbers x and y, with the value z. */
export const pairs = {
  add: pointwise(
    (x, y) => x + y,
    () => 1,
    () => 1,
  ),
  sub: pointwise(
    (x, y) => x - y,
    () => 1,
    () => -1,
  ),
  mul: pointwise(
    (x, y) => x * y,
    (_, y) => y,
    (x) => x,
  ),
  div: pointwise(
    (x, y) => x / y,
    (_, y) => 1 / y,
    (_, y, z) => -z / y,
  ),
  /** x^y. The slope by x is 0 for y = 0, also at x = 0; the slope by y is 0 at x = 0, y >= 0. */
  pow: pointwise(
    pow,
    (x, y) => weighted(y, pow(x, y - 1)),
    (x, y, z) => (x === 0 && y >= 0 ? 0 : z * log(x)),
  ),
  /** The larger of two; where they are equal the first counts as the larger. */
  max: pointwise(
    (x, y) => (firstWins(x, y) ? x : y),
    (x, y) => (firstWins(x, y) ? 1 : 0),
    (x, y) => (firstWins(x, y) ? 0 : 1),
  ),
};

/** Of a prediction x and a target y. */
export const losses = {
  meanSquaredError: loss(
    (x, y) => (x - y) * (x - y),
    (x, y) => 2 * (x - y),
    (x, y) => 2 * (y - x),
  ),
  /** -y ln p - (1 - y) ln(1 - p) for a probability p. */
  logLoss: loss(
    (p, y) => -weighted(y, log(p)) - weighted(1 - y, log1p(-p)),
    (p, y) => weighted(1 - y, 1 / (1 - p)) - weighted(y, 1 / p),
    (p) => log1p(-p) - log(p),
  ),
  /** The log loss of p = sigmoid(z), through z alone, so that large logits cost no digits. */
  logLossFromLogits: loss(
    (z, y) => Math.max(z, 0) - z * y + log1p(exp(-Math.abs(z))),
    (z, y) => sigmoid(z) - y,
    (z) => -z,
  ),
};
