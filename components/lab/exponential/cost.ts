// What tanh and its slope cost in exponentials, counted on the tape for three ways of writing them.

import { createTape, type Node, type Tape } from '../../../engine/tape/index.ts';
import { shortNumber } from '../../figure/number.ts';

export const ways = ['printed', 'shared', 'one'] as const;
export type Way = (typeof ways)[number];

export interface Cost {
  readonly value: number;
  readonly slope: number;
  /** Rows of the tape that are an exp. */
  readonly exponentials: number;
}

/**
 * Records value and slope at z in one of three ways and counts the exponentials on the tape: each formula as it is
 * printed, the two powers of e worked out once, or all from u = exp(2z).
 *
 * `cost('printed', 1).exponentials` is 8, `cost('one', 1).exponentials` is 1.
 */
export function cost(way: Way, at: number): Cost {
  const t = createTape();
  const z = t.input(at, 'z');
  const [value, slope] = record[way](t, z);
  return {
    value: t.peek(value)[0]!,
    slope: t.peek(slope)[0]!,
    exponentials: t.rows.filter((row) => row.op === 'exp').length,
  };
}

/** A number with as many digits as the lab shows, and by which it compares. */
export const shown = (value: number): string => shortNumber(value, 6);

/** Whether the three ways show the same at z; `over` where the last has lost its slope too, `broken` where one has no number. */
export function standing(at: number): 'same' | 'apart' | 'over' | 'broken' {
  const costs = ways.map((way) => cost(way, at));
  if (costs.some(({ value, slope }) => Number.isNaN(value) || Number.isNaN(slope))) return 'broken';
  if (at > 0 && costs.at(-1)!.slope === 0) return 'over';
  const different = new Set(costs.map(({ value, slope }) => `${shown(value)} ${shown(slope)}`));
  return different.size === 1 ? 'same' : 'apart';
}

const record: Readonly<Record<Way, (t: Tape, z: Node) => readonly [Node, Node]>> = {
  printed: (t, z) => {
    const tanh = () => t.div(t.sub(t.exp(z), t.exp(t.neg(z))), t.add(t.exp(z), t.exp(t.neg(z))));
    const once = tanh();
    const again = tanh();
    return [once, t.sub(1, t.mul(again, again))];
  },
  shared: (t, z) => {
    const [up, down] = [t.exp(z), t.exp(t.neg(z))];
    const tanh = t.div(t.sub(up, down), t.add(up, down));
    return [tanh, t.sub(1, t.mul(tanh, tanh))];
  },
  one: (t, z) => {
    const u = t.exp(t.mul(z, 2));
    const below = t.add(u, 1);
    return [t.div(t.sub(u, 1), below), t.div(t.mul(u, 4), t.mul(below, below))];
  },
};
