// Words for a screen reader, from the same walk as the plain text.

import type { Expr } from './ast.ts';
import { print, type Style } from './print.ts';
import { numberText } from './print-text.ts';

const FUNCTION: Record<string, string> = {
  exp: 'e to the',
  ln: 'log of',
  sqrt: 'root of',
  abs: 'absolute value of',
  relu: 'relu of',
  logsumexp: 'log sum exp of',
  diag: 'diagonal of',
  max: 'maximum of',
  min: 'minimum of',
};
const RELATION: Record<string, string> = {
  '=': 'equals',
  '!=': 'is not',
  '<': 'is less than',
  '>': 'is greater than',
  '<=': 'is at most',
  '>=': 'is at least',
};
const OPERATOR = { '+': 'plus', '-': 'minus', '*': 'times', '.*': 'times entry by entry' };

/** A name as it is said: `yhat` is y hat, `W1` is W 1, `yhat1` is y hat 1. */
function spoken(name: string): string {
  return name
    .replace(/^([A-Za-z])hat(?=\d*$)/, '$1 hat')
    .replace(/(\D)(\d+)$/, '$1 $2')
    .replace(/^([A-Z])(?=$| )/, 'capital $1');
}

const speechStyle: Style = {
  number: (node) => numberText(node).replace('-', 'minus '),
  euler: 'e',
  name: (name, indices, layer) =>
    [
      spoken(name),
      indices.length > 0 ? `sub ${indices.join(' ')}` : '',
      layer === null ? '' : `layer ${layer}`,
    ]
      .filter(Boolean)
      .join(' '),
  call(fn, primes, args, index) {
    const said = `${FUNCTION[fn] ?? `${spoken(fn)}${[' of', ' prime of', ' double prime of'][primes] ?? ' derivative of'}`}`;
    return `${index === null ? said : `${fn} entry ${index} of`} ${args.map(closed).join(' and ')}`;
  },
  infix: (op, left, right) => `${left} ${OPERATOR[op]} ${right}`,
  fraction: null,
  stroke: (left, right) => `${left} over ${right}`,
  power(base, exponent) {
    // Of what is the square: of f of x, or of x alone?
    const whole = / (of|to the) /.test(base) && !base.startsWith('open bracket') ? bracketed(base) : base;
    return exponent === '2' ? `${whole} squared` : `${whole} to the power ${closed(exponent)}`;
  },
  negative: (arg) => `minus ${arg}`,
  sum: (bound, body) =>
    `sum over ${bound.map((b) => (b.from === null ? b.name : `${b.name} from ${b.from} to ${b.to ?? 'its end'}`)).join(' and ')} of ${body}`,
  bracket: (left, op, right) => `one if ${left} ${RELATION[op] ?? op} ${right}, else zero,`,
  transpose: (arg) => `${arg} transposed`,
  matrix: (rows, flat) =>
    `${flat ? 'list' : 'matrix'} ${rows.map((row) => row.join(', ')).join('; next row ')}`,
  derivative: (of, by) => `derivative of ${of} by ${by}`,
  group: bracketed,
};

function bracketed(text: string): string {
  return `open bracket ${text} close bracket`;
}

/** Brackets are said only where something follows that could be taken in. */
function closed(text: string): string {
  return / (plus|minus|times|over) /.test(` ${text} `) ? bracketed(text) : text;
}

/** The tree in words: “f prime of z sub j layer l times sum over k of …”. */
export function printSpeech(node: Expr): string {
  return print(node, speechStyle).replace(/,$/, '');
}
