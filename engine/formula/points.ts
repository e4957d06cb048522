// The points at which formulas are compared, kept for each ground, so that a model is worked out once and not for every response.

import type { Expr } from './ast.ts';
import { children } from './ast.ts';
import type { ResolvedAxis } from './axis.ts';
import { uniform } from './hash.ts';
import { type Domain, isDomain, type Model } from './model.ts';
import { type Draw, Point, type PointOptions } from './point.ts';
import { primeField, type Residue, randomResidue } from './prime-field.ts';
import { type Real, realField } from './real-field.ts';

/** What two formulas are compared on. */
export interface Ground {
  readonly model: Model;
  readonly notation: 'entries' | 'matrix';
  /** The free indices with their axes, in the order of the left-hand side. */
  readonly free: ReadonlyMap<string, ResolvedAxis | null>;
  /** Layer letters and the values at which they are tried. */
  readonly layers: readonly ReadonlyMap<string, number>[];
  readonly variant: number;
}

/** Draws free numbers for doubles: both signs, sizes around 1. */
export function drawReal(seed: number, key: string, domain: Parameters<Draw<Real>>[2]): Real {
  const u = uniform(seed, key);
  if (domain === 'natural') return { v: 2 + Math.floor(u * 8), e: 0 };
  const size = 0.15 + 2 * u;
  if (domain === 'positive') return { v: size, e: 0 };
  return { v: uniform(seed, `${key} sign`) < 0.5 ? -size : size, e: 0 };
}

function drawExact(seed: number, key: string, domain: Parameters<Draw<Residue>>[2]): Residue {
  return randomResidue(seed, key, domain === 'natural');
}

/** A point in doubles, with the outcome of every comparison that the model itself does not make. */
export interface FloatingPoint {
  readonly point: Point<Real>;
  /** Takes what was noted since the last time: 1 for greater, 2 for less, 3 for both. */
  takeSigns(): ReadonlyMap<object, number>;
}

interface Kept {
  readonly exact: Map<string, Point<Residue>>;
  readonly floating: Map<string, FloatingPoint>;
}

const KEPT = new WeakMap<Ground, Kept>();

function keptFor(ground: Ground): Kept {
  let kept = KEPT.get(ground);
  if (!kept) {
    kept = { exact: new Map(), floating: new Map() };
    KEPT.set(ground, kept);
  }
  return kept;
}

function optionsOf(
  ground: Ground,
  seed: number,
  freeSizes: boolean,
): Pick<PointOptions<unknown>, 'seed' | 'variant' | 'layers' | 'freeSizes'> {
  const layers = ground.layers[seed % Math.max(1, ground.layers.length)] ?? new Map();
  return { seed, variant: ground.variant, layers, freeSizes };
}

/** The point of that seed in F_p, ready to count the work of one formula. */
export function exactPoint(ground: Ground, seed: number, freeSizes = false): Point<Residue> {
  const { exact } = keptFor(ground);
  const key = `${seed} ${freeSizes}`;
  let point = exact.get(key);
  if (!point) {
    point = new Point(ground.model, {
      ...optionsOf(ground, seed, freeSizes),
      field: primeField(seed),
      draw: drawExact,
    });
    exact.set(key, point);
  }
  point.rest();
  return point;
}

/** A free name that has one value in all its entries. */
export interface Fixed {
  readonly name: string;
  readonly value: number;
}

/** The point of that seed in doubles, ready to count the work of one formula. */
export function floatingPoint(
  ground: Ground,
  seed: number,
  freeSizes = false,
  fixed: Fixed | null = null,
): FloatingPoint {
  const { floating } = keptFor(ground);
  const key = `${seed} ${freeSizes} ${fixed ? `${fixed.name} ${fixed.value}` : ''}`;
  let kept = floating.get(key);
  if (!kept) {
    kept = makeFloating(ground, seed, freeSizes, fixed);
    floating.set(key, kept);
  }
  kept.point.rest();
  return kept;
}

function makeFloating(ground: Ground, seed: number, freeSizes: boolean, fixed: Fixed | null): FloatingPoint {
  const signs = new Map<object, number>();
  const own = nodesOf(ground.model);
  const isFixed = (key: string) => key.split(/[\^_]/)[0] === fixed?.name;
  const point = new Point(ground.model, {
    ...optionsOf(ground, seed, freeSizes),
    field: realField(signs),
    draw: (of, key, domain) => (fixed && isFixed(key) ? { v: fixed.value, e: 0 } : drawReal(of, key, domain)),
  });
  return {
    point,
    takeSigns() {
      const taken = new Map([...signs].filter(([site]) => !own.has(site)));
      signs.clear();
      return taken;
    },
  };
}

const BESIDE = 2 ** -40;
const FAR = 2 ** 30;
/**
 * What a name is tried at if a sign decides: at 0 `>` and `>=` part, beside it `x > 0` and `x > 0.01`, and far out `x`
 * and `min(x, 1000)`.
 */
const EXTREMES: Partial<Record<Domain['kind'], readonly number[]>> = {
  free: [0, BESIDE, -BESIDE, FAR, -FAR],
  nonzero: [BESIDE, -BESIDE, FAR, -FAR],
  positive: [BESIDE, FAR],
};

/** Around a threshold of its own, `x > 3`, a formula may part from another, too. */
const AROUND = [0, 2 ** -20, -(2 ** -20), 0.5, -0.5];
const MOST_THRESHOLDS = 3;
const DECIDES = /^(?:relu|max|min|abs|sign|H)$/;

/** The numbers other than 0 that a formula compares with. */
function thresholds(tree: Expr, compared = false): number[] {
  if (tree.type === 'number' && compared) return [Number(tree.value.num) / Number(tree.value.den)];
  const inside = compared || tree.type === 'bracket' || (tree.type === 'call' && DECIDES.test(tree.fn));
  return [...new Set(children(tree).flatMap((child) => thresholds(child, inside)))].filter((at) => at !== 0);
}

/** The free names at their extremes, and around what the trees compare with, as far as their declarations let them come there. */
export function extremes({ definitions }: Model, trees: readonly Expr[]): readonly Fixed[] {
  const typed = trees.flatMap((tree) => thresholds(tree)).slice(0, MOST_THRESHOLDS);
  const near = typed.flatMap((at) => AROUND.flatMap((by) => [at + by, -at - by]));
  return definitions.flatMap(({ name, by }) => {
    const values = isDomain(by) ? (EXTREMES[by.kind] ?? []) : [];
    const own = values.length === 0 ? [] : near.filter((at) => values.includes(-FAR) || at > 0);
    return [...values, ...own].map((value) => ({ name, value }));
  });
}

const NODES = new WeakMap<Model, WeakSet<object>>();

/** Every node of a model's equations: what they compare is remembered by the point, so it is not seen again. */
function nodesOf(model: Model): WeakSet<object> {
  const known = NODES.get(model);
  if (known) return known;
  const nodes = new WeakSet<object>();
  const visit = (node: Expr): void => {
    nodes.add(node);
    for (const child of children(node)) visit(child);
  };
  for (const d of model.definitions) if (!isDomain(d.by)) visit(d.by);
  NODES.set(model, nodes);
  return nodes;
}
