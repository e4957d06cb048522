// What a part of an exercise is about: its model, the ground it is compared on, and the names a response may use.

import {
  children,
  drawReal,
  type Expr,
  type Ground,
  inferFreeIndices,
  linear,
  linearText,
  type Meaning,
  type Model,
  Point,
  type Prepared,
  parse,
  parseModel,
  prepare,
  type Real,
  realField,
  type Scope,
  some,
} from '../formula/index.ts';
import type { Exercise, FormulaPart } from './types.ts';

/** The fields of a part that its subject depends on. */
export type Asked = Pick<FormulaPart, 'find' | 'answer' | 'using' | 'notation' | 'short' | 'star'>;

export interface Subject {
  readonly model: Model;
  readonly ground: Ground;
  /** The names and spellings that a response may use. */
  readonly scope: Scope;
  /** The same with every name of the model and with derivatives: for authors. */
  readonly author: Scope;
  readonly find: Expr;
  readonly answer: Expr;
  readonly prepared: Prepared;
  /** True where the answer is a number: nothing in it is free. */
  readonly numeric: boolean;
}

const MODELS = new Map<string, Model>();
const MOST_MODELS = 400;

/** Reads a model once, however many parts speak of it. */
export function modelOf(text: string): Model {
  let model = MODELS.get(text);
  if (!model) {
    if (MODELS.size > MOST_MODELS) MODELS.clear();
    model = parseModel(text);
    MODELS.set(text, model);
  }
  return model;
}

const SUBJECTS = new WeakMap<object, Map<number, Subject>>();

/** The subject of a part, made once for each seed. Throws what the reader of formulas throws: the check finds that before publication. */
export function subjectOf(exercise: Exercise, part: object & Asked, seed: number): Subject {
  let bySeed = SUBJECTS.get(part);
  if (!bySeed) {
    bySeed = new Map();
    SUBJECTS.set(part, bySeed);
  }
  let subject = bySeed.get(seed);
  if (!subject) {
    if (bySeed.size > 60) bySeed.clear();
    subject = makeSubject(modelOf(exercise.model), part, seed);
    bySeed.set(seed, subject);
  }
  return subject;
}

/** The scope of an author: every name, and derivatives. */
export function authorScope(model: Model, notation: Scope['notation'], star = false): Scope {
  return { names: model.names, notation, decimalComma: false, star, derivatives: true };
}

export function makeSubject(model: Model, asked: Asked, seed: number): Subject {
  const star = asked.star === 'entries';
  const names = new Map(model.names);
  for (const text of asked.short ?? []) {
    const [name = '', ...right] = text.split('=');
    const shortText = right.join('=').trim();
    names.set(name.trim(), {
      role: 'short',
      text: shortText,
      tree: parse(shortText, authorScope(model, asked.notation)),
    });
  }
  const withShort: Model = { ...model, names };
  // What is asked for may be a whole array even where the answer is written in entries.
  const find = parse(
    asked.find,
    authorScope(withShort, asked.notation === 'matrix' ? 'mixed' : 'entries', star),
  );
  const author = authorScope(withShort, asked.notation, star);
  const ground: Ground = {
    model: withShort,
    notation: asked.notation,
    free: asked.notation === 'matrix' ? new Map() : inferFreeIndices(find, names),
    layers: layersOf(find, model),
    variant: seed,
  };
  const numeric = isNumeric(find, ground);
  const scope: Scope = {
    names: allowedNames(names, asked, numeric),
    notation: asked.notation,
    decimalComma: numeric,
    star,
    derivatives: false,
    hidden: names,
  };
  const answer = asked.answer === undefined ? find : parse(asked.answer, author);
  return {
    model: withShort,
    ground,
    scope,
    author,
    find,
    answer,
    prepared: prepare(answer, ground),
    numeric,
  };
}

function allowedNames(
  names: ReadonlyMap<string, Meaning>,
  asked: Asked,
  numeric: boolean,
): ReadonlyMap<string, Meaning> {
  if (!asked.using) {
    if (numeric) return new Map();
    return names;
  }
  const allowed = new Map<string, Meaning>();
  for (const [name, meaning] of names) {
    const listed = asked.using.some((used) => used.replace(/'+$/, '') === name);
    if (listed || meaning.role === 'short' || meaning.role === 'index') allowed.set(name, meaning);
  }
  return allowed;
}

/** Values for the letters of layers: two layers in the middle, so that neighbours exist on both sides. */
function layersOf(find: Expr, model: Model): ReadonlyMap<string, number>[] {
  const letters = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.type === 'name' && node.layer)
      for (const letter of linear(node.layer)?.keys() ?? [])
        if (letter !== '' && letter !== model.last) letters.add(letter);
    for (const child of children(node)) visit(child);
  };
  visit(find);
  const middle = Math.max(1, Math.floor(model.top / 2));
  return [0, 1].map((i) => new Map([...letters].map((letter) => [letter, Math.min(model.top, middle + i)])));
}

/** The point of a ground in doubles. */
export function realPoint(ground: Ground, seed: number): Point<Real> {
  const layers = ground.layers[seed % Math.max(1, ground.layers.length)] ?? new Map();
  return new Point(ground.model, {
    field: realField(),
    draw: drawReal,
    seed,
    variant: ground.variant,
    layers,
  });
}

/** A number is what does not change from point to point: its model leaves nothing free. */
function isNumeric(find: Expr, ground: Ground): boolean {
  if (ground.free.size > 0) return false;
  const depends = new Set<string>();
  const fixed = (name: string, layerSeen: string): boolean => {
    const key = `${name}${layerSeen}`;
    if (depends.has(key)) return true;
    depends.add(key);
    const meaning = ground.model.names.get(name);
    if (meaning?.role === 'function') return false;
    if (meaning?.role === 'index') return false;
    if (meaning?.role === 'short') return treeFixed(meaning.tree);
    const axis = ground.model.axes.get(name);
    if (axis) return axis.size !== undefined || (axis.by !== undefined && treeFixed(axis.by));
    const own = ground.model.definitions.filter((d) => d.name === name);
    return own.every((d) => ('kind' in d.by ? d.by.kind === 'random' : treeFixed(d.by)));
  };
  const treeFixed = (tree: Expr): boolean =>
    !some(tree, (node) => {
      if (node.type === 'call' && ground.model.names.get(node.fn)?.role === 'function') return true;
      if (node.type !== 'name' || !ground.model.names.has(node.name)) return false;
      return !fixed(node.name, node.layer ? linearText(linear(node.layer) ?? new Map()) : '');
    });
  return treeFixed(find);
}
