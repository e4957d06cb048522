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

const MOST_TERMS = 4;

/** 2x + y for 4x + 3y: every term is there, but not as often as it should be. */
export function termFactors(typed: Prepared, subject: Subject, equals: Equals): Named | null {
  const terms = termsOf(subject.answer);
  if (terms.length < 2 || terms.length > MOST_TERMS || subject.ground.notation === 'matrix') return null;
  const found = solve(typed, terms, subject);
  if (!found) return null;
  const scaled = terms.map((term, i) => make.binary('*', make.number(found[i] as Rational), term));
  if (!equals(scaled.reduce((sum, term) => make.binary('+', sum, term)))) return null;
  const wrong = terms.filter((_, i) => !isOne(found[i] as Rational));
  return {
    name: 'term-factor',
    message: `The number before a term is wrong: look at ${wrong.map((term) => `$${printTex(term)}$`).join(' and ')}.`,
  };
}

const isOne = ({ num, den }: Rational) => num === 1n && den === 1n;

/** The terms of a sum; a product with a sum in it is multiplied out. */
function termsOf(tree: Expr): Expr[] {
  if (tree.type === 'negative') return termsOf(tree.arg).map(make.negative);
  if (tree.type !== 'binary') return [tree];
  const { op, left, right } = tree;
  if (op === '+') return [...termsOf(left), ...termsOf(right)];
  if (op === '-') return [...termsOf(left), ...termsOf(right).map(make.negative)];
  if (op === '*') return termsOf(left).flatMap((a) => termsOf(right).map((b) => make.binary('*', a, b)));
  if (op === '/') return termsOf(left).map((a) => make.binary('/', a, right));
  return [tree];
}

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
