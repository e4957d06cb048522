// Equality of two formulas on a model: exactly in F_p where that is possible, else in doubles with a bound on the error.

import { children, type Expr, some } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { evaluateMatrix } from './evaluate-matrix.ts';
import { Inexact, TooMuchWork, UndefinedValue } from './field.ts';
import { type BoundAxes, checkIndices } from './indices.ts';
import { isDomain, type Model } from './model.ts';
import type { Point } from './point.ts';
import { exactPoint, floatingPoint, type Ground } from './points.ts';
import { printText } from './print-text.ts';
import type { Real } from './real-field.ts';

/** Where two formulas differ: the indices, and both values (null: not defined). */
export interface Difference {
  readonly at: ReadonlyMap<string, number>;
  readonly left: number | null;
  readonly right: number | null;
  /** The names that both are made of, with their values there; empty where some of them are summed over. */
  readonly names: readonly { readonly name: Expr; readonly value: number }[];
  /** For every entry at the first point where there is a difference: is it equal? */
  readonly entries: readonly boolean[];
  readonly undefinedBecause?: string;
}

const EXACT_POINTS = 3;
const MOST_EXACT_SEEDS = 9;
const FLOATING_SEEDS = 12;
const MOST_FLOATING_SEEDS = 60;
/** Differences within this multiple of the error bounds count as rounding. */
const SAFETY = 8;
/** A point where rounding hides more than this share of the value decides nothing. */
const COARSEST = 1e-7;

/** The values of one tree at one point, an entry for each value of the free indices. */
export function entriesOf<T>(tree: Expr, ground: Ground, point: Point<T>, bound: BoundAxes): T[] {
  if (ground.notation === 'matrix') return [...evaluateMatrix(tree, point).data];
  const values: T[] = [];
  forEachIndex(ground, point, (at) => values.push(evaluate(tree, point, at, bound)));
  return values;
}

/** True where `test` holds for every entry of a tree; stops at the first for which it does not. */
export function everyEntry<T>(
  { tree, bound }: Prepared,
  ground: Ground,
  point: Point<T>,
  test: (value: T, i: number) => boolean,
): boolean {
  if (ground.notation === 'matrix') return evaluateMatrix(tree, point).data.every(test);
  const places: ReadonlyMap<string, number>[] = [];
  forEachIndex(ground, point, (at) => places.push(at));
  return places.every((at, i) => test(evaluate(tree, point, at, bound), i));
}

/** Runs over all values of the free indices, the last one fastest. */
export function forEachIndex<T>(
  ground: Ground,
  point: Point<T>,
  visit: (at: ReadonlyMap<string, number>) => void,
): void {
  const names = [...ground.free.keys()];
  const at = new Map<string, number>();
  const walk = (i: number): void => {
    const name = names[i];
    if (name === undefined) {
      visit(new Map(at));
      return;
    }
    const axis = ground.free.get(name);
    const length = axis ? point.size(axis) : 1;
    for (let k = 0; k < length; k += 1) {
      at.set(name, k);
      walk(i + 1);
    }
  };
  walk(0);
}

/** A tree with the axes of its sums worked out once. */
export interface Prepared {
  readonly tree: Expr;
  readonly bound: BoundAxes;
}

/** Checks the indices of a tree against the ground; throws a FitFault where they do not fit. */
export function prepare(tree: Expr, ground: Ground): Prepared {
  return {
    tree,
    bound: ground.notation === 'matrix' ? new Map() : checkIndices(tree, ground.model.names, ground.free),
  };
}

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
    if (found) return illustrate(left, right, ground, found);
    decided += 1;
  }
  if (decided === 0) throw new Inexact();
  return null;
}

function floatingDifference(left: Prepared, right: Prepared, ground: Ground): Difference | null {
  const freeSizes = sizesFree(left, right, ground);
  const signs = new Map<object, number>();
  let decided = 0;
  for (let seed = 1; seed <= MOST_FLOATING_SEEDS; seed += 1) {
    const bothWays = [...signs.values()].every((s) => s === 3);
    if (decided >= FLOATING_SEEDS && bothWays) break;
    const { point, takeSigns } = floatingPoint(ground, seed, freeSizes);
    takeSigns();
    let coarse = false;
    const found = compareEntries(left, right, ground, point, (a, b) => {
      const error = SAFETY * (a.e + b.e);
      if (error > COARSEST * (Math.abs(a.v) + Math.abs(b.v)) && error > 1e-12) coarse = true;
      return Math.abs(a.v - b.v) <= error;
    });
    for (const [site, sign] of takeSigns()) signs.set(site, (signs.get(site) ?? 0) | sign);
    if (found && 'skip' in found) continue;
    if (found) return illustrate(left, right, ground, found);
    if (!coarse) decided += 1;
  }
  if (decided > 0) return null;
  return {
    at: new Map(),
    left: null,
    right: null,
    names: [],
    entries: [],
    undefinedBecause: 'cannot be told from another value',
  };
}

interface Found {
  readonly entries: readonly boolean[];
  readonly undefinedBecause?: string;
  readonly seed: number;
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
    if (error instanceof UndefinedValue && error.message === 'stands too close to a kink')
      return { entries: [], seed, skip: true };
    if (error instanceof UndefinedValue)
      return { entries: wanted.map(() => false), undefinedBecause: error.message, seed };
    throw error;
  }
}

/** Finds numbers a reader can follow for a difference: a floating point near 1. */
function illustrate(left: Prepared, right: Prepared, ground: Ground, found: Found): Difference {
  for (const seed of [found.seed, 4, 5, 6]) {
    const { point } = floatingPoint(ground, seed, sizesFree(left, right, ground));
    try {
      const wanted = entriesOf(right.tree, ground, point, right.bound);
      const got = entriesOf(left.tree, ground, point, left.bound);
      const i = wanted.findIndex(
        (value, k) => Math.abs(value.v - (got[k]?.v ?? Number.NaN)) > 1e-9 || got[k] === undefined,
      );
      if (i < 0) continue;
      const places: ReadonlyMap<string, number>[] = [];
      if (ground.notation === 'entries') forEachIndex(ground, point, (at) => places.push(at));
      return {
        at: places[i] ?? new Map(),
        left: got[i]?.v ?? null,
        right: wanted[i]?.v ?? null,
        names: ground.notation === 'entries' ? namesAt([left, right], point, places[i] ?? new Map()) : [],
        entries: found.entries,
      };
    } catch (error) {
      if (error instanceof UndefinedValue || error instanceof TooMuchWork) continue;
      throw error;
    }
  }
  return {
    at: new Map(),
    left: null,
    right: null,
    names: [],
    entries: found.entries,
    ...(found.undefinedBecause && { undefinedBecause: found.undefinedBecause }),
  };
}

function namesAt(
  formulas: readonly Prepared[],
  point: Point<Real>,
  at: ReadonlyMap<string, number>,
): Difference['names'] {
  const found = new Map<string, Difference['names'][number]>();
  const visit = (node: Expr, bound: BoundAxes): void => {
    if (node.type === 'name') {
      const role = point.model.names.get(node.name)?.role;
      if (role === 'short' || role === 'array' || role === 'size')
        found.set(printText(node), { name: node, value: evaluate(node, point, at, bound).v });
      return;
    }
    // An index under a sum has no one value: then the names say too little.
    if (node.type === 'sum') throw new UndefinedValue();
    for (const child of children(node)) visit(child, bound);
  };
  try {
    for (const { tree, bound } of formulas) visit(tree, bound);
    return [...found.values()];
  } catch (error) {
    if (error instanceof UndefinedValue) return [];
    throw error;
  }
}
