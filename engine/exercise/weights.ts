// The text form of settings: numbers by name, in groups, or alone in their order.

import { isDomain, type Model, printText, ReadFault } from '../formula/index.ts';
import { type Cell, peel, spanOf, splitAt } from './brackets.ts';
import { readList } from './cells.ts';
import { labelled, nameOf } from './labels.ts';
import type { NetworkPart } from './types.ts';
import { bodyOf } from './undress.ts';

/**
 * `w11 = 1, w12 = -1` in any order, `W = [[1, -1], [-1, 1]], v = (1, 1)`, or the numbers alone in the order of the
 * weights, grouped or not. What is no number is said before what is missing.
 */
export function readWeights<T>(
  part: NetworkPart,
  response: string,
  model: Model,
  read: (name: string, cell: Cell) => T,
): Map<string, T> {
  const whole = bodyOf(response);
  const pieces = labelled(whole);
  const found = new Map<string, T>();
  const give = (name: string, cell: Cell) => {
    if (found.has(name)) throw new ReadFault(`${name} is given twice.`, spanOf(cell));
    if (cell.text !== '') found.set(name, read(name, cell));
  };
  const giveAll = (names: readonly string[], list: Cell) => {
    for (const [i, cell] of readList(list, names.length).entries()) {
      const name = names[i];
      if (name === undefined)
        throw new ReadFault(`There are only ${names.length} weights: ${names.join(', ')}.`, spanOf(cell));
      give(name, cell);
    }
  };
  if (pieces)
    for (const { labels, value } of pieces) {
      const { names, each } = meant(labels, part.weights, model);
      if (each) for (const name of names) give(name, value);
      else giveAll(names, value);
    }
  else giveAll(part.weights, whole);
  const missing = part.weights.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new ReadFault(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} still missing.`, [
      0,
      response.length,
    ]);
  return found;
}

/** The weights that a value is for: each of `w11 = w22`, or one after the other those of `W` or of `(w1, w2)`. */
function meant(
  labels: readonly Cell[],
  weights: readonly string[],
  model: Model,
): { names: readonly string[]; each: boolean } {
  const first = labels[0] as Cell;
  const entries = labels.map((label) => entryOf(label, weights, model));
  if (entries.every((name) => name !== null)) return { names: entries, each: true };
  const known = labels.map(nameOf).filter((name) => weights.includes(name));
  if (known[0] === nameOf(first)) return { names: known, each: true };
  const tuple = peel(first);
  // `w1 = (1, -1)`: the weights whose names go on with one more number.
  const row = weights.filter(
    (name) => name.startsWith(nameOf(first)) && /^\d$/.test(name.slice(nameOf(first).length)),
  );
  const names = tuple
    ? splitAt(tuple, (text, i) => Number(text[i] === ',')).map(nameOf)
    : (laidOut(nameOf(first), model) ??
      (/\d$/.test(nameOf(first))
        ? row
        : weights.filter((name) => name.replace(/\d+$/, '') === nameOf(first))));
  if (names.length === 0 || !names.every((name) => weights.includes(name)))
    throw new ReadFault(
      `There is no weight ${nameOf(first)}: they are ${weights.join(', ')}.`,
      spanOf(first),
    );
  return { names, each: false };
}

/** The weight that `W[0][1]` or `v[0]` stands for, counted from 0 as programs do; null for another label. */
function entryOf(label: Cell, weights: readonly string[], model: Model): string | null {
  const [, name, inner] = /^([A-Za-z]+)\s*\[([\d\s,[\]]+)\]$/.exec(label.text) ?? [];
  if (!name || !inner) return null;
  const places = (inner.match(/\d+/g) ?? []).map(Number);
  const rows = rowsOf(name, model);
  const [i = 0, k] = places;
  const meant = !rows
    ? name + places.map((place) => place + 1).join('')
    : k === undefined
      ? rows.flat()[i]
      : rows[i]?.[k];
  if (meant && weights.includes(meant)) return meant;
  throw new ReadFault(
    `There is no weight ${label.text}. In brackets the first has the number 0.`,
    spanOf(label),
  );
}

/** The names in an array of the model that is made of names, as it lays them out. */
function laidOut(name: string, model: Model): readonly string[] | null {
  return rowsOf(name, model)?.flat() ?? null;
}

function rowsOf(name: string, model: Model): readonly (readonly string[])[] | null {
  const by = model.definitions.find((d) => d.name === name)?.by;
  if (!by || isDomain(by) || by.type !== 'matrix') return null;
  return by.rows.map((row) => row.map(printText));
}
