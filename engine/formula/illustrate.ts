// Where two formulas differ, in numbers that a reader can follow.

import { children, type Expr } from './ast.ts';
import { entriesOf, forEachIndex, type Prepared } from './entries.ts';
import { evaluate } from './evaluate.ts';
import { TooMuchWork, UndefinedValue } from './field.ts';
import type { BoundAxes } from './indices.ts';
import type { Point } from './point.ts';
import { floatingPoint, type Ground } from './points.ts';
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
  /** Why the left one has no value where the right one has. */
  readonly noValue?: UndefinedValue;
}

/** A difference before it is illustrated: which entries are equal, and at which point. */
export interface Found {
  readonly entries: readonly boolean[];
  readonly noValue?: UndefinedValue;
  readonly seed: number;
}

export const NOWHERE: Omit<Difference, 'entries'> = { at: new Map(), left: null, right: null, names: [] };

/** Finds numbers a reader can follow for a difference: a floating point near 1. */
export function illustrate(
  left: Prepared,
  right: Prepared,
  ground: Ground,
  found: Found,
  freeSizes: boolean,
): Difference {
  for (const seed of [found.seed, 4, 5, 6]) {
    const shown = illustrateAt(left, right, ground, found, floatingPoint(ground, seed, freeSizes).point);
    if (shown) return shown;
  }
  return {
    ...NOWHERE,
    entries: found.entries,
    ...(found.noValue && { noValue: found.noValue }),
  };
}

/** The first entry that differs at a point; null where none does, or one of the two has no value. */
export function illustrateAt(
  left: Prepared,
  right: Prepared,
  ground: Ground,
  { entries }: Found,
  point: Point<Real>,
): Difference | null {
  try {
    const wanted = entriesOf(right.tree, ground, point, right.bound);
    const got = entriesOf(left.tree, ground, point, left.bound);
    const i = wanted.findIndex(
      (value, k) => Math.abs(value.v - (got[k]?.v ?? Number.NaN)) > 1e-9 || got[k] === undefined,
    );
    if (i < 0) return null;
    const places: ReadonlyMap<string, number>[] = [];
    if (ground.notation === 'entries') forEachIndex(ground, point, (at) => places.push(at));
    return {
      at: places[i] ?? new Map(),
      left: got[i]?.v ?? null,
      right: wanted[i]?.v ?? null,
      names: ground.notation === 'entries' ? namesAt([left, right], point, places[i] ?? new Map()) : [],
      entries,
    };
  } catch (error) {
    if (error instanceof UndefinedValue || error instanceof TooMuchWork) return null;
    throw error;
  }
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
