// Exact fractions of whole numbers, for numbers as typed and for answers that are rational.

export interface Rational {
  readonly num: bigint;
  /** Positive, and without a common divisor with `num`. */
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y) [x, y] = [y, x % y];
  return x;
}

/** The fraction num/den in lowest terms; throws a RangeError for den = 0. `rational(6n, -4n)` is -3/2. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError('A fraction needs a denominator other than 0.');
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den < 0n ? -den : den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const ZERO = rational(0n);
export const ONE = rational(1n);

/** The fraction of a whole JavaScript number. */
export function whole(n: number): Rational {
  return { num: BigInt(n), den: 1n };
}

/** The exact value of a decimal such as `-2.5e-1`, that is -1/4. */
export function fromDecimal(text: string): Rational {
  const [, sign, int = '', fraction = '', exponent = '0'] =
    /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = BigInt(`${sign}${int}${fraction}` || '0');
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}

/** The nearest double. */
export function toNumber({ num, den }: Rational): number {
  if (den === 1n) return Number(num);
  const quotient = Number(num) / Number(den);
  if (Number.isFinite(quotient) && quotient !== 0) return quotient;
  // Both parts may be beyond the doubles while their quotient is not.
  const shift = BigInt(Math.max(0, num.toString(2).length, den.toString(2).length) - 1000);
  return shift > 0n ? Number(num >> shift) / Number(den >> shift) : quotient;
}

export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

export function divideRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

export function negateRational(a: Rational): Rational {
  return { num: -a.num, den: a.den };
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How many decimals a terminating decimal has, or null where the expansion never ends. */
export function decimalsOf({ den }: Rational): number | null {
  let rest = den;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : null;
}
