// Numbers of a run as a reader meets them: a few digits, powers of ten as such.

import { inThrees } from './threes.ts';

/** As TeX, two significant digits: `0.57`, `1300`, `2.7 \cdot 10^{-19}`. */
export function measuredTex(value: number, digits = 2): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e5) return inThrees(String(value));
  if (size >= 1e5 || size < 1e-3) {
    const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
    return `${mantissa} \\cdot 10^{${Number(exponent)}}`;
  }
  return inThrees(String(Number(value.toPrecision(digits))));
}

/** The same inside a sentence of a verdict. */
export function numberWords(value: number): string {
  return `$${measuredTex(value)}$`;
}
