// The tape as a field: a model evaluated over it is recorded, and its derivatives come from one backward walk.

import { createTape, type Node, type Tape } from '../tape/index.ts';
import { type Field, UndefinedValue } from './field.ts';
import { ONE, toNumber } from './rational.ts';
import { curveOf } from './real-field.ts';

const KNOWN = new Set(['exp', 'tanh', 'sqrt', 'abs', 'relu']);

/** A field whose numbers are rows of `tape`; the open functions are the curves that realField uses. */
export function tapeField(tape: Tape): Field<Node> {
  // Inputs, not constants: a derivative may be asked for by any name, also by one that is a plain number.
  const number = (value: number) => tape.input(value);
  const one = () => number(toNumber(ONE));
  const exp = (a: Node) => tape.exp(a);
  const inverse = (a: Node) => tape.div(one(), a);
  const field: Field<Node> = {
    number: (value) => number(toNumber(value)),
    add: (a, b) => tape.add(a, b),
    negate: (a) => tape.neg(a),
    multiply: (a, b) => tape.mul(a, b),
    divide(a, b) {
      if (tape.peek(b)[0] === 0) throw new UndefinedValue('divides by zero');
      return tape.div(a, b);
    },
    power(a, b, exponent) {
      return tape.pow(a, exponent === null ? b : number(exponent));
    },
    apply(fn, a) {
      if (fn === 'ln') return tape.log(a);
      if (fn === 'sigma') return tape.sigmoid(a);
      if (fn === 'softplus') return tape.log(tape.add(one(), exp(a)));
      if (fn === 'cosh') return tape.div(tape.add(exp(a), exp(tape.neg(a))), number(2));
      if (fn === 'sinh') return tape.div(tape.sub(exp(a), exp(tape.neg(a))), number(2));
      if (fn === 'sech') return inverse(field.apply('cosh', a));
      if (fn === 'coth') return inverse(tape.tanh(a));
      if (!KNOWN.has(fn)) throw new UndefinedValue(`${fn} is not on the tape`);
      return tape[fn as 'exp'](a);
    },
    opaque(name, primes, x) {
      const { a, b, c, d } = curveOf(name);
      const t = tape.tanh(tape.add(tape.mul(number(a), x), number(b)));
      if (primes === 0) return tape.add(tape.mul(number(c), t), tape.mul(number(d), x));
      const s = tape.sub(one(), tape.mul(t, t));
      if (primes === 1) return tape.add(tape.mul(number(c * a), s), number(d));
      if (primes === 2) return tape.mul(number(-2 * c * a * a), tape.mul(t, s));
      throw new UndefinedValue('has a derivative of third order or more');
    },
    compare: (a, b) => Math.sign((tape.peek(a)[0] as number) - (tape.peek(b)[0] as number)),
  };
  return field;
}

/** A new tape with its field, and the derivative of one row by another, read after a walk backwards. */
export function taped(): {
  field: Field<Node>;
  derive: (of: Node, by: Node) => Node;
  /** The same value as a row of its own: in `x = (p, q)` the entry x_0 is not p, and is held apart from it. */
  apart: (node: Node) => Node;
  read: (node: Node) => number;
} {
  const tape = createTape();
  return {
    field: tapeField(tape),
    derive(of, by) {
      tape.backward(of);
      return tape.input(tape.gradientItem(by));
    },
    apart: (node) => tape.add(node, tape.input(0)),
    read: (node) => tape.peek(node)[0] as number,
  };
}
