// Numbers as readers type them: decimals with point or comma, percent, scientific notation.

import type { NumberNode } from './ast.ts';
import {
  addRational,
  divideRational,
  fromDecimal,
  multiplyRational,
  ONE,
  type Rational,
  rational,
  toNumber,
  whole,
} from './rational.ts';
import type { Reader } from './reader.ts';
import { FRACTIONS } from './spelling.ts';

/** Exponents beyond this are refused: no number of the book comes near. */
const LARGEST_EXPONENT = 300;

export function readNumber(r: Reader): NumberNode {
  const token = r.next();
  let text = token.text;
  const comma = r.is(',') && r.peek().tight && r.peek(1).kind === 'number' && r.peek(1).tight;
  if (comma && !r.inList) {
    const whole = [token.span[0], r.peek(1).span[1]] as const;
    const after = r.peek(1).text;
    if (!r.scope.decimalComma)
      r.fail(`Is ${text},${after} one number? Write a decimal point: ${text}.${after}.`, whole);
    if (/e/i.test(text)) r.fail('An exponent is a whole number: a comma has no meaning in it.', whole);
    if (text.includes('.') || after.includes('.'))
      r.fail('A comma and a point in one number have two readings. Use one decimal point only.', whole);
    if (/^\d{3}$/.test(after) && !/^0\d*$/.test(text))
      r.fail(
        `Is ${text},${after} one large number, ${text}${after}, or the decimal ${text}.${after}? Write it without the comma, or with a point.`,
        whole,
      );
    r.next();
    text += `.${r.next().text}`;
  }
  const exponent = Number(/[eE]([+-]?\d+)$/.exec(text)?.[1] ?? 0);
  const digits = text.replace(/[eE].*$/, '').replace('.', '');
  if (Math.abs(exponent) > LARGEST_EXPONENT || digits.length > LARGEST_EXPONENT)
    r.fail('This number is beyond every number of the book.', r.since(token.span[0]));
  const percent = r.take('%');
  const exact = fromDecimal(text);
  const value = percent ? divideRational(exact, whole(100)) : exact;
  const decimal = text.includes('.') || exponent < 0 || percent;
  if (!decimal) return { type: 'number', value: mixed(r, value), span: r.since(token.span[0]) };
  const cut = r.take('...');
  const decimals = (/\.(\d*)/.exec(text)?.[1]?.length ?? 0) - exponent + (percent ? 2 : 0);
  return {
    type: 'number',
    // 0.7310… is cut off and not rounded: the value lies above it.
    value: cut ? addRational(value, divideRational(ONE, multiplyRational(whole(2), power(decimals)))) : value,
    ulp: 0.5 * 10 ** -decimals,
    digits: toNumber(value) === 0 ? decimals : digits.replace(/^0+/, '').length,
    span: r.since(token.span[0]),
  };
}

/** `3½`: a whole number and the fraction that clings to it. */
function mixed(r: Reader, value: Rational): Rational {
  const { text, span, tight } = r.peek();
  const fraction = span[1] - span[0] === 1 ? FRACTIONS[text] : undefined;
  if (!fraction || !tight) return value;
  r.next();
  return addRational(value, rational(...fraction));
}

const power = (decimals: number): Rational => fromDecimal(`1e${decimals}`);
