// Equality of two formulas on a model: exactly in F_p where that is possible, else in doubles with a bound on the error.

import { type Expr, some } from './ast.ts';
import { entriesOf, type Prepared } from './entries.ts';
import { Inexact, UndefinedValue } from './field.ts';
import { type Difference, type Found, illustrate, illustrateAt, NOWHERE } from './illustrate.ts';
import { isDomain, type Model } from './model.ts';
import type { Point } from './point.ts';
import { exactPoint, extremes, type FloatingPoint, floatingPoint, type Ground } from './points.ts';
import { Q } from './prime-field.ts';

const EXACT_POINTS = 3;
const MOST_EXACT_SEEDS = 9;
const FLOATING_SEEDS = 12;
const MOST_FLOATING_SEEDS = 60;
/** Differences within this multiple of the error bounds count as rounding. */
const SAFETY = 8;
/** A point where rounding hides more than this share of the value decides nothing. */
const COARSEST = 1e-7;

/**
 * The first difference between two formulas, or null where they are equal. Undefined equals nothing.
 * Exact: three seeded points in F_p. Floating: at least twelve points at which every comparison has come out both ways.
 */
export function difference(left: Prepared, right: Prepared, ground: Ground): Difference | null {
  try {
    return exactDifference(left, right, ground);
  } catch (error) {
    if (!(error instanceof Inexact)) throw error;
    return floatingDifference(left, right, ground);
  }
}

/** True where the lengths of axes matter: for sums, entries, and names that an equation defines. */
function rangesOver(tree: Expr, model: Model): boolean {
  const defined = (name: string) => model.definitions.some((d) => d.name === name && !isDomain(d.by));
  return some(
    tree,
    (node) =>
      node.type === 'sum' ||
      node.type === 'matrix' ||
      (node.type === 'name' && (node.indices.length > 0 || defined(node.name))),
  );
}

/** Where nothing ranges over axes, their lengths are numbers like any other. */
function sizesFree(left: Prepared, right: Prepared, ground: Ground): boolean {
  return (
    ground.free.size === 0 &&
    ground.notation === 'entries' &&
    !rangesOver(left.tree, ground.model) &&
    !rangesOver(right.tree, ground.model)
  );
}

function exactDifference(left: Prepared, right: Prepared, ground: Ground): Difference | null {
  const freeSizes = sizesFree(left, right, ground);
  let decided = 0;
  for (let seed = 1; decided < EXACT_POINTS && seed <= MOST_EXACT_SEEDS; seed += 1) {
    const point = exactPoint(ground, seed, freeSizes);
    const found = compareEntries(left, right, ground, point, (a, b) => a.p === b.p);
    if (found && 'skip' in found) continue;
    if (found) return illustrate(left, right, ground, found, freeSizes);
    decided += 1;
  }
  if (decided === 0) throw new Inexact();
  return [left, right].some(({ tree }) => isBeyond(tree)) ? floatingDifference(left, right, ground) : null;
}

/** A number as large as the modulus may be 0 there, and a power of x be x. */
const isBeyond = (tree: Expr): boolean =>
  some(
    tree,
    (node) => node.type === 'number' && (node.value.num >= BigInt(Q) || node.value.den >= BigInt(Q)),
  );

function floatingDifference(left: Prepared, right: Prepared, ground: Ground): Difference | null {
  const freeSizes = sizesFree(left, right, ground);
  const signs = new Map<object, number>();
  let decided = 0;
  for (let seed = 1; seed <= MOST_FLOATING_SEEDS; seed += 1) {
    const bothWays = [...signs.values()].every((s) => s === 3);
    if (decided >= FLOATING_SEEDS && bothWays) break;
    const { found, coarse, kinks } = compareInDoubles(
      left,
      right,
      ground,
      floatingPoint(ground, seed, freeSizes),
    );
    for (const [site, sign] of kinks) signs.set(site, (signs.get(site) ?? 0) | sign);
    if (found && 'skip' in found) continue;
    if (found) return illustrate(left, right, ground, found, freeSizes);
    if (!coarse) decided += 1;
    // Before the rare sign of a comparison is waited for.
    if (decided !== FLOATING_SEEDS || coarse || signs.size === 0) continue;
    const beside = differenceAtExtremes(left, right, ground);
    if (beside) return beside;
  }
  if (decided >= FLOATING_SEEDS) return null;
  if (decided > 0) return signs.size > 0 ? differenceAtExtremes(left, right, ground) : null;
  return { ...NOWHERE, entries: [], noValue: new UndefinedValue('cannot be told from another value') };
}

/**
 * Where a sign decides, formulas may part at 0, beside it, or far out only: each free name is tried there. A formula
 * without a value at 0, such as relu(x)/x, is right all the same.
 */
function differenceAtExtremes(left: Prepared, right: Prepared, ground: Ground): Difference | null {
  const freeSizes = sizesFree(left, right, ground);
  for (const fixed of extremes(ground.model, [left.tree, right.tree])) {
    const tried = floatingPoint(ground, 1, freeSizes, fixed);
    const { found, coarse } = compareInDoubles(left, right, ground, tried);
    if (!found || coarse || 'skip' in found || found.noValue) continue;
    return illustrateAt(left, right, ground, found, tried.point) ?? { ...NOWHERE, entries: found.entries };
  }
  return null;
}

function compareInDoubles(
  left: Prepared,
  right: Prepared,
  ground: Ground,
  { point, takeSigns }: FloatingPoint,
): { found: Found | Skip | null; coarse: boolean; kinks: ReadonlyMap<object, number> } {
  takeSigns();
  let coarse = false;
  const found = compareEntries(left, right, ground, point, (a, b) => {
    const error = SAFETY * (a.e + b.e);
    if (!Number.isFinite(a.v) || !Number.isFinite(b.v)) coarse = true;
    if (error > COARSEST * (Math.abs(a.v) + Math.abs(b.v)) && error > 1e-12) coarse = true;
    return Math.abs(a.v - b.v) <= error;
  });
  return { found, coarse, kinks: takeSigns() };
}

interface Skip extends Found {
  readonly skip: true;
}

function compareEntries<T>(
  left: Prepared,
  right: Prepared,
  ground: Ground,
  point: Point<T>,
  equal: (a: T, b: T) => boolean,
): Found | Skip | null {
  const seed = point.options.seed;
  let wanted: T[];
  try {
    wanted = entriesOf(right.tree, ground, point, right.bound);
  } catch (error) {
    // The right side has no value here, so the point says nothing.
    if (error instanceof UndefinedValue) return { entries: [], seed, skip: true };
    throw error;
  }
  try {
    const got = entriesOf(left.tree, ground, point, left.bound);
    const entries = wanted.map((value, i) => got.length === wanted.length && equal(got[i] as T, value));
    return entries.every(Boolean) ? null : { entries, seed };
  } catch (error) {
    if (error instanceof UndefinedValue && error.lack === 'kink') return { entries: [], seed, skip: true };
    if (error instanceof UndefinedValue) return { entries: wanted.map(() => false), noValue: error, seed };
    throw error;
  }
}
