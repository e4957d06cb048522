// The value of a tree in whole arrays: every value is a matrix, a number is 1 x 1.

import { applyDeclared, applyKnown } from './apply.ts';
import type { BracketNode, Expr } from './ast.ts';
import { derivative, derivativeMatrix } from './derivative.ts';
import { evaluate, indexOrder, isFirst, satisfies, type Tensor } from './evaluate.ts';
import { UndefinedValue } from './field.ts';
import type { Point } from './point.ts';
import { ONE, ZERO } from './rational.ts';

const NO_INDICES = new Map<string, number>();

/** The value of a formula in whole arrays; shapeOf has found its shapes to fit. */
export function evaluateMatrix<T>(node: Expr, point: Point<T>): Tensor<T> {
  const { field } = point;
  const value = (child: Expr) => evaluateMatrix(child, point);
  const scalar = (v: T): Tensor<T> => ({ rows: 1, columns: 1, data: [v] });
  point.tick();
  switch (node.type) {
    case 'name': {
      const meaning = point.model.names.get(node.name);
      if (meaning?.role === 'short') return value(meaning.tree);
      if (meaning?.role !== 'array' || node.indices.length > 0)
        return scalar(evaluate(node, point, NO_INDICES, new Map()));
      return point.whole(node.name, point.layerOf(node));
    }
    case 'call':
      return call(node, point);
    case 'negative':
      return map(value(node.arg), (a) => field.negate(a));
    case 'transpose':
      return transpose(value(node.arg));
    case 'matrix':
      return matrix(node, point);
    case 'binary':
      return binary(node, point);
    case 'bracket':
      return condition(node, point);
    case 'derivative':
      return node.by.indices.length > 0
        ? scalar(derivative(node, point, NO_INDICES))
        : derivativeMatrix(node, point);
    default:
      return scalar(evaluate(node, point, NO_INDICES, new Map()));
  }
}

/** A condition on arrays holds or not entry by entry. */
function condition<T>(node: BracketNode, point: Point<T>): Tensor<T> {
  const { field } = point;
  const truth = (order: number) => field.number(satisfies(node.op, order) ? ONE : ZERO);
  const order = indexOrder(node, point, NO_INDICES);
  if (order !== null) return { rows: 1, columns: 1, data: [truth(order)] };
  const [left, right] = [evaluateMatrix(node.left, point), evaluateMatrix(node.right, point)];
  return entrywise(left, right, (a, b) => truth(field.compare(a, b, node)));
}

function map<T>(a: Tensor<T>, change: (value: T) => T): Tensor<T> {
  return { ...a, data: a.data.map(change) };
}

function transpose<T>({ rows, columns, data }: Tensor<T>): Tensor<T> {
  const turned: T[] = [];
  for (let j = 0; j < columns; j += 1)
    for (let i = 0; i < rows; i += 1) turned.push(data[i * columns + j] as T);
  return { rows: columns, columns: rows, data: turned };
}

function matrix<T>(node: Extract<Expr, { type: 'matrix' }>, point: Point<T>): Tensor<T> {
  const entries = node.rows.flatMap((row) => row.map((entry) => evaluateMatrix(entry, point)));
  if (entries.some((e) => e.data.length !== 1)) throw new UndefinedValue('has an array as an entry');
  const data = entries.map((e) => e.data[0] as T);
  const columns = node.rows[0]?.length ?? 0;
  return node.flat ? { rows: columns, columns: 1, data } : { rows: node.rows.length, columns, data };
}

function call<T>(node: Extract<Expr, { type: 'call' }>, point: Point<T>): Tensor<T> {
  const { field } = point;
  const args = node.args.map((arg) => evaluateMatrix(arg, point));
  const a = args[0] as Tensor<T>;
  if (node.fn === 'diag') return diagonal(a, field.number(ZERO));
  if (node.fn === 'softmax' || node.fn === 'logsumexp') return overRows(node, a, point);
  const declared = point.model.names.get(node.fn);
  if (declared?.role === 'function') return map(a, (v) => applyDeclared(node, declared.is, field, v));
  if (node.fn === 'max' || node.fn === 'min')
    return args.reduce((x, y) =>
      entrywise(x, y, (u, v) => (isFirst(node.fn, field.compare(u, v, node)) ? u : v)),
    );
  return map(a, (v) => applyKnown(node.fn, node, field, v));
}

function diagonal<T>(a: Tensor<T>, zero: T): Tensor<T> {
  const n = a.data.length;
  return {
    rows: n,
    columns: n,
    data: Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? (a.data[i % n] as T) : zero)),
  };
}

/** softmax of a vector, or of each row of a matrix. */
function overRows<T>(node: Extract<Expr, { type: 'call' }>, a: Tensor<T>, point: Point<T>): Tensor<T> {
  const { field } = point;
  const powers = map(a, (v) => field.apply('exp', v));
  const length = a.columns === 1 ? a.rows : a.columns;
  const totals: T[] = [];
  for (let start = 0; start < powers.data.length; start += length)
    totals.push(powers.data.slice(start, start + length).reduce((x, y) => field.add(x, y)));
  if (node.fn === 'logsumexp')
    return { rows: totals.length, columns: 1, data: totals.map((t) => field.apply('ln', t)) };
  return { ...powers, data: powers.data.map((p, i) => field.divide(p, totals[Math.floor(i / length)] as T)) };
}

function entrywise<T>(a: Tensor<T>, b: Tensor<T>, combine: (x: T, y: T) => T): Tensor<T> {
  if (a.data.length === 1) return map(b, (y) => combine(a.data[0] as T, y));
  if (b.data.length === 1) return map(a, (x) => combine(x, b.data[0] as T));
  if (a.rows !== b.rows || a.columns !== b.columns)
    throw new UndefinedValue(`combines shapes ${a.rows} x ${a.columns} and ${b.rows} x ${b.columns}`);
  return { ...a, data: a.data.map((x, i) => combine(x, b.data[i] as T)) };
}

function binary<T>(node: Extract<Expr, { type: 'binary' }>, point: Point<T>): Tensor<T> {
  const { field } = point;
  if (node.op === '^') return { rows: 1, columns: 1, data: [evaluateScalarPower(node, point)] };
  const a = evaluateMatrix(node.left, point);
  const b = evaluateMatrix(node.right, point);
  switch (node.op) {
    case '+':
      return entrywise(a, b, (x, y) => field.add(x, y));
    case '-':
      return entrywise(a, b, (x, y) => field.add(x, field.negate(y)));
    case '/':
      return entrywise(a, b, (x, y) => field.divide(x, y));
    case '.*':
      return entrywise(a, b, (x, y) => field.multiply(x, y));
    default:
      if (a.data.length === 1 || b.data.length === 1) return entrywise(a, b, (x, y) => field.multiply(x, y));
      return multiply(a, b, point);
  }
}

function evaluateScalarPower<T>(node: Extract<Expr, { type: 'binary' }>, point: Point<T>): T {
  return evaluate(node, point, NO_INDICES, new Map());
}

function multiply<T>(a: Tensor<T>, b: Tensor<T>, point: Point<T>): Tensor<T> {
  const { field } = point;
  if (a.columns !== b.rows)
    throw new UndefinedValue(`multiplies shapes ${a.rows} x ${a.columns} and ${b.rows} x ${b.columns}`);
  const data: T[] = [];
  for (let i = 0; i < a.rows; i += 1)
    for (let j = 0; j < b.columns; j += 1) {
      let total = field.number(ZERO);
      for (let k = 0; k < a.columns; k += 1) {
        point.tick();
        total = field.add(
          total,
          field.multiply(a.data[i * a.columns + k] as T, b.data[k * b.columns + j] as T),
        );
      }
      data.push(total);
    }
  return { rows: a.rows, columns: b.columns, data };
}
