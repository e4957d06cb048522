// From text to tree: sums, products and powers; atoms and names have files of their own.

import type { BinaryOp, Expr, Span } from './ast.ts';
import { ReadFault } from './fault.ts';
import { readAtom, startsAtom } from './parse-atom.ts';
import {
  isCaseList,
  isIf,
  isLed,
  isTernary,
  readChoice,
  readLed,
  readPrinted,
  readTernary,
} from './parse-choice.ts';
import { readIndexExpression } from './parse-index.ts';
import { fitsEntries, fitsNone, fitsProduct, isMethod, outerProduct, readMethod } from './parse-program.ts';
import { readCountedBehind } from './parse-reduce.ts';
import { readPicked, refuseOpenSlice, sliceProduct, sliceSum } from './parse-slice.ts';
import { printText } from './print-text.ts';
import { type Levels, Reader } from './reader.ts';
import type { Scope } from './scope.ts';

const LEVELS: Levels = { expression, term, power, atom: readAtom };

/**
 * Reads one formula. Throws a ReadFault with a span where the text cannot be read or has two readings.
 * `1/2x` is read from left to right; `-z^2` is -(z^2); a sum reaches to the next + or -.
 */
export function parse(source: string, scope: Scope): Expr {
  const r = new Reader(source, scope, LEVELS);
  if (r.peek().kind === 'end') throw new ReadFault('Nothing is typed yet.', [0, source.length]);
  if (!isLed(r) && !isCaseList(r)) refuseEquation(r);
  const tree = readPrinted(r, r.expression());
  const rest = r.peek();
  if (rest.kind !== 'end') r.fail(unexpected(rest.text, r));
  refuseOpenSlice(r, tree);
  return tree;
}

/** Whether a text is made of cases, so that the signs of their conditions say what is equal to nothing else. */
export function isMadeOfCases(source: string, scope: Scope): boolean {
  try {
    const r = new Reader(source, scope, LEVELS);
    return isLed(r) || isCaseList(r);
  } catch (error) {
    if (error instanceof ReadFault) return false;
    throw error;
  }
}

/** `dL/dw = …`: only the right-hand side is asked for. */
function refuseEquation(r: Reader): void {
  let depth = 0;
  let sign: Span | null = null;
  let bound = false;
  for (let ahead = 0; r.peek(ahead).kind !== 'end'; ahead += 1) {
    const { text, span } = r.peek(ahead);
    if (/^([([{]|begin)$/.test(text)) depth += 1;
    else if (/^([)\]}]|end)$/.test(text)) depth -= 1;
    else if (depth === 0 && (text === '?' || isIf(r, ahead))) return;
    else if (text === '_' && depth === 0) bound = r.is('=', ahead + 2) && r.is('^', ahead + 4);
    else if (text === '=' && depth === 0 && !bound) sign ??= span;
    else if (text === '^') bound = false;
  }
  if (sign) r.fail('Type only what stands to the right of the “=”.', sign);
}

/** Reads an index or a layer by itself, `l-1`. */
export function parseIndex(source: string, scope: Scope): Expr {
  const r = new Reader(source, scope, LEVELS);
  const tree = readIndexExpression(r);
  if (r.peek().kind !== 'end') r.fail(unexpected(r.peek().text, r));
  return tree;
}

function unexpected(text: string, r: Reader): string {
  if (text === '=') return 'Type only what stands to the right of the “=”.';
  if (/[<>]|!=/.test(text))
    return 'A condition belongs in brackets: [x > 0] is 1 where it holds and 0 elsewhere.';
  if (/[)\]}]/.test(text)) return `This “${text}” closes a bracket that was never opened.`;
  if (text === ',' || text === ';')
    return 'A comma has no meaning here. Write a decimal point, and brackets round the indices: x_{i+m,j+n}.';
  if (text === '...' || text === '..') return 'Dots have no meaning here. Write a sum: sum_k.';
  if (text === "'") return "A prime may only stand at a function, as in f'(z).";
  if (text === '_') return 'A lower index may only stand at the name of an array.';
  if (r.scope.notation === 'entries' && text === '&') return 'A “&” has no meaning here.';
  return `“${text}” was not expected here.`;
}

function binary(op: BinaryOp, left: Expr, right: Expr): Expr {
  return { type: 'binary', op, left, right, span: [left.span[0], right.span[1]] };
}

/** A sum, and what only LaTeX and programs put behind one: `a \\over b`, `a if x > 0 else b`, `x > 0 ? a : b`. */
function expression(r: Reader): Expr {
  if (isLed(r)) return readLed(r, sum);
  if (isTernary(r)) return readTernary(r, sum);
  const left = sum(r);
  if (r.take('Over')) return binary('/', left, sum(r));
  if (!r.inCases && isIf(r)) return readChoice(r, left, sum);
  return left;
}

function sum(r: Reader): Expr {
  let left = signed(r, hadamard);
  while (r.is('+') || r.is('-')) {
    const sign = r.next();
    // `--` may be a dash, too.
    if (r.is('+') || (sign.text === '-' && r.is('-') && r.peek().tight))
      r.fail('Two signs stand side by side.', [sign.span[0], r.peek().span[1]]);
    left = binary(sign.text as '+' | '-', left, signed(r, hadamard));
  }
  return left;
}

/** What a sum ranges over: everything up to the next + or -, with a sign of its own. */
function term(r: Reader): Expr {
  return signed(r, hadamard);
}

function signed(r: Reader, level: (r: Reader) => Expr): Expr {
  const start = r.peek().span[0];
  if (r.take('+')) {
    // `+-1` may be both.
    if (r.is('-') && r.peek().tight) r.fail('Two signs stand side by side.', [start, r.peek().span[1]]);
    return signed(r, level);
  }
  if (!r.take('-')) return level(r);
  if (r.is('+')) r.fail('Two signs stand side by side.', [start, r.peek().span[1]]);
  const arg = signed(r, level);
  return { type: 'negative', arg, span: [start, arg.span[1]] };
}

/** The product entry by entry binds looser than the matrix product: f'(z) .* W^T delta. */
function hadamard(r: Reader): Expr {
  let left = product(r);
  for (;;) {
    if (r.is('⊗')) {
      const sign = r.next();
      left = outerProduct(r, left, product(r), sign.span);
      continue;
    }
    if (!(r.is('.*') || (r.scope.star && !r.program && !r.dotted && r.is('*')))) return left;
    r.next();
    left = binary(r.scope.notation === 'entries' ? '*' : '.*', left, product(r));
  }
}

function product(r: Reader): Expr {
  return productFrom(r, power(r));
}

function productFrom(r: Reader, first: Expr): Expr {
  let left = first;
  for (;;) {
    if (r.is('@')) {
      const { span } = r.next();
      const right = signed(r, power);
      const product =
        r.scope.notation === 'entries' ? sliceProduct(r, left, right) : binary('*', left, right);
      left =
        product ??
        r.fail('“@” multiplies whole arrays; here single entries are asked for, with their indices.', span);
    } else if (r.is('*') && r.scope.star && !r.program && (r.dotted || r.source[r.peek().span[0]] !== '*')) {
      // Where `*` goes entry by entry, a dot is the product that fits.
      r.next();
      const right = signed(r, product);
      left = binary(fitsProduct(r, left, right) ? '*' : '.*', left, right);
    } else if (r.is('/') || (r.is('*') && (r.program || !r.scope.star))) {
      const op = r.next().text as '*' | '/';
      const right = signed(r, power);
      if (op === '*' && fitsNone(r, left, right)) return entryByEntry(r, left, right);
      left = binary(op === '*' && (r.program || fitsEntries(r, left, right)) ? '.*' : op, left, right);
    } else if (startsAtom(r)) {
      const next = r.peek();
      if (next.kind === 'number' && left.span[1] === r.end && /[\d.%]/.test(r.source[left.span[1] - 1] ?? ''))
        r.fail('Two numbers stand side by side. Write * between them, or leave the space out.');
      const right = power(r);
      if (next.text === 'frac' && left.span[1] === next.span[0]) refuseMixed(left, right, r);
      left = binary('*', left, right);
    } else return left;
  }
}

/** `f'(z) * W^T d`, whose first two factors fit in no way: entry by entry with the product of all the others, if that fits. */
function entryByEntry(r: Reader, left: Expr, right: Expr): Expr {
  const rest = productFrom(r, right);
  if (rest !== right && fitsEntries(r, left, rest)) return binary('.*', left, rest);
  const first = binary(r.program ? '.*' : '*', left, right);
  const onto = (node: Expr): Expr =>
    node.type === 'binary' && node !== right ? binary(node.op, onto(node.left), node.right) : first;
  return onto(rest);
}

/** `3\\frac12` is three and a half to some, three halves to others. */
function refuseMixed(left: Expr, right: Expr, r: Reader): void {
  const isWhole = (node: Expr) => node.type === 'number' && node.value.den === 1n && node.ulp === undefined;
  if (right.type === 'binary' && isWhole(left) && isWhole(right.left) && isWhole(right.right))
    r.fail('Is this a number and a fraction added, or multiplied? Write + or * between them.', [
      left.span[0],
      right.span[1],
    ]);
}

function power(r: Reader): Expr {
  const start = r.peek().span[0];
  let base = r.atom();
  for (;;) {
    if ((r.is("'") || r.is('Transposed')) && r.scope.notation !== 'entries') {
      r.next();
      base = { type: 'transpose', arg: base, span: r.since(start) };
    } else if (r.is('.dot') && (r.whole || r.scope.notation !== 'entries')) {
      r.next();
      const right = r.atom();
      base = (r.whole && sliceProduct(r, base, right)) || binary('*', base, right);
    } else if ((r.is('.sum') || r.is('.mean')) && r.is(')', 2)) {
      const word = r.next().text.slice(1);
      [r.next(), r.next()];
      base = sliceSum(r, word, base, r.since(start));
    } else if (r.is('.sum') || r.is('.mean')) {
      base = readCountedBehind(r, base);
    } else if (isMethod(r)) {
      base = readMethod(r, base);
    } else if (r.is('[') && r.sliced) {
      const picked = readPicked(r, base);
      if (!picked) return base;
      base = picked;
    } else if (r.is('^') || r.is('.^')) {
      base = raised(r, base, start);
    } else return base;
  }
}

function raised(r: Reader, base: Expr, start: number): Expr {
  const each = r.next().text === '.^' && r.scope.notation !== 'entries';
  if (takeTransposed(r)) return { type: 'transpose', arg: base, span: r.since(start) };
  const exponent = readExponent(r, base);
  if ((r.is('^') || r.is('.^')) && !(r.is('T', 1) || r.is('Transposed', 1)))
    r.fail('A power of a power has two readings. Write (a^b)^c or a^(b^c).');
  if ((each || r.program) && printText(exponent) === '2') return binary('.*', base, base);
  if (base.type === 'euler') {
    return { type: 'call', fn: 'exp', primes: 0, args: [exponent], span: r.since(start) };
  }
  return { type: 'binary', op: '^', left: base, right: exponent, span: r.since(start) };
}

function takeTransposed(r: Reader): boolean {
  if (r.scope.notation === 'entries') return false;
  if (r.take("'")) return true;
  if (isTransposed(r, 0)) {
    if (r.is('Transposed')) r.next();
    else r.takeStart(1);
    return true;
  }
  if (r.is('{') && isTransposed(r, 1) && r.is('}', 2)) {
    r.next();
    r.next();
    r.next();
    return true;
  }
  return false;
}

/** T, \\top, and the T of `W^TX`. */
function isTransposed(r: Reader, ahead: number): boolean {
  if (r.is('t', ahead) || r.is('tr', ahead)) return !r.scope.names.has(r.peek(ahead).text);
  return r.is('Transposed', ahead) || (/^T[A-Za-z]*$/.test(r.peek(ahead).text) && !r.scope.names.has('T'));
}

function readExponent(r: Reader, base: Expr): Expr {
  if (r.is('{') || r.is('(')) return r.bracketed(() => r.with({ inBars: false }, () => r.expression()));
  const first = r.peek();
  if (r.is('-', 1) && r.is('-')) r.fail('Two signs stand side by side.');
  if (r.is('+') || (r.is('-') && !r.peek(1).tight && r.peek(1).kind !== 'end'))
    r.fail('An exponent is missing after “^”.', [first.span[0] - 1, first.span[1]]);
  const sign = r.take('-') ? '-' : '';
  if (r.is('sum')) r.fail('Put brackets round an exponent that is a sum.');
  if (!startsAtom(r)) r.fail('An exponent is missing after “^”.', [first.span[0] - 1, first.span[1]]);
  const start = r.peek();
  const value = r.atom();
  const follower = r.peek();
  const number = start.kind === 'number';
  // e^2z and 2^nx have two readings; e^2 z is no better, because e^2 is hardly ever meant.
  const runsOn = follower.tight && follower.kind === 'word';
  if (startsAtom(r) && (base.type === 'euler' ? number || runsOn : base.type === 'number' && runsOn)) {
    const head = r.source.slice(base.span[0], r.end);
    r.fail(
      `Where does the exponent end? Write ${head.replace('^', '^(')}${follower.text}…) or ${head} * ${follower.text}….`,
      [base.span[0], follower.span[1]],
    );
  }
  return sign === '-' ? { type: 'negative', arg: value, span: [first.span[0], value.span[1]] } : value;
}
