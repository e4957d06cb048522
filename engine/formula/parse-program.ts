// What formulas have in programs: functions of two arrays, `np.outer(a, b)`, and sums over a range, `sum(… for k in …)`.

import type { Expr, Span } from './ast.ts';
import { FitFault } from './fault.ts';
import { readArguments } from './parse-choice.ts';
import { sliceProduct } from './parse-slice.ts';
import { ONE } from './rational.ts';
import type { Reader } from './reader.ts';
import { type Shape, shapeOf } from './shapes.ts';
import { FUNCTIONS } from './spelling.ts';

type Build = (r: Reader, a: Expr, b: Expr, span: Span) => Expr;

const turned = (arg: Expr): Expr => ({ type: 'transpose', arg, span: arg.span });

const operation =
  (op: '*' | '.*' | '+' | '-' | '/'): Build =>
  (r, left, right, span) => ({
    type: 'binary',
    op: op === '.*' && r.scope.notation === 'entries' ? '*' : op,
    left,
    right,
    span,
  });

/** In entries the product of two slices adds up what they run over. */
const product: Build = (r, left, right, span) =>
  (r.scope.notation === 'entries' && sliceProduct(r, left, right)) || operation('*')(r, left, right, span);

const power: Build = (r, base, exponent, span) =>
  r.program && exponent.type === 'number' && exponent.value.num === 2n && exponent.value.den === 1n
    ? { type: 'binary', op: '.*', left: base, right: base, span }
    : { type: 'binary', op: '^', left: base, right: exponent, span };

/** Functions of two arguments that are operators elsewhere. */
const OF_TWO: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['outer', (r, a, b, span) => outerProduct(r, a, b, span, true)],
  ['dot', product],
  ['matmul', product],
  ['mm', product],
  ['multiply', operation('.*')],
  ['mul', operation('.*')],
  ['add', operation('+')],
  ['subtract', operation('-')],
  ['sub', operation('-')],
  ['divide', operation('/')],
  ['div', operation('/')],
  ['power', power],
  ['pow', power],
]);

const OF_ONE: ReadonlyMap<string, (r: Reader, arg: Expr, span: Span) => Expr> = new Map<
  string,
  (r: Reader, arg: Expr, span: Span) => Expr
>([
  ['transpose', (_: Reader, arg: Expr) => turned(arg)],
  ['array', (_: Reader, arg: Expr) => arg],
  ['negative', (_: Reader, arg: Expr, span: Span) => ({ type: 'negative', arg, span })],
  ['square', (r: Reader, arg: Expr, span: Span) => operation(r.program ? '.*' : '*')(r, arg, arg, span)],
]);

/** `log1p(x)` and `expm1(x)`, which are ln(1 + x) and e^x - 1. */
const beside =
  (fn: 'ln' | 'exp') =>
  (_: Reader, x: Expr, span: Span): Expr => {
    const one: Expr = { type: 'number', value: ONE, span };
    const call = (arg: Expr): Expr => ({ type: 'call', fn, primes: 0, args: [arg], span });
    return fn === 'ln'
      ? call({ type: 'binary', op: '+', left: one, right: x, span })
      : { type: 'binary', op: '-', left: call(x), right: one, span };
  };

const BESIDE: Readonly<Record<string, (r: Reader, x: Expr, span: Span) => Expr>> = {
  log1p: beside('ln'),
  expm1: beside('exp'),
};

/** The words that make up `log1p` or `expm1` before a bracket; 0 where neither stands. */
function besideLength(r: Reader): number {
  const at = (ahead: number) => (r.peek(ahead).tight ? r.peek(ahead).text : '');
  if (r.is('log') && at(1) === '1' && at(2) === 'p' && r.is('(', 3)) return 3;
  return r.is('expm') && at(1) === '1' && r.is('(', 2) ? 2 : 0;
}

/** `log1p(x)` and `expm1(x)`; null for anything else. */
export function readBeside(r: Reader): Expr | null {
  const length = besideLength(r);
  if (length === 0) return null;
  const start = r.peek().span[0];
  let name = '';
  for (let i = 0; i < length; i += 1) name += r.next().text;
  const [arg, ...more] = readArguments(r);
  if (!arg || more.length > 0) r.fail(`${name} takes one argument.`, r.since(start));
  return BESIDE[name]?.(r, arg, r.since(start)) as Expr;
}

/** Functions of more than one number, which say nothing behind one. */
const OF_MORE = /^(?:max|min|softmax|logsumexp)$/;

/** True before a function that is written behind its argument: `z.tanh()`, `z.pow(2)`. */
export const isMethod = (r: Reader): boolean => /^\.[a-z]/.test(r.peek().text) && !r.is('.dot');

/** The rest of `z.tanh()` or `z.pow(2)` behind `z`. */
export function readMethod(r: Reader, base: Expr): Expr {
  const sign = r.next();
  const name = sign.text.slice(1);
  const [none, two] = [r.is(')', 1), OF_TWO.get(name)];
  const args = none ? [] : readArguments(r);
  if (none) [r.next(), r.next()];
  const span: Span = [base.span[0], r.end];
  const one = OF_ONE.get(name) ?? BESIDE[name];
  const fn = FUNCTIONS[name];
  if (!two && !one && (!fn || OF_MORE.test(fn)))
    r.fail(`${name} is not read behind its argument: write it before, with brackets.`, sign.span);
  if (args.length !== Number(two !== undefined))
    r.fail(`${name} takes ${two ? 'one argument' : 'no argument'} here.`, span);
  if (two) return two(r, base, args[0] as Expr, span);
  if (one) return one(r, base, span);
  return { type: 'call', fn: fn as string, primes: 0, args: [base], span };
}

/** `outer(a, b)` and its like; null for any other word. */
export function readProgramCall(r: Reader): Expr | null {
  const { text, span } = r.peek();
  // `t(X)` is R's transpose; of single entries there is none.
  const turns = text === 't' && r.scope.notation !== 'entries';
  const [two, one] = [OF_TWO.get(text), OF_ONE.get(turns ? 'transpose' : text)];
  if ((!two && !one) || !r.is('(', 1) || r.scope.names.has(text)) return null;
  r.next();
  const args = readArguments(r);
  const [a, b] = args;
  if (args.length !== (two ? 2 : 1) || !a)
    r.fail(`${text} takes ${two ? 'two arguments' : 'one argument'}.`, r.since(span[0]));
  const whole = r.since(span[0]);
  return two ? two(r, a, b as Expr, whole) : (one as NonNullable<typeof one>)(r, a, whole);
}

const isOne = (shape: Shape, i: 0 | 1) => shape[i].key === '1';

/** The outer product of two vectors. Where both are of one axis, ⊗ might be the product entry by entry. */
export function outerProduct(r: Reader, left: Expr, right: Expr, sign: Span, named = false): Expr {
  if (r.scope.notation === 'entries')
    r.fail('⊗ multiplies whole vectors; write * between single entries.', sign);
  const [a, b] = [left, right].map((node) => shapeIn(node, r)) as [Shape | null, Shape | null];
  if (!a || !b) return { type: 'binary', op: '*', left, right, span: [left.span[0], right.span[1]] };
  const vectors = [a, b].every((shape) => isOne(shape, 0) || isOne(shape, 1));
  const long = ([rows, columns]: Shape) => (columns.key === '1' ? rows : columns).key;
  if (!vectors || (!named && long(a) === long(b)))
    r.fail(
      'Is ⊗ the product entry by entry, or the outer product? Write .* for the one, a b^T for the other.',
      sign,
    );
  return {
    type: 'binary',
    op: '*',
    left: isOne(a, 1) ? left : turned(left),
    right: isOne(b, 0) ? right : turned(right),
    span: [left.span[0], right.span[1]],
  };
}

/** Whether two whole arrays make a product of matrices. */
export function fitsProduct(r: Reader, left: Expr, right: Expr): boolean {
  const [a, b] = [left, right].map((node) => shapeIn(node, r));
  return Boolean(a && b && a[1].key === b[0].key);
}

/** Whether two whole arrays make a product entry by entry only. */
export function fitsEntries(r: Reader, left: Expr, right: Expr): boolean {
  if (r.scope.notation !== 'matrix') return false;
  const [a, b] = [left, right].map((node) => shapeIn(node, r));
  return Boolean(a && b && a[1].key !== b[0].key && a[0].key === b[0].key && a[1].key === b[1].key);
}

/** Whether two whole arrays, none of them a number, make no product of either kind. */
export function fitsNone(r: Reader, left: Expr, right: Expr): boolean {
  if (r.scope.notation !== 'matrix') return false;
  const shapes = [left, right].map((node) => shapeIn(node, r));
  if (!shapes.every((shape) => shape && !(isOne(shape, 0) && isOne(shape, 1)))) return false;
  return !fitsProduct(r, left, right) && !fitsEntries(r, left, right);
}

/** The shape; null where it does not fit, which is said later. */
function shapeIn(node: Expr, r: Reader): Shape | null {
  try {
    return shapeOf(node, r.scope.names);
  } catch (error) {
    if (error instanceof FitFault) return null;
    throw error;
  }
}
