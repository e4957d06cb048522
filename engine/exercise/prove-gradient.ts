// Compares the value of what is asked for, taken from the tape by automatic differentiation, with finite differences and with the answer.

import {
  drawReal,
  type Expr,
  entriesOf,
  fiveDifferences,
  forEachIndex,
  type Ground,
  Inexact,
  Point,
  type Prepared,
  prepare,
  realField,
  taped,
  UndefinedValue,
} from '../formula/index.ts';

/** The tape and the answer may differ by rounding of a few hundred operations. */
const TOLERANCE = 1e-8;
/** Five-point differences with h = 1e-3 are good to about 1e-9 on smooth models. */
const DIFFERENCE_TOLERANCE = 1e-6;

export interface Measured {
  /** The largest relative difference between the tape and finite differences. */
  readonly differences: number;
  /** How many points had a value. */
  readonly points: number;
}

export class Contradiction extends Error {
  readonly kind: 'answer' | 'differences';
  constructor(kind: 'answer' | 'differences', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Throws a Contradiction that names the point where answer and engine part. */
export function measure(find: Expr, answer: Prepared, ground: Ground, seeds: number): Measured {
  let worst = 0;
  let points = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const layers = ground.layers[seed % Math.max(1, ground.layers.length)] ?? new Map();
    const options = { seed, variant: ground.variant, layers };
    try {
      const tape = taped();
      const onTape = new Point(ground.model, {
        ...options,
        field: tape.field,
        derive: tape.derive,
        override: (_, value) => tape.apart(value()),
        draw: (s, key, domain) => tape.field.number(exact(drawReal(s, key, domain).v)),
      });
      const found = entriesOf(find, ground, onTape, prepare(find, ground).bound).map(tape.read);
      const inDoubles = new Point(ground.model, { ...options, field: realField(), draw: drawReal });
      const given = entriesOf(answer.tree, ground, inDoubles, answer.bound).map((v) => v.v);
      const i = found.findIndex((v, k) => relative(v, given[k] ?? Number.NaN) > TOLERANCE);
      if (i >= 0 || found.length !== given.length) {
        throw new Contradiction(
          'answer',
          `seed ${seed}${place(ground, inDoubles, i)}: the engine finds ${found[i]}, the answer gives ${given[i]}`,
        );
      }
      if (find.type === 'derivative' && seed <= 3)
        worst = Math.max(worst, againstDifferences(find, ground, seed, found));
      points += 1;
    } catch (error) {
      if (!(error instanceof UndefinedValue || error instanceof Inexact)) throw error;
    }
  }
  return { differences: worst, points };
}

function relative(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
}

function place(ground: Ground, point: Point<{ v: number; e: number }>, i: number): string {
  const places: ReadonlyMap<string, number>[] = [];
  if (ground.notation === 'entries') forEachIndex(ground, point, (at) => places.push(at));
  const at = [...(places[i] ?? [])].map(([name, value]) => `${name} = ${value}`).join(', ');
  return at ? ` at ${at}` : '';
}

/** At most this many entries are differenced a point: each one runs the model five times. */
const MOST_ENTRIES = 12;

function againstDifferences(
  find: Extract<Expr, { type: 'derivative' }>,
  ground: Ground,
  seed: number,
  found: readonly number[],
): number {
  if (ground.notation === 'matrix') return 0;
  const point = new Point(ground.model, {
    field: realField(),
    draw: drawReal,
    seed,
    variant: ground.variant,
    layers: ground.layers[seed % Math.max(1, ground.layers.length)] ?? new Map(),
  });
  let worst = 0;
  let i = 0;
  forEachIndex(ground, point, (at) => {
    const value = found[i] as number;
    i += 1;
    if (i > MOST_ENTRIES) return;
    const byDifferences = fiveDifferences(find, ground, seed, at);
    const error = relative(value, byDifferences);
    if (error > DIFFERENCE_TOLERANCE)
      throw new Contradiction(
        'differences',
        `seed ${seed}${place(ground, point, i - 1)}: backpropagation gives ${value}, finite differences ${byDifferences}`,
      );
    worst = Math.max(worst, error);
  });
  return worst;
}

/** A double as the exact fraction it is. */
function exact(value: number): { num: bigint; den: bigint } {
  let den = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    den *= 2n;
  }
  return { num: BigInt(scaled), den };
}
