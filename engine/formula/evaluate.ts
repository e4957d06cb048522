// The value of a tree at a point: one entry (scalars and indices) or whole arrays (matrices).

import { applyDeclared, applyKnown } from './apply.ts';
import type { BoundIndex, BracketNode, Expr } from './ast.ts';
import { OPEN } from './axis.ts';
import { derivative } from './derivative.ts';
import { UndefinedValue } from './field.ts';
import type { BoundAxes } from './indices.ts';
import { linear } from './linear.ts';
import type { Point } from './point.ts';
import { ONE, ZERO } from './rational.ts';

/** A matrix, row by row. */
export interface Tensor<T> {
  readonly rows: number;
  readonly columns: number;
  readonly data: readonly T[];
}

export type IndexValues = ReadonlyMap<string, number>;

/** The value of a formula in entries; `at` gives the free indices, `bound` the axes that checkIndices found. */
export function evaluate<T>(node: Expr, point: Point<T>, at: IndexValues, bound: BoundAxes): T {
  const { field } = point;
  const value = (child: Expr) => evaluate(child, point, at, bound);
  point.tick();
  switch (node.type) {
    case 'number':
      return field.number(node.value);
    case 'euler':
      return field.apply('exp', field.number(ONE));
    case 'name': {
      const meaning = point.model.names.get(node.name);
      if (meaning?.role === 'size') return point.sizeValue(node.name);
      if (meaning?.role === 'short') return value(meaning.tree);
      if (meaning?.role !== 'array') throw new UndefinedValue(`${node.name} is an index, not a number`);
      return point.entry(
        node.name,
        point.layerOf(node),
        node.indices.map((index) => whole(index, point, at)),
      );
    }
    case 'call':
      return call(node, point, at, bound);
    case 'negative':
      return field.negate(value(node.arg));
    case 'binary':
      return binary(node, point, value);
    case 'sum':
      return sum(node, point, at, bound);
    case 'bracket':
      return holds(node, point, at, bound) ? field.number(ONE) : field.number(ZERO);
    case 'derivative':
      return derivative(node, point, at);
    case 'transpose':
    case 'matrix':
      throw new UndefinedValue('is an array, not a number');
  }
}

function binary<T>(node: Extract<Expr, { type: 'binary' }>, point: Point<T>, value: (child: Expr) => T): T {
  const { field } = point;
  switch (node.op) {
    case '+':
      return field.add(value(node.left), value(node.right));
    case '-':
      return field.add(value(node.left), field.negate(value(node.right)));
    case '/':
      return field.divide(value(node.left), value(node.right));
    case '^': {
      const exponent = wholeExponent(node.right);
      // exp(u)^v = exp(uv), which stays exact where v is no whole number.
      if (exponent === null && node.left.type === 'call' && node.left.fn === 'exp')
        return field.apply('exp', field.multiply(value(node.left.args[0] as Expr), value(node.right)));
      return field.power(value(node.left), value(node.right), exponent);
    }
    default:
      return field.multiply(value(node.left), value(node.right));
  }
}

function wholeExponent(node: Expr): number | null {
  if (node.type === 'negative') {
    const size = wholeExponent(node.arg);
    return size === null ? null : -size;
  }
  return node.type === 'number' && node.value.den === 1n ? Number(node.value.num) : null;
}

function call<T>(
  node: Extract<Expr, { type: 'call' }>,
  point: Point<T>,
  at: IndexValues,
  bound: BoundAxes,
): T {
  const { field } = point;
  const value = (child: Expr) => evaluate(child, point, at, bound);
  const first = node.args[0] as Expr;
  if (node.fn === 'softmax' || node.fn === 'logsumexp') return overVector(node, point, at);
  const declared = point.model.names.get(node.fn);
  if (declared?.role === 'function') return applyDeclared(node, declared.is, field, value(first));
  if (node.fn === 'max' || node.fn === 'min')
    return node.args.map(value).reduce((a, b) => (isFirst(node.fn, field.compare(a, b, node)) ? a : b));
  return applyKnown(node.fn, node, field, value(first));
}

/** Of two arguments with this order `max` or `min` takes the first; of equal ones, too, so that max(0, z) has the slope 0 at 0. */
export function isFirst(fn: string, order: number): boolean {
  return fn === 'max' ? order >= 0 : order <= 0;
}

/** softmax_k(s) and logsumexp(s), over the last axis of s. */
function overVector<T>(node: Extract<Expr, { type: 'call' }>, point: Point<T>, at: IndexValues): T {
  const { field } = point;
  const arg = node.args[0] as Expr;
  if (arg.type !== 'name' || point.model.names.get(arg.name)?.role !== 'array')
    throw new UndefinedValue(`takes the ${node.fn} of what is no array`);
  const layer = point.layerOf(arg);
  const fixed = arg.indices.map((index) => whole(index, point, at));
  const lengths = point.lengths(arg.name, layer);
  if (fixed.length !== lengths.length - 1)
    throw new UndefinedValue(`takes the ${node.fn} of what is no array`);
  const powers = Array.from({ length: lengths.at(-1) ?? 0 }, (_, k) =>
    field.apply('exp', point.entry(arg.name, layer, [...fixed, k])),
  );
  const total = powers.reduce((a, b) => field.add(a, b));
  if (node.fn === 'logsumexp') return field.apply('ln', total);
  const k = node.index ? whole(node.index, point, at) : 0;
  const power = powers[k];
  if (power === undefined) throw new UndefinedValue('an index of the softmax leaves its range', 'range');
  return field.divide(power, total);
}

function sum<T>(node: Extract<Expr, { type: 'sum' }>, point: Point<T>, at: IndexValues, bound: BoundAxes): T {
  const { field } = point;
  const inner = new Map(at);
  let total = field.number(ZERO);
  const walk = (i: number): void => {
    const b = node.bound[i];
    if (!b) {
      total = field.add(total, evaluate(node.body, point, inner, bound));
      return;
    }
    const [from, to] = range(b, point, inner, bound);
    for (let k = from; k <= to; k += 1) {
      inner.set(b.name, k);
      walk(i + 1);
    }
  };
  walk(0);
  return total;
}

/** The first and last value of a bound index. `1..K` and `0..K-1` both mean the whole axis; letters that are not declared stand for its size. */
function range<T>(b: BoundIndex, point: Point<T>, at: IndexValues, bound: BoundAxes): [number, number] {
  const axis = bound.get(b) ?? OPEN;
  const size = axis.key === '?' ? null : point.size(axis);
  if (!b.from && !b.to) return [0, (size ?? 0) - 1];
  // The `a` of `i = a-K+1 .. a` is another index, and no size.
  const own = b.own && ![...((b.to && linear(b.to)) ?? [])].some(([name]) => at.has(name));
  const known = (name: string) => at.has(name) || point.model.axes.has(name);
  const letter = (name: string) => {
    if (at.has(name)) return at.get(name) as number;
    if (!own && point.model.axes.has(name)) return point.size({ size: name, layer: null });
    if (size === null) throw new UndefinedValue(`${name} is not known`);
    return size;
  };
  const bounded = (node: Expr | undefined, standard: number) => {
    const form = node && linear(node);
    // `n-k` in letters of the reader's own can only mean the whole axis.
    const strange = form && form.size > 1 && [...form.keys()].some((name) => name !== '' && !known(name));
    if (!form || (strange && [...form.keys()].filter(Boolean).length > 1)) return standard;
    let result = 0;
    for (const [name, n] of form) result += name === '' ? n : n * letter(name);
    return result;
  };
  const from = bounded(b.from, b.to ? 1 : 0);
  const to = bounded(b.to, (size ?? 1) - 1 + from);
  // Where offsets alone say nothing of the axis, 1..K is still all of K.
  const whole = size === null && b.to?.type === 'name' && point.model.axes.has(b.to.name);
  return from === 1 && !b.literal && (whole || to === size) ? [0, to - 1] : [from, to];
}

/** The value of an index expression: i+m, c, K-1. */
export function whole<T>(node: Expr, point: Point<T>, at: IndexValues): number {
  const value = indexValue(node, point, at);
  if (value === null) throw new UndefinedValue('is not an index');
  return value;
}

function indexValue<T>(node: Expr, point: Point<T>, at: IndexValues): number | null {
  switch (node.type) {
    case 'number':
      return node.value.den === 1n ? Number(node.value.num) : null;
    case 'name': {
      if (node.indices.length > 0) return null;
      const known = at.get(node.name);
      if (known !== undefined) return known;
      const role = point.model.names.get(node.name)?.role;
      if (role === 'index') return point.indexValue(node.name);
      return role === 'size' && point.model.axes.has(node.name)
        ? point.size({ size: node.name, layer: null })
        : null;
    }
    case 'negative': {
      const arg = indexValue(node.arg, point, at);
      return arg === null ? null : -arg;
    }
    case 'binary': {
      const left = indexValue(node.left, point, at);
      const right = indexValue(node.right, point, at);
      if (left === null || right === null) return null;
      return node.op === '+'
        ? left + right
        : node.op === '-'
          ? left - right
          : node.op === '*'
            ? left * right
            : null;
    }
    default:
      return null;
  }
}

function holds<T>(node: BracketNode, point: Point<T>, at: IndexValues, bound: BoundAxes): boolean {
  const side = (child: Expr) => evaluate(child, point, at, bound);
  const order = indexOrder(node, point, at) ?? point.field.compare(side(node.left), side(node.right), node);
  return satisfies(node.op, order);
}

/** The sign of left - right where both sides are indices, else null. */
export function indexOrder<T>(node: BracketNode, point: Point<T>, at: IndexValues): number | null {
  const [left, right] = [indexValue(node.left, point, at), indexValue(node.right, point, at)];
  return left === null || right === null ? null : Math.sign(left - right);
}

/** Does a condition hold where left - right has this sign? */
export function satisfies(op: BracketNode['op'], order: number): boolean {
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}
