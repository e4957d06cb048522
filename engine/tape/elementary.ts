// exp, log and their kin in plain arithmetic, so that every browser computes the same bits.
//
// Math.exp and Math.log may differ in the last digit from one browser to the next. These use only operations
// that IEEE 754 fixes (+ - * /), so a seed gives the same training run everywhere, and another executor
// (WebAssembly) can follow them step by step. Each is within three units in the last place of the true value.

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
 * e^r - 1 for the rest r = x - k ln 2, which is small where k is the whole number nearest to x / ln 2: the Taylor
 * series to r^13, as two chains that a processor can run side by side.
 */
function expm1Rest(x: number, k: number): number {
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const s = r * r;
  const even =
    1 / 2 + s * (1 / 24 + s * (1 / 720 + s * (1 / 40320 + s * (1 / 3628800 + s * (1 / 479001600)))));
  const odd =
    1 / 6 + s * (1 / 120 + s * (1 / 5040 + s * (1 / 362880 + s * (1 / 39916800 + s * (1 / 6227020800)))));
  return r + s * (even + r * odd);
}

/** e^x. `exp(0)` is 1, `exp(1000)` is Infinity, `exp(-1000)` is 0. */
export function exp(x: number): number {
  // There 0, Infinity or NaN, on which all browsers agree.
  if (!(Math.abs(x) < 1000)) return Math.exp(x);
  const k = Math.round(x * Math.LOG2E);
  return scaled(1 + expm1Rest(x, k), k);
}

/** tanh x, through e^(2|x|) - 1 = u as u / (u + 2), which keeps all digits near 0. `tanh(1000)` is 1. */
export function tanh(x: number): number {
  const y = 2 * Math.abs(x);
  if (!(y < 40)) return Math.sign(x);
  const k = (y * Math.LOG2E + 0.5) | 0;
  const power = POWERS[k + 1022]!;
  const u = power * expm1Rest(y, k) + (power - 1);
  // The sign without a branch: which one comes next is hard to predict, for the processor too.
  return (u / (u + 2)) * (1 - 2 * (Number(x < 0) | 0));
}

/** 1 / (1 + e^-x), never through a large exponential. `sigmoid(-1000)` is 0. */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

/** Natural logarithm. `log(1)` is 0, `log(0)` is -Infinity, `log(-1)` is NaN. */
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

/** ln(1 + x), with all digits for small x: the rounding of 1 + x is divided out again. */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 || u === Infinity ? x : (log(u) * x) / (u - 1);
}

/** x^y. The one function left to the browser; 0^0 is 1. */
export const pow: (x: number, y: number) => number = Math.pow;
