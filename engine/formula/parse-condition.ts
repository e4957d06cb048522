// Conditions: [k=l], 1{k=l}, \mathbb{1}_{k=l} are 1 where the comparison holds and 0 elsewhere.

import type { Comparison, Expr } from './ast.ts';
import { children } from './ast.ts';
import type { Reader } from './reader.ts';
import { nearest } from './scope.ts';

/** Words that bring the condition of a case, and words that bring what holds elsewhere. */
export const IF: ReadonlySet<string> = new Set(['if', 'when', 'for', 'falls', 'wenn', 'si', 'pour']);
export const ELSE: ReadonlySet<string> = new Set(['else', 'otherwise', 'elsewhere', 'sonst', 'sinon']);

/** True before one of these words, where the exercise has no name like it. */
export function isIn(words: ReadonlySet<string>, r: Reader, ahead = 0): boolean {
  const { text, kind } = r.peek(ahead);
  return kind === 'word' && words.has(text.toLowerCase()) && !r.scope.names.has(text);
}

export const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '>', '<=', '>=']);

/** `inner`, or the condition that it is the left side of. */
export function conditionOr(r: Reader, inner: () => Expr): Expr {
  if (!looksLikeCondition(r)) return inner();
  return readCondition(r);
}

/** Looks ahead to the closing bracket for a comparison at this level, from the token at `from` on. */
export function looksLikeCondition(r: Reader, from = 0, until = ''): boolean {
  let depth = 0;
  let compared = false;
  for (let ahead = from; ahead <= from + 400; ahead += 1) {
    const { text, kind } = r.peek(ahead);
    // `(x > 0 ? g : 0)` is no condition.
    if (depth === 0 && text === '?') return false;
    if (kind === 'end' || (depth === 0 && (text === until || isIn(IF, r, ahead)))) return compared;
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) {
      if (depth === 0) return compared;
      depth -= 1;
    } else if (depth === 0 && COMPARISONS.has(text)) compared = true;
    if (compared && !r.asks) return true;
  }
  return compared;
}

/** One comparison, or several with commas between them, all of which have to hold. */
export function readCondition(r: Reader): Expr {
  return readComparisons(r, ',');
}

/** Comparisons with a sign between them; with `anything` a formula without one, too. */
export function readComparisons(r: Reader, between: ',' | 'and' | '&', anything = false): Expr {
  return r.with({ inCondition: r.inCondition || !anything, inList: true, inBars: false }, () => {
    let all = readComparison(r, anything);
    // A comma at the end of a row of cases is punctuation.
    while (r.is(between) && !r.is('newline', 1) && !r.is('end', 1)) {
      // `a for k = l and b for k != l`: the next case.
      if (between === 'and' && !looksLikeCondition(r, 1, ',')) break;
      r.next();
      const next = readComparison(r, anything);
      const op = r.scope.notation === 'entries' ? '*' : '.*';
      all = { type: 'binary', op, left: all, right: next, span: [all.span[0], next.span[1]] };
    }
    return all;
  });
}

/** One comparison; `side` reads a side of it. */
export function readComparison(
  r: Reader,
  anything: boolean,
  side = (from: Reader) => from.expression(),
): Expr {
  const left = side(r);
  const op = r.peek().text;
  if (!COMPARISONS.has(op)) {
    if (anything || left.type === 'bracket') return left;
    r.fail('A condition such as k = l was expected here.');
  }
  r.next();
  const right = side(r);
  const sides = [left, right].flatMap((side) => standingIn(side));
  const index = sides.find((node) => node.type === 'name' && isLetter(node.name, r));
  if (index && sides.some((node) => node !== index && !(node.type === 'name' && isCount(node.name, r))))
    r.fail('An index is compared with an index, [k = l], and a number with a number.', [
      left.span[0],
      right.span[1],
    ]);
  for (const side of sides) refuseUnknown(side, /[<>]/.test(op), r);
  return { type: 'bracket', op: op as Comparison, left, right, span: [left.span[0], right.span[1]] };
}

/** `[Z > 0]` where z is a number of the exercise, and `[K = l]` where K is a size that is not lent out. */
function refuseUnknown(side: Expr, ordered: boolean, r: Reader): void {
  const { names, hidden } = r.scope;
  if (side.type !== 'name' || names.has(side.name)) return;
  const numbers = [...names.keys()].filter((name) => /array|short/.test(names.get(name)?.role ?? ''));
  const meant = ordered ? nearest(side.name, numbers) : null;
  if (meant) r.fail(`There is no ${side.name} in this exercise. Did you mean ${meant}?`, side.span);
  if (hidden?.get(side.name)?.role === 'size') r.fail(`${side.name} is not to be used here.`, side.span);
}

/** The names and functions that a side is worked out from; what is an index of an array is none. */
function standingIn(node: Expr): Expr[] {
  if (node.type === 'name' || node.type === 'call' || node.type === 'sum') return [node];
  return children(node).flatMap(standingIn);
}

const isLetter = (name: string, { scope }: Reader) =>
  !scope.names.has(name) || scope.names.get(name)?.role === 'index';
const isCount = (name: string, r: Reader) => isLetter(name, r) || r.scope.names.get(name)?.role === 'size';

/** 1[k=l], 1{k=l}, 1_{k=l}, and \mathbb{1}(k=l): the 1 is part of the sign, not a factor. */
export function indicatorAfterOne(r: Reader, node: Expr): Expr {
  const one = node.type === 'number' && node.value.num === 1n && node.value.den === 1n;
  if (!one) return node;
  if (r.is('_')) return readIndicator(r, node.span[0]);
  if (r.is('(') && looksLikeCondition(r, 1)) return readIndicator(r, node.span[0]);
  return node;
}

/** What follows the sign of an indicator: `_{k=l}`, `[k=l]`, `(k=l)`. */
export function readIndicator(r: Reader, start: number): Expr {
  r.take('_');
  if (!(r.is('{') || r.is('[') || r.is('('))) r.fail('A condition in brackets was expected: 1[k = l].');
  const node = readBracketedCondition(r);
  return { ...node, span: r.since(start) };
}

/** One pair of brackets round a condition, or more of them: \mathbf{1}_{\{k=l\}}. */
function readBracketedCondition(r: Reader): Expr {
  return r.bracketed(() =>
    /^[([{]$/.test(r.peek().text) && !looksLikeCondition(r) ? readBracketedCondition(r) : readCondition(r),
  );
}
