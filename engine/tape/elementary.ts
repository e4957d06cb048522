// exp, log and their kin in plain arithmetic, so that every browser computes the same bits.
//
// Math.exp and Math.log may differ in the last digit from one browser to the next. These use only operations
// that IEEE 754 fixes (+ - * /), so a seed gives the same training run everywhere, and another executor
// (WebAssembly) can follow them step by step. Each is within four units in the last place of the true value.

/** ln 2 in two parts: the first has its last 20 bits zero, so that k times it is exact for every exponent k. */
const LN2_HIGH = 0x162e42fee / 2 ** 33;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^k for k from -1022 to 1023, at index k + 1022. */
const POWERS = Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022));

/** x 2^k, in two halves, since 2^k itself may over- or underflow. */
function scaled(x: number, k: number): number {
  const half = k >> 1;
  return x * POWERS[half + 1022]! * POWERS[k - half + 1022]!;
}

/**
 * e^x = 2^k e^r, where k is the whole number nearest to x / ln 2 and r is small. Lambert's continued fraction (1761),
 * tanh z = z / (1 + z^2 / (3 + z^2 / (5 + ...))), broken off after 11 and multiplied out for z = r / 2, gives
 * tanh(r / 2) = odd / even and so e^r = (even + odd) / (even - odd). What was left out is less than 1e-16 of the result.
 *
 * @example
 * exp(1); // 2.71828182846
 * exp(1000); // Infinity
 * exp(-1000); // 0
 */
export function exp(x: number): number {
  // There 0, Infinity or NaN, on which all browsers agree.
  if (!(Math.abs(x) < 1000)) return Math.exp(x);
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const s = r * r;
  const odd = r * (332640 + s * (10080 + s * 42));
  const even = 665280 + s * (75600 + s * (840 + s));
  return scaled(1 + (2 * odd) / (even - odd), k);
}

/** tanh of -20 to 20 in steps of 1/32, by Lambert's fraction itself: down from 59 it has all digits, but takes its time. */
const TANH = Float64Array.from({ length: 1281 }, (_, i) => {
  const z = i / 32 - 20;
  let below = 59;
  for (let n = 57; n > 0; n -= 2) below = n + (z * z) / below;
  return z / below;
});

/**
 * tanh x by the sum formula, (T + t) / (1 + T t), with T = tanh of the nearest thirty-second from the table and t = tanh of
 * the rest r, of whose series four terms are enough.
 *
 * @example
 * tanh(1); // 0.761594155956
 * tanh(1000); // 1
 */
export function tanh(x: number): number {
  if (!(Math.abs(x) < 20)) return Math.sign(x);
  // Never negative, so that cutting off digits rounds it.
  const place = (x * 32 + 640.5) | 0;
  const r = x - (place / 32 - 20);
  const s = r * r;
  const t = r - r * s * (1 / 3 - s * (2 / 15 - s * (17 / 315)));
  const T = TANH[place]!;
  return (T + t) / (1 + T * t);
}

/**
 * 1 / (1 + e^-x), never through a large exponential.
 *
 * @example
 * sigmoid(1); // 0.73105857863
 * sigmoid(-1000); // 0
 */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

/**
 * Natural logarithm.
 *
 * @example
 * log(2); // 0.69314718056
 * log(0); // -Infinity
 * log(-1); // NaN
 */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log(x);
  // x = 2^k m with m between sqrt(1/2) and sqrt(2), however the browser rounds its log2.
  let k = Math.round(Math.log2(x));
  let m = scaled(x, -k);
  if (m < Math.SQRT1_2) {
    m *= 2;
    k -= 1;
  }
  if (m >= Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  // ln m = 2 artanh(s) with s = f / (2 + f), arranged so that the large part, f, is added last.
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let tail = 0;
  for (let n = 23; n > 1; n -= 2) tail = z * (2 / n + tail);
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + tail) + k * LN2_LOW) - f);
}

/**
 * ln(1 + x), with all digits for small x: the rounding of 1 + x is divided out again.
 *
 * @example
 * log1p(1e-20); // 1e-20
 */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 || u === Infinity ? x : (log(u) * x) / (u - 1);
}

/** x^y. The one function left to the browser; 0^0 is 1. */
export const pow: (x: number, y: number) => number = Math.pow;
