// What evaluation needs of numbers, so that one evaluator serves exact, floating, traced and taped ones.

import type { Rational } from './rational.ts';

/** Numbers of one kind. Operations throw an UndefinedValue where there is no value, an Inexact where this kind cannot tell. */
export interface Field<T> {
  number(value: Rational): T;
  add(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  negate(a: T): T;
  /** a to the power of b; `exponent` where b is a whole number as typed. */
  power(a: T, b: T, exponent: number | null): T;
  /** A known function of one argument. */
  apply(fn: string, a: T): T;
  /** The derivative, of order `primes`, of a function that the exercise leaves open. */
  opaque(name: string, primes: number, a: T): T;
  /** The sign of a - b, for conditions, max and abs. `site` names the place, so that both outcomes can be asked for. */
  compare(a: T, b: T, site: object): number;
}

/** Why there is no value: the numbers have none, stand too close to a kink, or an index leaves the layers or its range. */
export type Lack = 'number' | 'kink' | 'layer' | 'range';

/** 1/0, ln 0, 0^0 of opaque numbers: nothing is equal to it. */
export class UndefinedValue extends Error {
  readonly lack: Lack;
  constructor(message = 'has no value', lack: Lack = 'number') {
    super(message);
    this.name = 'UndefinedValue';
    this.lack = lack;
  }
}

/** This kind of numbers cannot decide; another one has to. */
export class Inexact extends Error {
  constructor(message = 'not exact here') {
    super(message);
    this.name = 'Inexact';
  }
}

/** The formula asks for more work than any answer needs. */
export class TooMuchWork extends Error {
  constructor() {
    super('This asks for more work than any answer of the book.');
    this.name = 'TooMuchWork';
  }
}
