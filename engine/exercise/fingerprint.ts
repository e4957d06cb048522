// The values of a response at one point, to pass over most candidate mistakes at their first entry.

import {
  everyEntry,
  exactPoint,
  floatingPoint,
  Inexact,
  type Prepared,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import type { Subject } from './subject.ts';

export interface Fingerprint {
  /** False where the other formula certainly differs. */
  matches(other: Prepared): boolean;
  /** True where the response has no value at the point: then it equals nothing. */
  readonly undefined: boolean;
  /** True where the response is 0 in every entry of the point. */
  readonly zero: boolean;
  /** The work spent so far, in nodes worked out. */
  work(): number;
}

const SEED = 1;

type Test = (value: number, i: number) => boolean;
type Walk = (formula: Prepared, test: Test) => boolean | 'inexact' | 'undefined';

/** Compares exactly where both sides are exact, else in doubles. */
export function fingerprint(typed: Prepared, subject: Subject): Fingerprint {
  const { ground } = subject;
  let spent = 0;
  const exactly: Walk = (formula, test) => {
    const point = exactPoint(ground, SEED);
    const outcome = attempt(() => everyEntry(formula, ground, point, ({ p }, i) => test(p, i)));
    spent += point.worked;
    return outcome;
  };
  const inDoubles: Walk = (formula, test) => {
    const { point } = floatingPoint(ground, SEED);
    const outcome = attempt(() => everyEntry(formula, ground, point, ({ v }, i) => test(v, i)));
    spent += point.worked;
    return outcome;
  };
  const exact = valuesBy(exactly, typed);
  let doubles: ReturnType<typeof valuesBy> | null = null;
  const valuesInDoubles = () => {
    doubles ??= valuesBy(inDoubles, typed);
    return doubles;
  };
  const known = exact === 'inexact' ? valuesInDoubles() : exact;
  const near = (a: number, b = Number.NaN) => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
  return {
    undefined: typeof known === 'string',
    zero: typeof known !== 'string' && known.every((value) => value === 0),
    work: () => spent,
    matches(other) {
      if (typeof exact !== 'string') {
        const same = exactly(other, (p, i) => p === exact[i]);
        if (same !== 'inexact') return same === true;
      }
      const values = valuesInDoubles();
      return typeof values !== 'string' && inDoubles(other, (v, i) => near(v, values[i])) === true;
    },
  };
}

function valuesBy(walk: Walk, formula: Prepared): number[] | 'inexact' | 'undefined' {
  const values: number[] = [];
  const outcome = walk(formula, (value) => {
    values.push(value);
    return true;
  });
  return typeof outcome === 'string' ? outcome : values;
}

function attempt(run: () => boolean): ReturnType<Walk> {
  try {
    return run();
  } catch (error) {
    if (error instanceof Inexact) return 'inexact';
    if (error instanceof UndefinedValue || error instanceof TooMuchWork) return 'undefined';
    throw error;
  }
}
