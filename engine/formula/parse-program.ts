// What formulas have in programs: functions of two arrays, `np.outer(a, b)`, and sums over a range, `sum(… for k in …)`.

import type { Expr, Span } from './ast.ts';
import { FitFault } from './fault.ts';
import { readArguments } from './parse-choice.ts';
import type { Reader } from './reader.ts';
import { type Shape, shapeOf } from './shapes.ts';

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

const power: Build = (r, base, exponent, span) =>
  r.program && exponent.type === 'number' && exponent.value.num === 2n && exponent.value.den === 1n
    ? { type: 'binary', op: '.*', left: base, right: base, span }
    : { type: 'binary', op: '^', left: base, right: exponent, span };

/** Functions of two arguments that are operators elsewhere. */
const OF_TWO: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['outer', (r, a, b, span) => outerProduct(r, a, b, span, true)],
  ['dot', operation('*')],
  ['matmul', operation('*')],
  ['mm', operation('*')],
  ['multiply', operation('.*')],
  ['mul', operation('.*')],
  ['add', operation('+')],
  ['subtract', operation('-')],
  ['divide', operation('/')],
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

/** `outer(a, b)` and its like; null for any other word. */
export function readProgramCall(r: Reader): Expr | null {
  const { text, span } = r.peek();
  const [two, one] = [OF_TWO.get(text), OF_ONE.get(text)];
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

/** The shape; null where it does not fit, which is said later. */
function shapeIn(node: Expr, r: Reader): Shape | null {
  try {
    return shapeOf(node, r.scope.names);
  } catch (error) {
    if (error instanceof FitFault) return null;
    throw error;
  }
}
