// Numbers as responses: exact where they can be, rounded decimals where the right value never ends.

import {
  checkIndices,
  children,
  decimalsOf,
  type Expr,
  evaluate,
  type Field,
  type Ground,
  Inexact,
  type NumberNode,
  Point,
  type Rational,
  type Real,
  rationalField,
  realField,
  scaledField,
  some,
  toNumber,
  UndefinedValue,
  uniform,
  unscaled,
  whole,
} from '../formula/index.ts';

/** How a number that was typed stands to the right one. */
export type Closeness = 'equal' | 'rounded' | 'coarse' | 'rounded-exact' | 'different';

/** A right value: exact where it is a fraction. */
export interface Value {
  readonly exact: Rational | null;
  readonly real: Real;
}

/** Fewest significant digits of a decimal that stands for a value without an end. */
export const FEWEST_DIGITS = 4;
/** Where rounding may hide more than this share of a value, it decides nothing. */
const COARSEST = 1e-9;
/** Fractions with at most this many decimals are asked for exactly. */
const MOST_DECIMALS = 10;

/** No calculation by hand has decimals of more lengths; each costs an evaluation. */
const MOST_LENGTHS = 8;

/** The value of a tree without free names; null where it has none. */
export function numericValue(tree: Expr, ground: Ground): Value | null {
  try {
    return {
      exact: exactValue(tree, ground),
      real: realValue(tree, ground, realField()),
    };
  } catch (error) {
    if (error instanceof UndefinedValue) return null;
    throw error;
  }
}

/** In plain doubles, or with exponents of their own where those overflow: e^1000/(e^1000 + e^999) is a number. */
function realValue(tree: Expr, ground: Ground, field: Field<Real>): Real {
  const draw = drawFixed((v) => ({ v, e: 0 }));
  try {
    return run(tree, ground, field, draw);
  } catch (error) {
    if (!(error instanceof UndefinedValue)) throw error;
    const drawScaled = drawFixed((v) => ({ v, e: 0, s: 0 }));
    return unscaled(run(tree, ground, scaledField(field), drawScaled));
  }
}

/** True where a number has a value, but a computer that works out what was typed finds none: e^1000/(e^1000 + e^999). */
export function overflows(tree: Expr, ground: Ground): boolean {
  try {
    run(
      tree,
      ground,
      realField(),
      drawFixed((v) => ({ v, e: 0 }) as Real),
    );
    return false;
  } catch (error) {
    if (!(error instanceof UndefinedValue)) throw error;
    return true;
  }
}

function exactValue(tree: Expr, ground: Ground): Rational | null {
  try {
    return run(tree, ground, rationalField, drawFixed(whole));
  } catch (error) {
    if (error instanceof Inexact) return null;
    throw error;
  }
}

/** A numeric model draws nothing; a draw that is asked for all the same gives a whole number. */
function drawFixed<T>(make: (n: number) => T) {
  return (seed: number, key: string): T => make(2 + Math.floor(uniform(seed, key) * 8));
}

function run<T>(tree: Expr, ground: Ground, field: Field<T>, draw: (seed: number, key: string) => T): T {
  const point = new Point(ground.model, {
    field,
    draw,
    seed: 1,
    variant: ground.variant,
    layers: ground.layers[0] ?? new Map(),
  });
  return evaluate(tree, point, new Map(), checkIndices(tree, ground.model.names, new Map()));
}

/** Compares what was typed with the right value. Decimals count as exact up to half a unit of their last digit. */
export function closeness(typed: Expr, right: Value, ground: Ground): Closeness {
  const got = numericValue(typed, ground);
  if (!got) return 'different';
  const decimal = some(typed, (node) => node.type === 'number' && node.ulp !== undefined);
  if (got.exact && right.exact) {
    if (got.exact.num === right.exact.num && got.exact.den === right.exact.den) return 'equal';
  } else {
    // Rounding of the doubles, no more: a fraction is never this near an irrational value by chance.
    const error = 8 * (got.real.e + right.real.e);
    // e^50 - e^50 + 7 is any number at all to a double: what is lost in rounding proves nothing.
    if (error > Math.max(COARSEST * Math.abs(right.real.v), 1e-12)) return 'different';
    // A decimal with all the digits of a double still is one that was rounded.
    if (Math.abs(got.real.v - right.real.v) <= error) return got.exact && decimal ? 'rounded' : 'equal';
  }
  return decimal ? rounding(typed, right, ground) : 'different';
}

function rounding(typed: Expr, right: Value, ground: Ground): Closeness {
  const decimals = decimalsIn(typed);
  const lengths = [...new Set(decimals.map(({ digits }) => digits ?? 0))]
    .filter((digits) => digits >= FEWEST_DIGITS)
    .sort((a, b) => a - b)
    .slice(0, MOST_LENGTHS);
  // A decimal shorter than `fewest` is what it says; a longer one stands for every number that rounds to it, and the
  // running error bound carries that through.
  const fits = (fewest: number): Real | null => {
    const halfUnits = new Map<Rational, number>();
    for (const { value, ulp, digits } of decimals)
      if ((digits ?? 0) >= fewest) halfUnits.set(value, ulp ?? 0);
    const field: Field<Real> = {
      ...realField(),
      number: (value) => ({ v: toNumber(value), e: halfUnits.get(value) ?? 0 }),
    };
    const wide = widened(typed, ground, field);
    const slack = wide ? wide.e * (1 + 1e-9) + right.real.e : 0;
    return wide && Math.abs(wide.v - right.real.v) <= slack ? wide : null;
  };
  if (!fits(0)) return 'different';
  const ends = right.exact ? decimalsOf(right.exact) : null;
  if (ends !== null && ends <= MOST_DECIMALS) return 'rounded-exact';
  // The 0.5 of `0.5 + 0.2310585786` is a half; by itself it would be a number with one digit.
  const isFine = (fewest: number) => {
    const wide = fits(fewest);
    return wide !== null && wide.e <= 5.1e-4 * Math.abs(wide.v);
  };
  return lengths.some(isFine) ? 'rounded' : 'coarse';
}

/** The value with the width of its decimals; null where they leave room for none at all, as in 1/0. */
function widened(typed: Expr, ground: Ground, field: Field<Real>): Real | null {
  try {
    return realValue(typed, ground, field);
  } catch (error) {
    if (error instanceof UndefinedValue) return null;
    throw error;
  }
}

/** The decimals that a tree was typed with. */
function decimalsIn(typed: Expr): NumberNode[] {
  if (typed.type === 'number' && typed.ulp !== undefined) return [typed];
  return children(typed).flatMap(decimalsIn);
}
