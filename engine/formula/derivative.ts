// Derivatives on a model: the name below the line is held as a variable; the value above it is run with a trace and walked back.

import type { Expr, NameNode } from './ast.ts';
import { evaluate, type IndexValues, type Tensor, whole } from './evaluate.ts';
import { evaluateMatrix } from './evaluate-matrix.ts';
import { UndefinedValue } from './field.ts';
import { checkIndices } from './indices.ts';
import { Point } from './point.ts';
import { ZERO } from './rational.ts';
import { slopesOf, type Traced, tracedField } from './traced-field.ts';

type DerivativeNode = Extract<Expr, { type: 'derivative' }>;

/** A point run again with numbers that leave a trace, and the derivatives walked back so far. */
interface Trace<T> {
  readonly point: Point<Traced<T>>;
  readonly slopes: Map<Traced<T>, Map<Traced<T>, T>>;
}

/** The trace of a point lasts as long as the work on one formula. */
function traceOf<T>(point: Point<T>): Trace<T> {
  const known = point.root.trace as Trace<T> | null;
  if (known) return known;
  const field = tracedField(point.field);
  const { derive: _, override: __, ...options } = point.root.options;
  const traced = new Point<Traced<T>>(point.model, {
    ...options,
    field,
    draw: (seed, key, domain) => field.apart({ value: options.draw(seed, key, domain), order: 0, from: [] }),
    override: (_key, make) => field.apart(make()),
  });
  const trace: Trace<T> = { point: traced, slopes: new Map() };
  point.root.trace = trace;
  return trace;
}

/** d of / d by for single entries, at the index values given. */
export function derivative<T>(node: DerivativeNode, point: Point<T>, at: IndexValues): T {
  const { name, indices } = node.by;
  if (point.model.names.get(name)?.role !== 'array')
    throw new UndefinedValue(`${name} is no variable of the model`);
  const places = indices.map((index) => whole(index, point, at));
  const layer = point.layerOf(node.by);
  if (point.options.derive) {
    const value = point.entry(name, layer, places);
    return point.options.derive(valueFor(node.of, point, at), value);
  }
  const trace = traceOf(point);
  let traced = trace.point;
  for (const [letter, value] of point.options.layers ?? []) traced = traced.withLayer(letter, value);
  const by = traced.entry(name, layer, places);
  const of = valueFor(node.of, traced, at);
  let slopes = trace.slopes.get(of);
  if (!slopes) {
    slopes = slopesOf(of, point.field);
    trace.slopes.set(of, slopes);
  }
  return slopes.get(by) ?? point.field.number(ZERO);
}

function valueFor<T>(of: Expr, point: Point<T>, at: IndexValues): T {
  if (isWhole(of, point)) return evaluateMatrix(of, point).data[0] as T;
  const free = new Map([...at].map(([letter]) => [letter, null]));
  return evaluate(of, point, at, checkIndices(of, point.model.names, free));
}

function isWhole<T>(of: Expr, point: Point<T>): boolean {
  if (of.type !== 'name' || of.indices.length > 0) return false;
  // A size or a name that stands for a formula has no entries.
  if (point.model.names.get(of.name)?.role !== 'array') return false;
  return point.lengths(of.name, point.layerOf(of)).length > 0;
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
