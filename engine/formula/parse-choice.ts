// A choice in one line: `g if x > 0 else 0`, `g if x > 0, 0 otherwise`, `x > 0 ? g : 0`, `where(x > 0, g, 0)`, and steps.

import { type Comparison, type Expr, some } from './ast.ts';
import { type Case, ofCases } from './cases.ts';
import {
  COMPARISONS,
  ELSE,
  IF,
  isIn,
  looksLikeCondition,
  readComparison,
  readComparisons,
} from './parse-condition.ts';
import { ZERO } from './rational.ts';
import type { Reader } from './reader.ts';

const takeIn = (words: ReadonlySet<string>, r: Reader) => isIn(words, r) && r.next() !== null;

/** True before a word that brings the condition of a case; `for k in range(K)` belongs to a sum. */
export function isIf(r: Reader, ahead = 0): boolean {
  return isIn(IF, r, ahead) && !(r.is('for', ahead) && r.is('in', ahead + 2));
}

/** Takes `otherwise` and its like. */
export const takeElse = (r: Reader): boolean => takeIn(ELSE, r);

/** Takes the words before the condition of a case. */
export function takeIf(r: Reader): void {
  while (isIf(r)) r.next();
}

/** What follows the value of a first case; `value` reads that of a further one. */
export function readChoice(r: Reader, first: Expr, value: (r: Reader) => Expr): Expr {
  const cases: Case[] = [];
  r.with({ inList: true }, () => {
    let here = first;
    for (;;) {
      if (isIf(r)) {
        takeIf(r);
        cases.push({ value: here, condition: readComparisons(r, 'and') });
        refuseBound(cases.at(-1) as Case, r);
      } else if (takeElse(r)) {
        cases.push({ value: here });
        return;
      } else r.fail('Each case needs its condition: g if x > 0, 0 otherwise.', here.span);
      let parted = false;
      while (r.take(',') || r.take(';') || r.take('and')) parted = true;
      if (takeElse(r)) {
        r.take(':');
        cases.push({ value: r.expression() });
        return;
      }
      if (!parted) break;
      here = value(r);
    }
  });
  if (cases.length === 1)
    r.fail('And elsewhere? Add what the value is there: g if x > 0, 0 otherwise.', first.span);
  return ofCases(cases, r.scope);
}

/** The value and the condition in `-a b (k = l)`; null for what is no product that ends with a condition. */
function caseIn(node: Expr): Case | null {
  if (node.type === 'negative') {
    const inner = caseIn(node.arg);
    return inner && { ...inner, value: { ...node, arg: inner.value } };
  }
  const ends = node.type === 'binary' && /^\.?\*$/.test(node.op) && isCondition(node.right);
  return ends ? { value: node.left, condition: node.right } : null;
}

/** True for `a, k = l; b, k != l`: values and conditions by turns, not all of which could be statements. */
export function isCaseList(r: Reader): boolean {
  const signs: string[] = [''];
  let depth = 0;
  for (let ahead = 0; r.peek(ahead).kind !== 'end'; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (depth === 0 && /^[,;]$/.test(text)) signs.push(isIn(ELSE, r, ahead + 1) ? 'else' : '');
    else if (depth === 0 && COMPARISONS.has(text)) signs[signs.length - 1] += text;
  }
  return (
    signs.length > 3 &&
    signs.every((sign, i) => (sign === '') === (i % 2 === 0)) &&
    !/^=*$/.test(signs.join(''))
  );
}

/** The rest of `a, k = l; b, k != l`, or of `a, if k = l; …`, behind a. */
function readCaseList(r: Reader, first: Expr): Expr {
  const cases: Case[] = [];
  let value = first;
  while (r.take(',') || isIn(ELSE, r)) {
    takeIf(r);
    cases.push(takeElse(r) ? { value } : { value, condition: readComparisons(r, 'and') });
    if (!r.take(';') && !r.take(',')) return ofCases(cases, r.scope);
    r.take('and');
    value = r.expression();
  }
  return r.fail('Each case needs its condition: a, k = l; b, k != l.', value.span);
}

/** `a (k = l), b (k != l)`, as in print: `first` is read already. */
export function readPrinted(r: Reader, first: Expr): Expr {
  if (r.is(',') && (COMPARISONS.has(r.peek(2).text) || isIf(r, 1))) return readCaseList(r, first);
  const start = caseIn(first);
  if (!start || !/^(?:[,;]|and)$/.test(r.peek().text)) return first;
  const cases = [start];
  while (r.take(',') || r.take(';') || r.take('and')) {
    const before = takeElse(r);
    r.take(':');
    const value = r.expression();
    const one = before || takeElse(r) ? { value } : caseIn(value);
    if (!one) r.fail('Each case needs its condition: g (x > 0), 0 (x <= 0).', value.span);
    cases.push(one);
  }
  return ofCases(cases, r.scope);
}

/** True at the beginning of `k = l: a, k != l: b` or `if k = l then a else b`, where the conditions come first. */
export function isLed(r: Reader): boolean {
  if (r.end !== 0 || r.inCases) return false;
  const asked = isIf(r);
  let depth = 0;
  let compared = false;
  let cases = 0;
  for (let ahead = 0; r.peek(ahead).kind !== 'end' && depth >= 0; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (depth > 0) continue;
    else if (text === '?' || (text === ';' && cases === 0)) return false;
    else if (COMPARISONS.has(text)) compared = true;
    else if (compared && (text === ':' || text === 'then' || (asked && text === ','))) {
      compared = false;
      cases += 1;
    }
    if (depth === 0 && (cases > 1 || (cases > 0 && isIn(ELSE, r, ahead)))) return true;
  }
  return false;
}

/** Cases whose conditions come first; `value` reads what holds there. */
export function readLed(r: Reader, value: (r: Reader) => Expr): Expr {
  const cases: Case[] = [];
  r.with({ inCases: true, inList: true }, () => {
    while (r.peek().kind !== 'end') {
      const otherwise = takeElse(r);
      takeIf(r);
      const condition = otherwise ? undefined : readComparisons(r, 'and');
      if (!r.take(':') && !r.take('then') && !r.take(',') && !otherwise)
        r.fail('What holds under this condition? Write k = l: a, k != l: b.');
      cases.push({ value: value(r), ...(condition && { condition }) });
      while (r.take(',') || r.take(';') || r.take('and'));
      if (otherwise) return;
    }
  });
  if (cases.length < 2)
    r.fail('And elsewhere? Add what the value is there: g if x > 0, 0 otherwise.', [0, r.end]);
  return ofCases(cases, r.scope);
}

/** `sum_p g_p if z_p > 0 else 0`: the choice belongs into the sum, and brackets have to say so. */
function refuseBound({ value, condition }: Case, r: Reader): void {
  const bound = new Set<string>();
  some(value, (node) => {
    if (node.type === 'sum') for (const { name } of node.bound) bound.add(name);
    return false;
  });
  if (condition && some(condition, (node) => node.type === 'name' && bound.has(node.name)))
    r.fail('Put brackets round what is added up: sum_p (g_p if z_p > 0 else 0).', condition.span);
}

/** True before `x > 0 ? g : 0`. */
export function isTernary(r: Reader): boolean {
  if (!r.asks) return false;
  let depth = 0;
  for (let ahead = 0; r.peek(ahead).kind !== 'end' && depth >= 0; ahead += 1) {
    const { text } = r.peek(ahead);
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    else if (depth === 0 && /^[?:,]$/.test(text)) return text === '?';
  }
  return false;
}

/** `x > 0 ? g : 0`; `side` reads a side of the comparison. */
export function readTernary(r: Reader, side: (r: Reader) => Expr): Expr {
  const start = r.peek().span[0];
  const condition = r.with({ inCondition: true, inBars: false }, () => readComparison(r, false, side));
  if (!r.take('?') || !isCondition(condition))
    return r.fail('A condition was expected before the “?”.', r.since(start));
  const value = r.expression();
  if (!r.take(':')) r.fail('A “:” was expected: x > 0 ? g : 0.');
  return ofCases([{ value, condition }, { value: r.expression() }], r.scope);
}

/** A comparison, or several that have to hold together. */
function isCondition(node: Expr): boolean {
  return (
    node.type === 'bracket' || (node.type === 'binary' && isCondition(node.left) && isCondition(node.right))
  );
}

const zeroAt = ({ span }: Expr): Expr => ({ type: 'number', value: ZERO, span });

const compared = (left: Expr, op: Comparison): Expr => ({
  type: 'bracket',
  op,
  left,
  right: zeroAt(left),
  span: left.span,
});

type Build = (r: Reader, args: readonly Expr[], start: number) => Expr | null;

const step: Build = (r, [x, atZero]) => {
  if (!x) return null;
  const up = compared(x, '>');
  return atZero ? ofCases([{ value: atZero, condition: compared(x, '=') }, { value: up }], r.scope) : up;
};

const sign: Build = (_, [x, more]) =>
  x && !more
    ? { type: 'binary', op: '-', left: compared(x, '>'), right: compared(x, '<'), span: x.span }
    : null;

const where: Build = (r, [condition, value, other, more]) =>
  condition && value && other && !more && isCondition(condition)
    ? ofCases([{ value, condition }, { value: other }], r.scope)
    : null;

/** `int(x > 0)`: what holds is 1 already. */
const truth: Build = (_, [condition, more]) =>
  condition && !more && isCondition(condition) ? condition : null;

/** How a number is kept: `float64(0.25)`. */
const number: Build = (_, [value, more]) => (value && !more ? value : null);

/** Functions that decide. A step is 0 at 0, unless a second argument says what it is there. */
const DECIDING: ReadonlyMap<string, Build> = new Map([
  ...['H', 'Theta', 'theta', 'step', 'heaviside', 'Heaviside'].map((name) => [name, step] as const),
  ...['sign', 'sgn', 'signum'].map((name) => [name, sign] as const),
  ...['where', 'ifelse'].map((name) => [name, where] as const),
  ...['int', 'bool'].map((name) => [name, truth] as const),
  ...['float', 'double', 'tensor', 'print'].map((name) => [name, number] as const),
]);

/** `where(c, a, b)`, `H(x)`, `sign(x)`, `int(x > 0)`; null for any other word. */
export function readDeciding(r: Reader): Expr | null {
  const { text, span } = r.peek();
  const build = DECIDING.get(text);
  if (!build || !r.is('(', 1) || r.scope.names.has(text)) return null;
  r.next();
  const node = build(r, readArguments(r), span[0]);
  if (!node)
    return r.fail(
      `${text} is read as ${build === where ? `${text}(x > 0, g, 0)` : `${text}(x)`}.`,
      r.since(span[0]),
    );
  return { ...node, span: r.since(span[0]) };
}

/** Arguments in brackets; each may be a condition. */
export function readArguments(r: Reader): Expr[] {
  return r.bracketed(() => readList(r));
}

/** Formulas and conditions with commas between them. */
export function readList(r: Reader): Expr[] {
  const list: Expr[] = [];
  do {
    const inCondition = looksLikeCondition(r, 0, ',');
    list.push(r.with({ inList: true, inBars: false, inCondition }, () => readComparisons(r, '&', true)));
  } while (r.take(','));
  return list;
}
