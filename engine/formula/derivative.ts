// Derivatives on a model: the name below the line is held as a variable, and what follows from it is run again with slopes.

import type { Expr, NameNode } from './ast.ts';
import { type Dual, dualField, seeded } from './dual-field.ts';
import { evaluate, type IndexValues, type Tensor, whole } from './evaluate.ts';
import { evaluateMatrix } from './evaluate-matrix.ts';
import type { Field } from './field.ts';
import { checkIndices } from './indices.ts';
import { entryKey, Point } from './point.ts';
import { ZERO } from './rational.ts';

type DerivativeNode = Extract<Expr, { type: 'derivative' }>;

const FIELDS = new WeakMap<object, object>();

function dualOf<T>(field: Field<T>): Field<Dual<T>> {
  let dual = FIELDS.get(field) as Field<Dual<T>> | undefined;
  if (!dual) {
    dual = dualField(field);
    FIELDS.set(field, dual);
  }
  return dual;
}

/** The same point over dual numbers, with the slope 1 at one entry. */
function variedAt<T>(point: Point<T>, key: string, value: T): Point<Dual<T>> {
  const { field } = point;
  const { derive: _, override: __, ...options } = point.options;
  const zero = field.number(ZERO);
  return new Point<Dual<T>>(point.model, {
    ...options,
    field: dualOf(field),
    draw: (seed, k, domain) => ({ value: options.draw(seed, k, domain), slope: zero }),
    override: (k, make) => (k === key ? seeded(field, value) : make()),
  });
}

/** d of / d by for single entries, at the index values given. */
export function derivative<T>(node: DerivativeNode, point: Point<T>, at: IndexValues): T {
  const { name, indices } = node.by;
  const layer = point.layerOf(node.by);
  const places = indices.map((index) => whole(index, point, at));
  const value = point.entry(name, layer, places);
  if (point.options.derive) return point.options.derive(valueFor(node.of, point, at), value);
  const varied = variedAt(point, entryKey(name, layer, places), value);
  return valueFor(node.of, varied, at).slope;
}

function valueFor<T>(of: Expr, point: Point<T>, at: IndexValues): T {
  if (isWhole(of, point)) return evaluateMatrix(of, point).data[0] as T;
  const free = new Map([...at].map(([letter]) => [letter, null]));
  return evaluate(of, point, at, checkIndices(of, point.model.names, free));
}

function isWhole<T>(of: Expr, point: Point<T>): boolean {
  return (
    of.type === 'name' && of.indices.length === 0 && point.lengths(of.name, point.layerOf(of)).length > 0
  );
}

/** d of / d by for a number `of` and a whole array `by`: an array of the shape of `by`. */
export function derivativeMatrix<T>(node: DerivativeNode, point: Point<T>): Tensor<T> {
  const layer = point.layerOf(node.by);
  const lengths = point.lengths(node.by.name, layer);
  const [rows = 1, columns = 1] = lengths;
  const data: T[] = [];
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const by: NameNode = { ...node.by, indices: [i, j].slice(0, lengths.length).map(numberNode) };
      data.push(derivative({ ...node, by }, point, new Map()));
    }
  return { rows, columns, data };
}

function numberNode(n: number): Expr {
  return { type: 'number', value: { num: BigInt(n), den: 1n }, span: [0, 0] };
}
