// Indices and layers: small whole-number expressions such as i+m, l-1, k.

import type { Expr, Span } from './ast.ts';
import { capitalSize, takeNumbered } from './parse-numbered.ts';
import { readSlice, slide } from './parse-slice.ts';
import { rational } from './rational.ts';
import type { Reader } from './reader.ts';

/** A sum of letters and whole numbers: `i+m`, `H-1`, `2i`. Letters that run together are not a product. */
export function readIndexExpression(r: Reader): Expr {
  const start = r.peek().span[0];
  let left = readSigned(r);
  while (r.is('+') || r.is('-')) {
    const op = r.next().text as '+' | '-';
    const right = readProduct(r);
    left = { type: 'binary', op, left, right, span: [start, right.span[1]] };
  }
  return left;
}

function readSigned(r: Reader): Expr {
  const start = r.peek().span[0];
  if (!r.take('-')) return readProduct(r);
  const arg = readProduct(r);
  return { type: 'negative', arg, span: [start, arg.span[1]] };
}

function readProduct(r: Reader): Expr {
  const first = readIndexAtom(r);
  const times = r.take('*') || (first.type === 'number' && r.peek().kind === 'word' && !isTransposed(r));
  if (!times) return first;
  const right = readIndexAtom(r);
  return { type: 'binary', op: '*', left: first, right, span: [first.span[0], right.span[1]] };
}

/** The T of `W^{l+1\top}`. */
const isTransposed = (r: Reader) => r.is('Transposed') || (r.is('T') && !r.scope.names.has('T'));

/** One letter or whole number: all of an index that stands without braces, as in `u_0 + u_1 o`. */
export function readIndexAtom(r: Reader): Expr {
  const token = r.peek();
  if (token.kind === 'number') {
    r.next();
    if (!/^\d{1,6}$/.test(token.text)) r.fail('An index is a whole number.', token.span);
    return { type: 'number', value: rational(BigInt(token.text)), span: token.span };
  }
  if (token.kind === 'word') {
    // The size O1 may be written O_1 or o1.
    const capital = capitalSize(r);
    if (capital) r.rename(0, capital);
    const name = r.peek().text;
    const numbered = takeNumbered(r, name);
    if (numbered) return { type: 'name', name: numbered, indices: [], span: r.since(token.span[0]) };
    r.next();
    const digits = r.peek();
    if (digits.kind === 'number' && digits.tight && r.scope.names.has(name + digits.text)) {
      r.next();
      return { type: 'name', name: name + digits.text, indices: [], span: r.since(token.span[0]) };
    }
    return { type: 'name', name: token.text, indices: [], span: token.span };
  }
  if (r.is('(')) return r.bracketed(() => readIndexExpression(r));
  if (r.is(':') && r.scope.notation === 'entries') return readSlice(r);
  return r.fail('An index was expected here.');
}

/** The comma list in `x_{i+m,j+n}`; letters that stand together, `W_{kj}`, are an index each. */
export function readIndexList(r: Reader): Expr[] {
  const list: Expr[] = [];
  do {
    const before = list.length;
    const index = readIndexExpression(r);
    if (r.is(':') && r.scope.notation === 'entries') {
      r.next();
      list.push(slide(r, index, readIndexExpression(r), before));
      continue;
    }
    list.push(...splitLetters(index, r));
    for (;;) {
      // `(i+m)(j+n)`: brackets part two indices as a comma does.
      const apart = r.is('(') && r.source[r.end - 1] === ')';
      if (!apart && r.peek().kind !== 'word' && r.peek().kind !== 'number') break;
      if (!apart && list.length - before === 1 && list[before]?.type === 'binary')
        r.fail('Put a comma between these indices: x_{i+m,j+n}.');
      list.push(...splitLetters(readIndexExpression(r), r));
    }
  } while (r.take(','));
  return list;
}

/** The letters of a word, each with its primes and its place. */
export function lettersIn(text: string, start: number): { name: string; span: Span }[] {
  return [...text.matchAll(/[A-Za-z]'*/g)].map(({ 0: name, index }) => ({
    name,
    span: [start + index, start + index + name.length],
  }));
}

/** `kj` is k and j, unless a name of two letters was declared. `11` stays a number. */
function splitLetters(index: Expr, r: Reader): Expr[] {
  if (
    index.type === 'binary' &&
    index.left.type === 'name' &&
    lettersIn(index.left.name, 0).length > 1 &&
    !r.scope.names.has(index.left.name)
  )
    r.fail('Put a comma between these indices: x_{i+m,j+n}.', index.span);
  if (index.type !== 'name' || r.scope.names.has(index.name)) return [index];
  return lettersIn(index.name, index.span[0]).map((letter) => ({ type: 'name', indices: [], ...letter }));
}
