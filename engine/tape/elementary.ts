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

/** The rest r = x - k ln 2, which is small where k is the whole number nearest to x / ln 2. */
const rest = (x: number, k: number): number => x - k * LN2_HIGH - k * LN2_LOW;

// Lambert's continued fraction (1761), tanh z = z / (1 + z^2 / (3 + z^2 / (5 + ...))), broken off after 11 and
// multiplied out for z = r / 2: tanh(r / 2) = odd(r) / even(r) and so e^r = (even + odd) / (even - odd). For |r| < 1/2
// what was left out is less than 1e-16 of the result.
const odd = (r: number, s: number): number => r * (332640 + s * (10080 + s * 42));
const even = (s: number): number => 665280 + s * (75600 + s * (840 + s));

/**
 * e^x.
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
  const r = rest(x, k);
  const u = odd(r, r * r);
  return scaled(1 + (2 * u) / (even(r * r) - u), k);
}

/**
 * tanh x = (q - 1) / (q + 1) with q = e^(2x) = 2^k (even + odd) / (even - odd), multiplied out so that one division is
 * enough and all digits are kept near 0, where k = 0 leaves odd / even.
 *
 * @example
 * tanh(1); // 0.761594155956
 * tanh(1000); // 1
 */
export function tanh(x: number): number {
  if (!(Math.abs(x) < 20)) return Math.sign(x);
  const y = 2 * x;
  // k + 1022 is never negative, so that cutting off digits rounds it.
  const place = (y * Math.LOG2E + 1022.5) | 0;
  const r = rest(y, place - 1022);
  const u = odd(r, r * r);
  const w = even(r * r);
  const less = POWERS[place]! - 1;
  const more = POWERS[place]! + 1;
  return (less * w + more * u) / (more * w + less * u);
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
