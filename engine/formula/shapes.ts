// The shape check of formulas in whole arrays: every value is a matrix; a vector is a column, a number is 1 x 1.

import type { Expr, Span } from './ast.ts';
import { axesOf, type ResolvedAxis } from './axis.ts';
import { FitFault } from './fault.ts';
import { printTex } from './print-tex.ts';
import type { Meaning } from './scope.ts';

type Names = ReadonlyMap<string, Meaning>;
export type Shape = readonly [rows: ResolvedAxis, columns: ResolvedAxis];

const sized = (n: number): ResolvedAxis => ({ size: String(n), layer: null, key: String(n) });
const ONE = sized(1);
const SCALAR: Shape = [ONE, ONE];

const isOne = (axis: ResolvedAxis) => axis.key === '1';
export const isScalar = (shape: Shape) => isOne(shape[0]) && isOne(shape[1]);
const same = (a: ResolvedAxis, b: ResolvedAxis) => a.key === b.key || a.key === '?' || b.key === '?';
const sameShape = (a: Shape, b: Shape) => same(a[0], b[0]) && same(a[1], b[1]);

/** A shape for a message, typeset: `$n^{l+1} \\times n^{l}$`. */
export function shapeText([rows, columns]: Shape): string {
  const text = ({ key }: ResolvedAxis) => key.replace(/^([A-Za-z]+)(\d+)/, '$1_{$2}');
  return `$${text(rows)} \\times ${text(columns)}$`;
}

/** The shape of a tree in whole arrays; throws a FitFault that names both shapes where two do not fit. */
export function shapeOf(node: Expr, names: Names): Shape {
  const shape = (child: Expr) => shapeOf(child, names);
  switch (node.type) {
    case 'number':
    case 'euler':
      return SCALAR;
    case 'bracket':
      return entrywise([shape(node.left), shape(node.right)], 'A condition', node.span);
    case 'name': {
      const meaning = names.get(node.name);
      if (meaning?.role === 'short') return shape(meaning.tree);
      if (meaning?.role !== 'array' || node.indices.length > 0) return SCALAR;
      const [rows = ONE, columns = ONE] = axesOf(node, meaning);
      return [rows, columns];
    }
    case 'call': {
      const arg = entrywise(node.args.map(shape), node.fn, node.span);
      if (node.index || node.fn === 'logsumexp') return SCALAR;
      return node.fn === 'diag' ? [arg[0], arg[0]] : arg;
    }
    case 'negative':
      return shape(node.arg);
    case 'transpose': {
      const [rows, columns] = shape(node.arg);
      return [columns, rows];
    }
    case 'sum':
      return shape(node.body);
    case 'matrix':
      return matrixShape(node);
    case 'binary':
      return binaryShape(node, shape(node.left), shape(node.right));
    case 'derivative':
      return shape(node.by);
  }
}

/** The shape of what compares arrays entry by entry; numbers go with any shape. */
function entrywise(all: readonly Shape[], what: string, span: Span): Shape {
  const arg = all.find((one) => !isScalar(one)) ?? (all[0] as Shape);
  const other = all.find((one) => !isScalar(one) && !sameShape(one, arg));
  if (!other) return arg;
  throw new FitFault(
    'shape',
    `${what} compares entry by entry, but the shapes are ${shapeText(arg)} and ${shapeText(other)}.`,
    span,
  );
}

function matrixShape(node: Extract<Expr, { type: 'matrix' }>): Shape {
  const columns = node.rows[0]?.length ?? 0;
  return node.flat ? [sized(columns), ONE] : [sized(node.rows.length), sized(columns)];
}

function binaryShape(node: Extract<Expr, { type: 'binary' }>, left: Shape, right: Shape): Shape {
  // Nothing is printed before something has to be said.
  const fail = (what: string): never => {
    const shapes = `$${printTex(node.left)}$ is ${shapeText(left)}, $${printTex(node.right)}$ is ${shapeText(right)}`;
    throw new FitFault('shape', `${shapes}: ${what}`, node.span, node);
  };
  switch (node.op) {
    case '+':
    case '-':
      if (isScalar(left)) return right;
      if (isScalar(right) || sameShape(left, right)) return left;
      return fail(`they cannot be ${node.op === '+' ? 'added' : 'subtracted'}.`);
    case '.*':
      if (isScalar(left)) return right;
      if (isScalar(right) || sameShape(left, right)) return left;
      return fail('the product entry by entry needs two equal shapes.');
    case '*':
      if (isScalar(left)) return right;
      if (isScalar(right)) return left;
      if (same(left[1], right[0])) return [left[0], right[1]];
      return fail('a product needs as many columns on the left as rows on the right.');
    case '/':
      if (isScalar(right)) return left;
      return fail('no division by an array is needed here.');
    case '^':
      if (!isScalar(right)) return fail('an exponent is a number.');
      if (isScalar(left)) return left;
      return fail('a power of a whole array has two readings. Write A A, or A .* A.');
  }
}
