// Plain text that reads back to the same tree.

import type { Expr, NumberNode } from './ast.ts';
import { print, type Style } from './print.ts';
import { decimalsOf } from './rational.ts';

/** A number as a decimal where it ends, else as a fraction in brackets. */
export function numberText({ value }: Pick<NumberNode, 'value'>): string {
  const { num, den } = value;
  if (den === 1n) return String(num);
  const decimals = decimalsOf(value);
  if (decimals === null || decimals > 40) return `(${num}/${den})`;
  const digits = String((num < 0n ? -num : num) * (10n ** BigInt(decimals) / den)).padStart(
    decimals + 1,
    '0',
  );
  return `${num < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A double in at most `digits` significant digits, without a tail of zeros: 0.731058579. */
export function realText(value: number, digits = 10): string {
  const rounded = Number(value.toPrecision(digits));
  const text = Object.is(rounded, -0) ? '0' : String(rounded);
  return text.replace('e+', 'e');
}

const simple = (text: string) => /^([A-Za-z]|\d+)$/.test(text);

function product(left: string, right: string): string {
  const implicit = /^[A-Za-z[]/.test(right) && !/(^|[^\w}'])e$/.test(left);
  const brackets = right.startsWith('(') && /[)}]$/.test(left);
  return implicit || brackets ? `${left} ${right}` : `${left} * ${right}`;
}

export const textStyle: Style = {
  number: numberText,
  euler: 'e',
  name(name, indices, layer) {
    const letters = indices.every((i) => /^[a-z]$/.test(i));
    const lower =
      indices.length === 0
        ? ''
        : indices.length === 1 && /^[a-z0-9]$/.test(indices[0] ?? '')
          ? `_${indices[0]}`
          : `_{${indices.join(letters ? '' : ',')}}`;
    return `${name}${lower}${layer === null ? '' : simple(layer) ? `^${layer}` : `^{${layer.replace(/ /g, '')}}`}`;
  },
  call: (fn, primes, args, index) =>
    `${fn}${"'".repeat(primes)}${index === null ? '' : simple(index) ? `_${index}` : `_{${index}}`}(${args.join(', ')})`,
  infix: (op, left, right) => (op === '*' ? product(left, right) : `${left} ${op} ${right}`),
  fraction: null,
  stroke: (left, right) => `${left} / ${right}`,
  power: (base, exponent) => `${base}^${simple(exponent) ? exponent : `(${exponent})`}`,
  negative: (arg) => `-${arg}`,
  sum(bound, body) {
    const plain = bound.every((b) => !b.from && !b.to);
    if (plain)
      return `sum_${bound.length === 1 ? bound[0]?.name : `{${bound.map((b) => b.name).join(',')}}`} ${body}`;
    // Bounds are shared by the indices of one sum, so the last one's upper bound is written.
    const upper = bound.find((b) => b.to)?.to ?? '';
    return `sum_{${bound.map((b) => (b.from === null ? b.name : `${b.name}=${b.from}`)).join(',')}}^{${upper}} ${body}`;
  },
  bracket: (left, op, right) => `[${left} ${op} ${right}]`,
  transpose: (arg) => `${arg}^T`,
  matrix: (rows, flat) =>
    flat ? `(${rows[0]?.join(', ')})` : `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`,
  derivative: (of, by) => `d ${of} / d ${by}`,
  group: (inner) => `(${inner})`,
};

/** The tree as plain text: parse(printText(tree)) is the same tree. */
export function printText(node: Expr): string {
  return print(node, textStyle);
}

/** A value for a message: whole numbers as they are, others in six digits. */
export function shownNumber(value: number): string {
  return realText(value, 6);
}
