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
  const { halfUnits, fewest } = decimalsIn(typed);
  // Each decimal stands for every number that rounds to it; the running error bound carries that through.
  const field: Field<Real> = {
    ...realField(),
    number: (value) => ({ v: toNumber(value), e: halfUnits.get(value) ?? 0 }),
  };
  const wide = widened(typed, ground, field);
  if (!wide) return 'different';
  const slack = wide.e * (1 + 1e-9) + right.real.e;
  if (Math.abs(wide.v - right.real.v) > slack) return 'different';
  const ends = right.exact ? decimalsOf(right.exact) : null;
  if (ends !== null && ends <= MOST_DECIMALS) return 'rounded-exact';
  return fewest >= FEWEST_DIGITS && wide.e <= 5.1e-4 * Math.abs(wide.v) ? 'rounded' : 'coarse';
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

/** Half a unit of the last digit of every decimal, and how many digits the shortest was typed with. */
function decimalsIn(typed: Expr): { halfUnits: Map<Rational, number>; fewest: number } {
  const halfUnits = new Map<Rational, number>();
  let fewest = Number.POSITIVE_INFINITY;
  const visit = (node: Expr): void => {
    if (node.type === 'number' && node.ulp !== undefined) {
      halfUnits.set(node.value, node.ulp);
      fewest = Math.min(fewest, node.digits ?? 0);
    }
    for (const child of children(node)) visit(child);
  };
  visit(typed);
  return { halfUnits, fewest };
}
