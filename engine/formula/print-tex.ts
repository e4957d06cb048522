// TeX for KaTeX, from the same walk as the plain text.

import type { Expr } from './ast.ts';
import { print, type Style } from './print.ts';
import { numberText, realText } from './print-text.ts';
import { decimalsOf } from './rational.ts';

const GREEK =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega|Delta|Phi|Sigma)$/;
const FUNCTION: Record<string, string> = {
  tanh: '\\tanh',
  exp: '\\exp',
  ln: '\\ln',
  max: '\\max',
  min: '\\min',
  sinh: '\\sinh',
  cosh: '\\cosh',
  coth: '\\coth',
  sin: '\\sin',
  cos: '\\cos',
  sigma: '\\sigma',
};
const RELATION: Record<string, string> = { '!=': '\\ne', '<=': '\\le', '>=': '\\ge' };

/** A name as TeX: `delta`, `yhat`, `W1`. */
export function nameTex(name: string): string {
  const [, letters = name, digits = ''] = /^([A-Za-z]+?)(\d*)$/.exec(name) ?? [];
  const hat = /^([A-Za-z])hat$/.exec(letters);
  const base = hat
    ? `\\hat{${hat[1]}}`
    : GREEK.test(letters)
      ? `\\${letters}`
      : letters.length === 1
        ? letters
        : `\\mathit{${letters}}`;
  return digits ? `${base}_{${digits}}` : base;
}

function functionTex(fn: string): string {
  return FUNCTION[fn] ?? (fn.length === 1 || GREEK.test(fn) ? nameTex(fn) : `\\operatorname{${fn}}`);
}

/** Brackets as high as what they hold. TeX puts a gap before high ones, unless they stand in braces. */
function bracketed(inner: string): string {
  return /frac|\\(sum|left|begin|sqrt)/.test(inner) ? `{\\left(${inner}\\right)}` : `(${inner})`;
}

export const texStyle: Style = {
  number: (node) =>
    decimalsOf(node.value) === null ? `\\tfrac{${node.value.num}}{${node.value.den}}` : numberText(node),
  euler: 'e',
  name(name, indices, layer) {
    const tex = nameTex(name);
    const apart = indices.some((i) => i.length > 1);
    const lower = indices.length > 0 ? indices.join(apart ? ',' : '') : '';
    const digits = /_\{(\d+)\}$/.exec(tex)?.[1];
    const base = digits && lower ? tex.replace(/_\{\d+\}$/, '') : tex;
    const sub = digits && lower ? `_{${digits},${lower}}` : lower ? `_{${lower}}` : '';
    return `${base}${sub}${layer === null ? '' : `^{${layer}}`}`;
  },
  call(fn, primes, args, index) {
    if (fn === 'exp' && args[0] !== undefined && args[0].length < 24 && !args[0].includes('\\frac'))
      return `e^{${args[0]}}`;
    if (fn === 'sqrt') return `\\sqrt{${args[0]}}`;
    if (fn === 'abs') return `\\left|${args[0]}\\right|`;
    const lower = index === null ? '' : `_{${index}}`;
    return `${functionTex(fn)}${"'".repeat(primes)}${lower}${bracketed(args.join(', '))}`;
  },
  infix(op, left, right) {
    if (op === '.*') return `${left} \\odot ${right}`;
    if (op !== '*') return `${left} ${op} ${right}`;
    if (/^\d/.test(right)) return `${left} \\cdot ${right}`;
    return /^-?[\d.]+$/.test(left) ? `${left} ${right}` : `${left}\\, ${right}`;
  },
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  stroke: (left, right) => `${left} / ${right}`,
  power: (base, exponent) => `${/^e\^\{/.test(base) ? bracketed(base) : base}^{${exponent}}`,
  negative: (arg) => `-${arg}`,
  sum(bound, body) {
    const upper = bound.find((b) => b.to)?.to;
    const lower = bound.map((b) => (b.from === null ? b.name : `${b.name}=${b.from}`)).join(',');
    return `\\sum_{${lower}}${upper ? `^{${upper}}` : ''} ${body}`;
  },
  bracket: (left, op, right) => `[${left} ${RELATION[op] ?? op} ${right}]`,
  transpose: (arg) => `${arg}^{\\mathsf{T}}`,
  matrix: (rows, flat) =>
    flat
      ? bracketed(rows[0]?.join(', ') ?? '')
      : `\\begin{pmatrix}${rows.map((row) => row.join(' & ')).join(rowGap(rows))}\\end{pmatrix}`,
  derivative: (of, by) => `\\frac{\\partial ${of}}{\\partial ${by}}`,
  group: bracketed,
};

/** A new row; a fraction fills the height of its own, and needs some air. */
const rowGap = (rows: readonly (readonly string[])[]): string =>
  rows.flat().some((cell) => cell.includes('frac')) ? ' \\\\[0.3em] ' : ' \\\\ ';

/** The tree as TeX, for KaTeX. */
export function printTex(node: Expr): string {
  return print(node, texStyle);
}

/** A double for a sentence: few digits, and a power of ten written out. */
export function realTex(value: number, digits: number): string {
  return realText(value, digits).replace(/e(-?\d+)$/, ' \\cdot 10^{$1}');
}
