// The smallest complete parts of a formula: numbers, brackets, fractions, sums, calls; names are read in parse-name.ts.

import type { Expr } from './ast.ts';
import { readCall } from './parse-call.ts';
import { readDeciding } from './parse-choice.ts';
import {
  conditionOr,
  ELSE,
  IF,
  indicatorAfterOne,
  looksLikeCondition,
  readCondition,
  readIndicator,
} from './parse-condition.ts';
import { readEinsum } from './parse-einsum.ts';
import { checkRows, readEnvironment } from './parse-environment.ts';
import { isKronecker } from './parse-kronecker.ts';
import { readName } from './parse-name.ts';
import { readNumber } from './parse-number.ts';
import { readBeside, readProgramCall } from './parse-program.ts';
import { isCounted, readCounted } from './parse-reduce.ts';
import { hasSlice, readSliceSum } from './parse-slice.ts';
import { isLoop, readSum } from './parse-sum.ts';
import { rational } from './rational.ts';
import type { Reader } from './reader.ts';
import { FRACTIONS, FUNCTIONS } from './spelling.ts';

const NO_ATOM = new Set(['Transposed', 'Over', 'end', 'newline', 'in', 'then', 'and', ...IF, ...ELSE]);

/** True where the next token can begin an atom, so that a product without a sign goes on. */
export function startsAtom(r: Reader): boolean {
  const { kind, text } = r.peek();
  if (kind === 'number') return true;
  if (kind === 'word') return !NO_ATOM.has(text) || r.scope.names.has(text);
  return text === '(' || text === '[' || text === '{' || (text === '|' && !r.inBars);
}

export function readAtom(r: Reader): Expr {
  const token = r.peek();
  if (token.kind === 'number') return indicatorAfterOne(r, readNumber(r));
  if (token.kind === 'word') return readWord(r);
  switch (token.text) {
    case '(':
      return readParenthesis(r);
    case '[':
      return readSquare(r);
    case '{':
      if (r.is('begin', 1) && !isClosed(r)) {
        r.next();
        return readEnvironment(r, true);
      }
      return indicatorAfterOne(
        r,
        r.bracketed(() =>
          r.with({ inBars: false, inList: false }, () => conditionOr(r, () => r.expression())),
        ),
      );
    case '|': {
      const arg = r.bracketed(() => r.with({ inBars: true }, () => r.expression()));
      return { type: 'call', fn: 'abs', primes: 0, args: [arg], span: r.since(token.span[0]) };
    }
    default:
      return missing(r);
  }
}

/** Whether the brace that stands here is closed anywhere. */
function isClosed(r: Reader): boolean {
  let depth = 0;
  for (let ahead = 0; r.peek(ahead).kind !== 'end'; ahead += 1) {
    depth += r.is('{', ahead) ? 1 : r.is('}', ahead) ? -1 : 0;
    if (depth === 0) return true;
  }
  return false;
}

function missing(r: Reader): never {
  const { text, kind, span } = r.peek();
  if (kind === 'end') {
    if (r.end === 0) r.fail('Nothing is typed yet.');
    r.fail('The formula stops too early: something is missing at its end.', [Math.max(0, r.end - 1), r.end]);
  }
  if (/^[)\]}|]$/.test(text)) r.fail(`Something is missing before this “${text}”.`);
  if (text === '^' || text === '_') r.fail(`There is nothing before this “${text}” that it could stand at.`);
  if (text === '.') r.fail('A point without digits is not a number.', span);
  r.fail(`Something is missing before “${text}”.`);
}

function readWord(r: Reader): Expr {
  const token = r.peek();
  const fraction = FRACTIONS[token.text];
  if (fraction && token.span[1] - token.span[0] === 1) {
    r.next();
    return { type: 'number', value: rational(...fraction), span: token.span };
  }
  switch (r.scope.names.has(token.text) ? '' : token.text) {
    case 'Sum':
    case 'SUM':
      if (!r.is('_', 1)) break;
      return readSum(r);
    case 'mean':
    case 'sum':
      if (isCounted(r)) return readCounted(r);
      if (r.is('(', 1) && r.scope.notation === 'entries' && (r.whole ? !isLoop(r, 1) : hasSlice(r)))
        return readSliceSum(r);
      if (token.text === 'mean' && !r.is('_', 1)) break;
      return readSum(r);
    case 'frac':
      return readFraction(r);
    case 'begin':
      return readEnvironment(r);
    case 'partial':
    case 'nabla':
      return r.fail('A derivative is left undone here: give its value.');
    case 'Infinity':
    case 'infinity':
    case 'NaN':
    case 'inf':
    case 'nan':
      return r.fail(`${token.text} is not a number.`);
    case 'Indicator':
    case 'chi':
    case 'I':
      if (isKronecker(r)) return readName(r);
      if (r.is('(', 1) || r.is('[', 1) || r.is('{', 1) || r.is('_', 1)) {
        r.next();
        return readIndicator(r, token.span[0]);
      }
  }
  const beside = readBeside(r);
  if (beside) return beside;
  if (FUNCTIONS[token.text] && !r.scope.names.has(token.text)) return readCall(r);
  if (token.text === 'einsum' && r.is('(', 1)) return readEinsum(r);
  return readDeciding(r) ?? readProgramCall(r) ?? readName(r);
}

function readFraction(r: Reader): Expr {
  const start = r.next().span[0];
  const part = (): Expr => {
    const token = r.peek();
    if (r.is('{')) {
      if (r.is('}', 1)) r.fail('One part of the fraction is empty.', [token.span[0], r.peek(1).span[1]]);
      return r.bracketed(() => r.with({ inBars: false, inList: false }, () => r.expression()));
    }
    if (token.kind === 'number' && /^\d+$/.test(token.text)) {
      const digit = r.takeStart(1);
      return { type: 'number', value: rational(BigInt(digit.text)), span: digit.span };
    }
    if (token.kind === 'word') return r.atom();
    return r.fail('A fraction needs two parts: \\frac{above}{below}.');
  };
  const left = part();
  const right = part();
  return { type: 'binary', op: '/', left, right, span: r.since(start) };
}

function readParenthesis(r: Reader): Expr {
  const start = r.peek().span[0];
  if (looksLikeCondition(r, 1))
    return withSpan(
      r.bracketed(() => readCondition(r)),
      start,
      r,
    );
  if (r.scope.notation === 'entries')
    return withSpan(
      r.bracketed(() => r.with({ inBars: false, inList: false }, () => r.expression())),
      start,
      r,
    );
  const items: Expr[] = [];
  r.bracketed(() =>
    r.with({ inBars: false, inList: true }, () => {
      do items.push(r.expression());
      while (r.take(',') || r.take(';'));
    }),
  );
  if (items.length === 1) return withSpan(items[0] as Expr, start, r);
  return { type: 'matrix', rows: [items], flat: true, span: r.since(start) };
}

/** Brackets widen the place of what they hold, so that a message marks them too. */
function withSpan(node: Expr, start: number, r: Reader): Expr {
  return { ...node, span: r.since(start) };
}

function readSquare(r: Reader): Expr {
  const start = r.peek().span[0];
  const inner = r.bracketed(() =>
    r.with({ inBars: false }, () => (looksLikeCondition(r) ? readCondition(r) : readRows(r))),
  );
  if (!Array.isArray(inner)) return withSpan(inner as Expr, start, r);
  if (inner.length === 1 && !Array.isArray(inner[0])) return withSpan(inner[0] as Expr, start, r);
  if (r.scope.notation !== 'entries') {
    const flat = !inner.some((row) => Array.isArray(row));
    const rows = flat ? [inner as Expr[]] : (inner as Expr[][]);
    checkRows(rows, r, start);
    if (rows.flat().some(Array.isArray)) r.fail('A matrix has no rows inside its rows.', r.since(start));
    return { type: 'matrix', rows, flat, span: r.since(start) };
  }
  return r.fail('One formula was expected, not a list.', r.since(start));
}

/** `[1, 2]`, `[[1, 2], [3, 4]]`, and `[1, 2; 3, 4]`, where semicolons end rows. */
function readRows(r: Reader): (Expr | Expr[])[] {
  return r.with({ inList: true }, () => {
    const lines: (Expr | Expr[])[][] = [];
    do {
      const line: (Expr | Expr[])[] = [];
      do {
        // `[[k = l]]`, the bracket of Iverson
        if (r.is('[') && !looksLikeCondition(r, 1)) line.push(r.bracketed(() => readRows(r)) as Expr[]);
        else line.push(r.expression());
      } while (r.take(','));
      lines.push(line);
    } while (r.take(';'));
    const single = lines.length === 1 || lines.every((line) => line.length === 1);
    return single ? lines.flat() : (lines as Expr[][]);
  });
}
