// An array of numbers that is given as a small calculation, `1/2 (2, -1)`, `-[[1], [0]]`: worked out into its entries.

import { children, type Expr, make, NUMBERS, parse } from '../formula/index.ts';
import { type Cell, peel, spanOf } from './brackets.ts';
import { type Labelled, labelled } from './labels.ts';
import { readAt } from './single.ts';

export interface Entries {
  readonly rows: readonly (readonly Expr[])[];
  /** True for a flat list, which says nothing about rows and columns. */
  readonly flat: boolean;
}

/** No array of the book comes near. */
const MOST_ENTRIES = 400;
const MOST_NODES = 2000;

/** The entries of an array that a text works out; null where it makes no array. Throws a ReadFault. */
export function workedOut(whole: Cell): Entries | null {
  const pieces = labelled(whole);
  if (pieces && pieces.length > 1) return null;
  const cell = pieces ? (pieces[0] as Labelled).value : whole;
  // `(1, 2)` and `[…]` are read entry by entry, with more spellings.
  if (spanOf(cell)[0] === spanOf(whole)[0] && peel(cell)) return null;
  const tree = readAt(cell, (text) => parse(text, { ...NUMBERS, notation: 'matrix', decimalComma: false }));
  return entriesIn(tree);
}

/** The entries of a tree of numbers; null where it is a single number, shapes do not fit, or it is too long. */
function entriesIn(tree: Expr): Entries | null {
  const entries = partsIn(tree);
  const long = entries?.rows.flat().some((entry) => sizeOf(entry) > MOST_NODES);
  return long ? null : entries;
}

const SIZES = new WeakMap<Expr, number>();

/** Entries share their parts, so that a short product of many arrays would take for ever to work out. */
function sizeOf(tree: Expr): number {
  let size = SIZES.get(tree);
  if (size === undefined) {
    size = children(tree).reduce((sum, child) => sum + sizeOf(child), 1);
    SIZES.set(tree, size);
  }
  return size;
}

function partsIn(tree: Expr): Entries | null {
  switch (tree.type) {
    case 'matrix':
      return tree.rows.flat().length > MOST_ENTRIES ? null : { rows: tree.rows, flat: tree.flat };
    case 'negative':
      return map(entriesIn(tree.arg), make.negative);
    case 'transpose':
      return turned(entriesIn(tree.arg));
    case 'call':
      return tree.args.length === 1 ? applied(tree, entriesIn(tree.args[0] as Expr)) : null;
    case 'binary':
      return combined(tree.op, tree.left, tree.right);
    default:
      return null;
  }
}

function combined(op: Extract<Expr, { type: 'binary' }>['op'], left: Expr, right: Expr): Entries | null {
  const [a, b] = [entriesIn(left), entriesIn(right)];
  const scalarOp = op === '.*' ? '*' : op;
  // A number goes with every entry, also where it is added: `(1, 2) - ln(3)`.
  if (a && !b && op !== '^') return map(a, (entry) => make.binary(scalarOp, entry, right));
  if (b && !a && op !== '^' && op !== '/') return map(b, (entry) => make.binary(scalarOp, left, entry));
  if (!a || !b) return null;
  if (op === '*') return product(a, b);
  if (op === '/' || op === '^') return null;
  return paired(a, b, (x, y) => make.binary(scalarOp, x, y));
}

/** A function entry by entry; the softmax of a list. */
function applied(call: Extract<Expr, { type: 'call' }>, all: Entries | null): Entries | null {
  if (call.fn === 'logsumexp' || call.fn === 'diag') return null;
  const of = (fn: string, arg: Expr): Expr => ({ ...call, fn, args: [arg] });
  if (call.fn !== 'softmax') return map(all, (entry) => of(call.fn, entry));
  if (!all || (!all.flat && all.rows.length > 1 && (all.rows[0]?.length ?? 0) > 1)) return null;
  const total = all.rows
    .flat()
    .map((entry) => of('exp', entry))
    .reduce((sum, term) => make.binary('+', sum, term));
  return map(all, (entry) => make.binary('/', of('exp', entry), total));
}

function map(all: Entries | null, change: (entry: Expr) => Expr): Entries | null {
  return all && { ...all, rows: all.rows.map((row) => row.map(change)) };
}

function turned(all: Entries | null): Entries | null {
  if (!all || all.flat) return all;
  const columns = all.rows[0] ?? [];
  return { rows: columns.map((_, k) => all.rows.map((row) => row[k] as Expr)), flat: false };
}

function paired(a: Entries, b: Entries, combine: (x: Expr, y: Expr) => Expr): Entries | null {
  const same = a.rows.length === b.rows.length && a.rows[0]?.length === b.rows[0]?.length;
  if (!same) return null;
  return {
    rows: a.rows.map((row, i) => row.map((x, k) => combine(x, b.rows[i]?.[k] as Expr))),
    flat: a.flat && b.flat,
  };
}

/** A flat list is a row on the left and a column on the right, and so is what comes out. */
function product(a: Entries, b: Entries): Entries | null {
  if (a.flat && b.flat) return null;
  const right = b.flat ? (b.rows[0] ?? []).map((entry) => [entry]) : b.rows;
  const columns = right[0]?.length ?? 0;
  if (a.rows[0]?.length !== right.length || a.rows.length * columns > MOST_ENTRIES) return null;
  const entry = (row: readonly Expr[], k: number) =>
    row
      .map((x, i) => make.binary('*', x, right[i]?.[k] as Expr) as Expr)
      .reduce((sum, term) => make.binary('+', sum, term));
  const rows = a.rows.map((row) => Array.from({ length: columns }, (_, k) => entry(row, k)));
  return a.flat || b.flat ? { rows: [rows.flat()], flat: true } : { rows, flat: false };
}
