// The values of a response at one point, to pass over most candidate mistakes without a full comparison.

import {
  drawReal,
  entriesOf,
  type Field,
  type Ground,
  Inexact,
  Point,
  type Prepared,
  primeField,
  type Real,
  randomResidue,
  realField,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import type { Subject } from './subject.ts';

export interface Fingerprint {
  /** False where the other formula certainly differs. */
  matches(other: Prepared): boolean;
}

const SEED = 1;

export function fingerprint(typed: Prepared, subject: Subject): Fingerprint {
  const { ground } = subject;
  const exact = values(typed, ground, primeField, (seed, key, domain) =>
    randomResidue(seed, key, domain === 'natural'),
  );
  if (exact)
    return {
      matches(other) {
        const theirs = values(other, ground, primeField, (seed, key, domain) =>
          randomResidue(seed, key, domain === 'natural'),
        );
        return !theirs || (theirs.length === exact.length && theirs.every((v, i) => v.p === exact[i]?.p));
      },
    };
  const floating = values(typed, ground, realField(), drawReal);
  return {
    matches(other) {
      const theirs: Real[] | null = values(other, ground, realField(), drawReal);
      if (!theirs || !floating) return true;
      return (
        theirs.length === floating.length &&
        theirs.every((v, i) => Math.abs(v.v - (floating[i]?.v ?? Number.NaN)) <= 1e-9 * (1 + Math.abs(v.v)))
      );
    },
  };
}

function values<T>(
  prepared: Prepared,
  ground: Ground,
  field: Field<T>,
  draw: ConstructorParameters<typeof Point<T>>[1]['draw'],
): T[] | null {
  try {
    const point = new Point<T>(ground.model, {
      field,
      draw,
      seed: SEED,
      variant: ground.variant,
      layers: ground.layers[0] ?? new Map(),
    });
    return entriesOf(prepared.tree, ground, point, prepared.bound);
  } catch (error) {
    if (error instanceof Inexact || error instanceof UndefinedValue || error instanceof TooMuchWork)
      return null;
    throw error;
  }
}
