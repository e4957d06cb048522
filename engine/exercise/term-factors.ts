// Right terms with wrong numbers before them: the response as a combination of the terms of the right answer.

import {
  type Expr,
  everyEntry,
  floatingPoint,
  make,
  type Prepared,
  printTex,
  type Rational,
  rational,
  TooMuchWork,
  UndefinedValue,
} from '../formula/index.ts';
import type { Equals, Named } from './diagnose.ts';
import { smallFraction } from './factors.ts';
import type { Subject } from './subject.ts';
import { bareOf, numbered, termsOf, times } from './terms.ts';

const MOST_TERMS = 4;

/** 2x + y for 4x + 3y: every term is there, but not as often as it should be. */
export function termFactors(typed: Prepared, subject: Subject, equals: Equals): Named | null {
  const terms = termsOf(subject.answer);
  if (terms.length < 2 || terms.length > MOST_TERMS || subject.ground.notation === 'matrix') return null;
  const found = solve(typed, terms, subject);
  if (!found) return null;
  const scaled = terms.map((term, i) => make.binary('*', make.number(found[i] as Rational), term));
  if (!equals(scaled.reduce((sum, term) => make.binary('+', sum, term)))) return null;
  const wrong = terms.flatMap((term, i) =>
    isOne(found[i] as Rational) ? [] : [[term, found[i] as Rational] as const],
  );
  const shown = wrong.map(([term]) => termOf(typed.tree, term));
  // 2x + y + 2x is put together from more terms than 4x + 3y: one of them was left out.
  const leftOut = wrong.length === 1 && termsOf(typed.tree).length > terms.length;
  if (!leftOut && shown.every((term) => term !== null))
    return {
      name: 'term-factor',
      message: `The number before a term is wrong: look at ${shown.map((term) => `$${printTex(term)}$`).join(' and ')}.`,
    };
  // Nothing is said of the number before a term that is not there. The rest of one term may be all that is missing.
  const [[term, share] = []] = wrong;
  if (!term || !share || wrong.length > 1) return null;
  const rest = bareOf(term);
  const lacking = numbered(times(rest.factor, rational(share.den - share.num, share.den)), rest.bare);
  return { name: 'term-missing', message: `A term is missing: $${printTex(lacking)}$.` };
}

/** The term of a response that differs from a term of the answer by its number at most, as it was typed if it is one alone. */
function termOf(typed: Expr, term: Expr): Expr | null {
  const { kind, bare } = bareOf(term);
  const alike = termsOf(typed).filter((other) => bareOf(other).kind === kind);
  return alike.length > 1 ? bare : (alike[0] ?? null);
}

const isOne = ({ num, den }: Rational) => num === 1n && den === 1n;

/** Fractions c with c · terms = response at as many entries as there are terms. */
function solve(typed: Prepared, terms: readonly Expr[], subject: Subject): Rational[] | null {
  const { ground } = subject;
  const rows: number[][] = [];
  try {
    for (let seed = 1; seed <= 2 * terms.length; seed += 1) {
      const { point } = floatingPoint(ground, seed);
      const columns = [...terms, typed.tree].map((tree, i) => {
        const values: number[] = [];
        const bound = i < terms.length ? subject.prepared.bound : typed.bound;
        everyEntry({ tree, bound }, ground, point, ({ v }) => values.push(v) > 0);
        return values;
      });
      for (const [i] of (columns[0] as number[]).entries()) rows.push(columns.map((c) => c[i] as number));
    }
  } catch (error) {
    if (error instanceof UndefinedValue || error instanceof TooMuchWork) return null;
    throw error;
  }
  const solution = eliminate(rows, terms.length);
  const fractions = solution?.map((c) => (Math.abs(c) < 1e-7 ? rational(0n) : smallFraction(c)));
  return fractions?.every((c) => c !== null) ? (fractions as Rational[]) : null;
}

/** Gauss's elimination with pivots over more rows than unknowns; null where the terms cannot be told apart. */
function eliminate(rows: readonly (readonly number[])[], n: number): number[] | null {
  const left = rows.map((row) => [...row]);
  for (let k = 0; k < n; k += 1) {
    let best = k;
    for (let i = k; i < left.length; i += 1)
      if (Math.abs(left[i]?.[k] ?? 0) > Math.abs(left[best]?.[k] ?? 0)) best = i;
    const pivot = left[best];
    if (!pivot || Math.abs(pivot[k] ?? 0) < 1e-6) return null;
    left[best] = left[k] as number[];
    left[k] = pivot;
    for (const [i, row] of left.entries()) {
      if (i === k) continue;
      const factor = (row[k] as number) / (pivot[k] as number);
      for (let j = k; j <= n; j += 1) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  return Array.from({ length: n }, (_, k) => (left[k]?.[n] as number) / (left[k]?.[k] as number));
}
