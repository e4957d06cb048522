// One number typed into a list: as a fraction, or as a double where any number will do.

import {
  type Expr,
  evaluate,
  Inexact,
  type Model,
  NUMBERS,
  Point,
  parse,
  type Rational,
  ReadFault,
  type Real,
  rationalField,
  realField,
  type Span,
  UndefinedValue,
  ZERO,
} from '../formula/index.ts';
import { type Cell, spanOf } from './brackets.ts';

/** A model without names. */
const NOTHING: Model = { text: '', names: new Map(), axes: new Map(), definitions: [], top: 0, last: 'L' };

/** Reads with the place of the cell in its faults. */
export function readAt<T>({ text, start }: Cell, read: (text: string) => T): T {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    throw new ReadFault(error.message, [error.span[0] + start, error.span[1] + start]);
  }
}

/** One entry: a number, or a formula of numbers. */
export function parseCell(cell: Cell): Expr {
  return readAt(cell, (text) => parse(text, NUMBERS));
}

/** The exact value; null for a number such as sqrt(2). */
export function fractionIn(tree: Expr): Rational | null {
  try {
    const point = new Point<Rational>(NOTHING, {
      field: rationalField,
      draw: () => ZERO,
      seed: 1,
      variant: 1,
    });
    return evaluate(tree, point, new Map(), new Map());
  } catch (error) {
    if (error instanceof Inexact || error instanceof UndefinedValue) return null;
    throw error;
  }
}

/** The exact value; `what` it is, for the sentence that refuses a root. */
export function fractionOf(cell: Cell, what: string): Rational {
  const value = fractionIn(parseCell(cell));
  if (!value) throw new ReadFault(`${what} is a whole number, a decimal or a fraction.`, spanOf(cell));
  return value;
}

/** Any number, sqrt(2) too, with a bound on its error. */
export function realIn(tree: Expr, span: Span): Real {
  try {
    const draw = () => ({ v: 0, e: 0 });
    const point = new Point<Real>(NOTHING, { field: realField(), draw, seed: 1, variant: 1 });
    return evaluate(tree, point, new Map(), new Map());
  } catch (error) {
    if (!(error instanceof UndefinedValue)) throw error;
    throw new ReadFault('This has no value.', span);
  }
}

/** Any number: sqrt(2) will do. */
export function numberOf(cell: Cell): number {
  return realIn(parseCell(cell), spanOf(cell)).v;
}
