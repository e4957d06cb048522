// Exact arithmetic in F_p, where exp is a power of a drawn number: equality of formulas is decided without a tolerance.

import { type Field, Inexact, UndefinedValue } from './field.ts';
import { hash } from './hash.ts';
import type { Rational } from './rational.ts';

/** p = 2q + 1, both prime; p < 2^26, so products of residues are exact in doubles. */
export const P = 67108187;
export const Q = 33554093;

/**
 * A number mod p and, where it is known, mod q: exponents count mod q, because squares have the order q in F_p.
 * `odd` is the parity of a whole number; with it any base may be raised.
 */
export interface Residue {
  readonly p: number;
  readonly q: number;
  readonly odd: number;
}

const UNKNOWN = Number.NaN;

function powerMod(base: number, exponent: number, modulus: number): number {
  let [result, square, rest] = [1, base % modulus, exponent];
  while (rest > 0) {
    if (rest % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
    rest = Math.floor(rest / 2);
  }
  return result;
}

/** By Euclid's algorithm, in a third of the time that a power takes. What is not known has no known inverse. */
function inverse(a: number, modulus: number): number {
  if (Number.isNaN(a)) return UNKNOWN;
  let [rest, next] = [modulus, a];
  let [factor, nextFactor] = [0, 1];
  while (next > 0) {
    const times = Math.floor(rest / next);
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  return factor < 0 ? factor + modulus : factor;
}

function mod(value: bigint, modulus: number): number {
  const rest = Number(value % BigInt(modulus));
  return rest < 0 ? rest + modulus : rest;
}

const residue = (p: number, q = UNKNOWN, odd = UNKNOWN): Residue => ({ p, q, odd });
const one = residue(1, 1, 1);

function fromRational({ num, den }: Rational): Residue {
  if (den === 1n) return residue(mod(num, P), mod(num, Q), Number(num & 1n));
  const [p, q] = [mod(den, P), mod(den, Q)];
  if (p === 0) throw new Inexact();
  return residue((mod(num, P) * inverse(p, P)) % P, q === 0 ? UNKNOWN : (mod(num, Q) * inverse(q, Q)) % Q);
}

function divide(a: Residue, b: Residue): Residue {
  if (b.p === 0) throw new UndefinedValue('divides by zero');
  return residue((a.p * inverse(b.p, P)) % P, b.q === 0 ? UNKNOWN : (a.q * inverse(b.q, Q)) % Q);
}

const add = (a: Residue, b: Residue): Residue =>
  residue((a.p + b.p) % P, (a.q + b.q) % Q, (a.odd + b.odd) % 2);
const negate = (a: Residue): Residue => residue((P - a.p) % P, (Q - a.q) % Q, a.odd);
const subtract = (a: Residue, b: Residue) => add(a, negate(b));
const double = (a: Residue) => add(a, a);

/** Functions that exp defines; the others (ln, sqrt, abs, relu, max) are decided in floating point. */
function byExp(exp: (a: Residue) => Residue): Record<string, (a: Residue) => Residue> {
  const two = fromRational({ num: 2n, den: 1n });
  return {
    exp,
    sigma: (a) => divide(one, add(one, exp(negate(a)))),
    tanh: (a) => divide(subtract(exp(double(a)), one), add(exp(double(a)), one)),
    sinh: (a) => divide(subtract(exp(a), exp(negate(a))), two),
    cosh: (a) => divide(add(exp(a), exp(negate(a))), two),
    coth: (a) => divide(add(exp(double(a)), one), subtract(exp(double(a)), one)),
    sech: (a) => divide(two, add(exp(a), exp(negate(a)))),
  };
}

/** exp(1) at the points of a seed: a square, drawn so that no number that a reader may type is e at all of them. */
function baseOf(seed: number): number {
  const root = 2 + (hash(seed, 'e') % (P - 3));
  return (root * root) % P;
}

function exponential(base: number): (a: Residue) => Residue {
  return (a) => {
    if (Number.isNaN(a.q)) throw new Inexact();
    return residue(powerMod(base, a.q, P));
  };
}

/** F_p at the points of a seed; see Schwartz and Zippel for why equality at random points is equality. */
export function primeField(seed: number): Field<Residue> {
  const known = byExp(exponential(baseOf(seed)));
  return {
    ...arithmetic,
    apply(fn, a) {
      const apply = known[fn];
      if (!apply) throw new Inexact();
      return apply(a);
    },
  };
}

const arithmetic: Omit<Field<Residue>, 'apply'> = {
  number: fromRational,
  add,
  negate,
  multiply: (a, b) => residue((a.p * b.p) % P, (a.q * b.q) % Q, a.odd * b.odd),
  divide,
  power(a, b, exponent) {
    if (exponent !== null && Math.abs(exponent) < 2 ** 40) return wholePower(a, exponent);
    if (Number.isNaN(b.q) || Number.isNaN(b.odd)) throw new Inexact();
    if (a.p === 0) throw new UndefinedValue('0 to a power that is not known');
    // The exponent mod 2q, put together from its parity and its value mod q (q is odd).
    const full = b.q % 2 === b.odd ? b.q : b.q + Q;
    return residue(powerMod(a.p, full, P));
  },
  opaque(name, primes, a) {
    const key = `${name}${"'".repeat(primes)}(${a.p})`;
    return residue(hash(P, key) % P, hash(Q, key) % Q);
  },
  compare(a, b) {
    if (a.p === b.p && (Number.isNaN(a.q) || Number.isNaN(b.q) || a.q === b.q)) return 0;
    throw new Inexact();
  },
};

function wholePower(a: Residue, exponent: number): Residue {
  const size = Math.abs(exponent);
  if (exponent < 0 && a.p === 0) throw new UndefinedValue('divides by zero');
  const result = residue(
    powerMod(a.p, size, P),
    Number.isNaN(a.q) ? UNKNOWN : powerMod(a.q, size, Q),
    size === 0 ? 1 : a.odd,
  );
  return exponent < 0 ? divide(one, result) : result;
}

/** A free number of a point: random mod p and mod q; a whole number keeps its parity. */
export function randomResidue(seed: number, key: string, whole: boolean): Residue {
  if (whole) return fromRational({ num: BigInt(2 + (hash(seed, key) % 1_000_000)), den: 1n });
  return residue(hash(seed, `${key}p`) % P, hash(seed, `${key}q`) % Q);
}
