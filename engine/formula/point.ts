// One point of a model: sizes of the axes, and a number for every entry of every name, worked out when asked for.

import type { Expr, NameNode } from './ast.ts';
import type { ResolvedAxis } from './axis.ts';
import { evaluate, type Tensor } from './evaluate.ts';
import { evaluateMatrix } from './evaluate-matrix.ts';
import { type Field, TooMuchWork, UndefinedValue } from './field.ts';
import { hash, integer } from './hash.ts';
import { checkIndices } from './indices.ts';
import { linear, linearText, linearValue } from './linear.ts';
import { type Definition, type Domain, formOf, isDomain, type Model } from './model.ts';
import { ONE, whole, ZERO } from './rational.ts';
import type { Meaning } from './scope.ts';

/** How free numbers are drawn in one kind of numbers. */
export type Draw<T> = (seed: number, key: string, domain: 'free' | 'positive' | 'nonzero' | 'natural') => T;

export interface PointOptions<T> {
  readonly field: Field<T>;
  readonly draw: Draw<T>;
  /** The point's own seed. */
  readonly seed: number;
  /** The seed of the exercise's variant, for domains such as `random 1..5`. */
  readonly variant: number;
  /** Values of layer letters, such as l = 2. */
  readonly layers?: ReadonlyMap<string, number>;
  /** True where nothing ranges over the axes: their sizes are then numbers like any other. */
  readonly freeSizes?: boolean;
  /** Takes derivatives in this field's own way; without it the model is run again with a trace. */
  readonly derive?: (of: T, by: T) => T;
  /** Replaces values by key, for differences and derivatives. */
  readonly override?: (key: string, value: () => T) => T;
}

/** No axis is shorter than 3, and neighbours differ, so that a transposed array cannot pass. */
const SIZES = [4, 5, 7, 3, 6];
/**
 * Axes that add up to others, a kernel and an output to an image, would make those long. By point and place: any two
 * differ at a point of three, and one is as long as the sum of two others lets it stand out.
 */
const SUMMANDS = [
  [4, 3, 6, 3],
  [3, 4, 3, 6],
  [6, 4, 3, 4],
];
const MOST_WORK = 250_000;

export class Point<T> {
  readonly model: Model;
  readonly options: PointOptions<T>;
  readonly field: Field<T>;
  /** The point itself, also for its views with other layers. */
  readonly root: Point<T>;
  /** What derivatives remember while one formula is worked out; see derivative.ts. */
  trace: unknown = null;
  private readonly memo = new Map<string, T>();
  private readonly sizes = new Map<string, number>();
  private readonly matrices = new Map<string, Tensor<T>>();
  private readonly running = new Set<string>();
  private work = 0;

  constructor(model: Model, options: PointOptions<T>) {
    this.model = model;
    this.options = options;
    this.field = options.field;
    this.root = this;
  }

  /** Begins to count work anew: one point serves many formulas, and each has the same bound. */
  rest(): void {
    this.work = 0;
    this.trace = null;
  }

  /** How many steps were counted since the last rest. */
  get worked(): number {
    return this.work;
  }

  /** Counts one step of work. */
  tick(): void {
    this.work += 1;
    if (this.work > MOST_WORK) throw new TooMuchWork();
  }

  layerValue(letter: string): number {
    const value = this.options.layers?.get(letter);
    if (value !== undefined) return value;
    if (letter === this.model.last) return this.model.top;
    throw new UndefinedValue(`${letter} is not a layer`, 'layer');
  }

  /** How many entries an axis has at this point. */
  size(axis: Pick<ResolvedAxis, 'size' | 'layer'>): number {
    return this.sizeIn(axis.size, axis.layer ? linearValue(axis.layer, (l) => this.layerValue(l)) : null);
  }

  private sizeIn(name: string, layer: number | null): number {
    const key = layer === null ? name : `${name}^${layer}`;
    let size = this.sizes.get(key);
    if (size === undefined) {
      size = this.makeSize(name, layer);
      this.sizes.set(key, size);
    }
    return size;
  }

  private makeSize(name: string, layer: number | null): number {
    if (/^\d+$/.test(name)) return Number(name);
    const rule = this.model.axes.get(name);
    if (!rule) throw new UndefinedValue(`${name} is not an axis`);
    if (rule.size !== undefined) return rule.size;
    if (rule.by) {
      const size = linearValue(linear(rule.by) ?? new Map(), (other) => this.sizeIn(other, null));
      if (size < 1) throw new UndefinedValue(`${name} has no length here`);
      return size;
    }
    const { seed } = this.options;
    const summands = summandsOf(this.model);
    if (summands.includes(name)) {
      const place = summands.indexOf(name);
      const row = SUMMANDS[(seed + Math.floor(place / 4)) % 3] as number[];
      return row[place % 4] as number;
    }
    // Steps of one, two and three in turn: axes that are as long as each other at one point differ at the next.
    const place = [...this.model.axes.keys()].indexOf(name);
    const step = place * (1 + (seed % 3)) + Math.floor(place / SIZES.length) * seed;
    return SIZES[(step + (layer ?? 0) + seed * 2) % SIZES.length] as number;
  }

  /** A size or another whole number as a value. */
  sizeValue(name: string): T {
    const rule = this.model.axes.get(name);
    if (!rule) return this.remember(name, () => this.options.draw(this.options.seed, name, 'natural'));
    if (!this.options.freeSizes || rule.size !== undefined)
      return this.field.number(whole(this.sizeIn(name, null)));
    if (rule.by) return evaluate(rule.by, this, new Map(), new Map());
    return this.remember(`size ${name}`, () =>
      this.options.draw(this.options.seed, `size ${name}`, 'natural'),
    );
  }

  /** The value of a fixed index such as the true class. */
  indexValue(name: string): number {
    const meaning = this.model.names.get(name);
    if (meaning?.role !== 'index') throw new UndefinedValue(`${name} is not an index`);
    const { size, layer } = meaning.axis;
    const length = this.size({ size, layer: layer ? linear(layer) : null });
    return hash(this.options.seed, `index ${name}`) % length;
  }

  private remember(key: string, make: () => T): T {
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    if (this.running.has(key)) throw new Circular(key, [...this.running]);
    this.running.add(key);
    try {
      const value = this.options.override ? this.options.override(key, make) : make();
      this.memo.set(key, value);
      return value;
    } finally {
      this.running.delete(key);
    }
  }

  /** The axes of an array at a layer, as lengths. */
  lengths(name: string, layer: number | null): number[] {
    const meaning = this.model.names.get(name) as Extract<Meaning, { role: 'array' }>;
    const form = formOf(meaning, layer === null ? undefined : layerNode(layer));
    return form.axes.map((axis) => {
      const at = axis.layer ? linear(axis.layer) : null;
      return this.sizeIn(axis.size, at ? linearValue(at, (l) => this.inForm(l, form.layer, layer)) : null);
    });
  }

  private inForm(letter: string, declared: Expr | undefined, layer: number | null): number {
    return declared?.type === 'name' && declared.name === letter && layer !== null
      ? layer
      : this.layerValue(letter);
  }

  /** One entry; `indices` count from 0. Outside its range an array declared `padded` is 0, any other has no value. */
  entry(name: string, layer: number | null, indices: readonly number[]): T {
    const meaning = this.model.names.get(name) as Extract<Meaning, { role: 'array' }>;
    const lengths = this.lengths(name, layer);
    if (layer !== null && (layer < 0 || layer > this.model.top))
      throw new UndefinedValue(`there is no layer ${layer}`, 'layer');
    if (indices.some((index, i) => index < 0 || index >= (lengths[i] ?? 0))) {
      if (meaning.padded) return this.field.number(ZERO);
      throw new UndefinedValue(`an index of ${name} leaves its range`, 'range');
    }
    const key = entryKey(name, layer, indices);
    return this.remember(key, () => this.make(name, layer, indices, lengths, key));
  }

  private make(
    name: string,
    layer: number | null,
    indices: readonly number[],
    lengths: readonly number[],
    key: string,
  ): T {
    const d = this.definition(name, layer);
    if (isDomain(d.by)) return this.draw(d.by, name, layer, indices, lengths, key);
    if (d.matrix) {
      const columns = lengths[1] ?? 1;
      const value = this.matrixOf(d, layer);
      return value.data[(indices[0] ?? 0) * columns + (indices[1] ?? 0)] as T;
    }
    const at = this.layered(d, layer);
    const free = new Map(d.letters.map((letter, i) => [letter, indices[i] as number]));
    const bound = boundAxesOf(d, this.model);
    return evaluate(d.by, at, free, bound);
  }

  /** The same point, with the letter of a definition's layer standing for a number. */
  private layered(d: Definition, layer: number | null): Point<T> {
    if (d.layer?.type !== 'name' || layer === null || d.layer.name === this.model.last) return this;
    return this.withLayer(d.layer.name, layer);
  }

  /** A view of this point in which a layer letter has a value; numbers already worked out are shared. */
  withLayer(letter: string, value: number): Point<T> {
    if (this.options.layers?.get(letter) === value) return this;
    const view = Object.create(this) as Point<T>;
    const layers = new Map([...(this.options.layers ?? []), [letter, value]]);
    Object.defineProperty(view, 'options', { value: { ...this.options, layers } });
    Object.defineProperty(view, 'tick', { value: () => this.tick() });
    return view;
  }

  private definition(name: string, layer: number | null): Definition {
    const own = this.model.definitions.filter((d) => d.name === name);
    const literal = own.find((d) => d.layer?.type === 'number' && Number(d.layer.value.num) === layer);
    const last = own.find(
      (d) => d.layer?.type === 'name' && d.layer.name === this.model.last && layer === this.model.top,
    );
    const every = own.find((d) => !d.layer || (d.layer.type === 'name' && d.layer.name !== this.model.last));
    const found = literal ?? last ?? every;
    if (!found) throw new UndefinedValue(`${name} has no layer ${layer}`, 'layer');
    return found;
  }

  private draw(
    domain: Domain,
    name: string,
    layer: number | null,
    indices: readonly number[],
    lengths: readonly number[],
    key: string,
  ): T {
    const { seed, variant, draw } = this.options;
    switch (domain.kind) {
      case 'random':
        return this.field.number(whole(integer(variant, key, domain.least, domain.most)));
      case 'one-hot': {
        const rows = indices.slice(0, -1).join();
        const hot = hash(seed, `${name}^${layer}[${rows}]`) % (lengths.at(-1) ?? 1);
        return this.field.number(indices.at(-1) === hot ? ONE : ZERO);
      }
      default:
        return draw(seed, key, domain.kind);
    }
  }

  /** A whole array as a matrix; a vector is a column. */
  whole(name: string, layer: number | null): Tensor<T> {
    const lengths = this.lengths(name, layer);
    const [rows = 1, columns = 1] = lengths;
    const data: T[] = [];
    for (let i = 0; i < rows; i += 1)
      for (let j = 0; j < columns; j += 1)
        data.push(this.entry(name, layer, [i, j].slice(0, lengths.length)));
    return { rows, columns, data };
  }

  private matrixOf(d: Definition, layer: number | null): Tensor<T> {
    const key = `${d.name}^${layer}`;
    const known = this.matrices.get(key);
    if (known) return known;
    const value = evaluateMatrix(d.by as Expr, this.layered(d, layer));
    this.matrices.set(key, value);
    return value;
  }

  /** The layer that a name stands at here. */
  layerOf(node: NameNode): number | null {
    if (!node.layer) return null;
    const form = linear(node.layer);
    if (!form) throw new UndefinedValue(`${linearText(new Map())} is not a layer`, 'layer');
    return linearValue(form, (letter) => this.layerValue(letter));
  }
}

/** The axes from which the lengths of others follow. */
function summandsOf({ axes }: Model): string[] {
  const sums = [...axes.values()].flatMap(({ by }) => (by && linear(by)) ?? []);
  return [...axes.keys()].filter((name) => sums.some((sum) => sum.has(name)));
}

/** A value that is needed to work itself out. */
export class Circular extends UndefinedValue {
  constructor(key: string, running: readonly string[]) {
    const between = running.slice(running.indexOf(key) + 1);
    super(`${key} is defined by itself${between.length > 0 ? `, by way of ${between.join(', ')}` : ''}`);
  }
}

export function entryKey(name: string, layer: number | null, indices: readonly number[]): string {
  return `${name}${layer === null ? '' : `^${layer}`}${indices.length > 0 ? `_${indices.join()}` : ''}`;
}

function layerNode(layer: number): Expr {
  return { type: 'number', value: whole(layer), span: [0, 0] };
}

const BOUND = new WeakMap<Definition, ReturnType<typeof checkIndices>>();

function boundAxesOf(d: Definition, model: Model): ReturnType<typeof checkIndices> {
  let bound = BOUND.get(d);
  if (!bound) {
    bound = checkIndices(d.by as Expr, model.names, new Map(d.letters.map((letter) => [letter, null])));
    BOUND.set(d, bound);
  }
  return bound;
}
