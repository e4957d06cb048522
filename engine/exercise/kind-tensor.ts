// Kind `tensor`: a vector or matrix of numbers, judged entry by entry, its shape first.

import {
  type Expr,
  evaluateMatrix,
  type Field,
  FitFault,
  type Ground,
  Inexact,
  make,
  Point,
  parse,
  type Rational,
  ReadFault,
  type Real,
  rationalField,
  realField,
  shapeOf,
  some,
  type Tensor,
  UndefinedValue,
  whole,
} from '../formula/index.ts';
import { type Entries, workedOut } from './array-terms.ts';
import { type Cell, spanOf } from './brackets.ts';
import { readCells } from './cells.ts';
import { CHANGES } from './dress.ts';
import { labelled } from './labels.ts';
import { nameEntries } from './name-number.ts';
import { type Closeness, closeness, FEWEST_DIGITS, overflows, type Value } from './number.ts';
import { readLeft } from './sides.ts';
import { parseCell } from './single.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Context, Exercise, Mistake, TensorPart, Verdict } from './types.ts';
import { bodyOf } from './undress.ts';

/** The right values of a tensor part: exact where they are fractions. */
export interface RightTensor {
  readonly rows: number;
  readonly columns: number;
  /** True for an array of one axis: how it is laid out is left to the reader. */
  readonly vector: boolean;
  readonly values: readonly Value[];
}

export function tensorSubject(exercise: Exercise, part: TensorPart, seed: number): Subject {
  return subjectOf(exercise, partAsked(part), seed);
}

const ASKED = new WeakMap<TensorPart, { find: string; notation: 'matrix' }>();

function partAsked(part: TensorPart): { find: string; notation: 'matrix' } {
  let asked = ASKED.get(part);
  if (!asked) {
    asked = { find: part.find, notation: 'matrix' };
    ASKED.set(part, asked);
  }
  return asked;
}

/** The values of a tree in whole arrays on a numeric model. */
export function tensorOf(tree: Expr, ground: Ground): RightTensor {
  const real = run(tree, ground, realField(), (n) => ({ v: n, e: 0 }) as Real);
  let exact: Tensor<Rational> | null = null;
  try {
    exact = run(tree, ground, rationalField, whole);
  } catch (error) {
    if (!(error instanceof Inexact)) throw error;
  }
  const values = real.data.map((v, i) => ({ real: v, exact: exact?.data[i] ?? null }));
  const [rows, columns] = shapeOf(tree, ground.model.names);
  return { rows: real.rows, columns: real.columns, vector: columns.key === '1' && rows.key !== '1', values };
}

function run<T>(tree: Expr, ground: Ground, field: Field<T>, number: (n: number) => T): Tensor<T> {
  const point = new Point<T>(ground.model, {
    field,
    draw: () => number(2),
    seed: 1,
    variant: ground.variant,
    layers: ground.layers[0] ?? new Map(),
  });
  return evaluateMatrix(tree, point);
}

export function checkTensor(
  exercise: Exercise,
  part: TensorPart,
  response: string,
  context: Context,
): Verdict {
  const subject = tensorSubject(exercise, part, context.seed ?? 1);
  const right = tensorOf(subject.find, subject.ground);
  const oneLine = right.rows === 1 || right.columns === 1;
  const count = right.rows * right.columns;
  const fits = ({
    rows,
    flat,
  }: Pick<Entries, 'flat'> & { readonly rows: readonly (readonly unknown[])[] }): boolean => {
    const columns = rows[0]?.length ?? 0;
    if (flat) return oneLine && columns === count;
    if (rows.length === right.rows && columns === right.columns) return true;
    return right.vector && oneLine && rows.length * columns === count && (rows.length === 1 || columns === 1);
  };
  const read = (): Entries => {
    const cells = readCells(response, (some) => fits(some) && some.rows.flat().every(isReadable));
    return { ...cells, rows: cells.rows.map((row) => row.map(parseCell)) };
  };
  const entries = readEntries(response, read, fits);
  if (!fits(entries)) return wrongShape(right, entries);
  const typed = entries.rows.flat();
  const marks = typed.map((tree, i) => closeness(tree, right.values[i] as Value, subject.ground));
  const verdict = judge(marks, typed, right, subject, part.mistakes);
  if (verdict.verdict === 'correct') {
    refuseUnequal(response, fits, (tree, i) => closeness(tree, right.values[i] as Value, subject.ground));
    refuseOther(response, right, subject);
    // Powers that overflow only restate the question: a tensor asks for what a program could go on with.
    if (typed.some((tree) => overflows(tree, subject.ground)))
      return {
        verdict: 'form',
        message:
          'Equal, but these powers are beyond what a computer can hold. Give digits, or smaller powers.',
      };
  }
  return verdict;
}

/** A name with a sign or a number beside it: `-h`, `2h`, `h/2`. */
const MULTIPLE = /^[-−–]\s*[A-Za-z(\\]|^[\d./]+\s*[A-Za-z]\w*$|[A-Za-z)]\s*\/\s*\d+$|^\d+$/;

/** `(2, 0) = (2, -1)`: an array of numbers on the left is a step, and has to be equal. */
function refuseUnequal(
  response: string,
  fits: (entries: Entries) => boolean,
  close: (tree: Expr, i: number) => Closeness,
): void {
  const [only, ...more] = labelled(bodyOf(response)) ?? [];
  if (!only || more.length > 0) return;
  for (const label of only.labels) {
    if (MULTIPLE.test(label.text) || CHANGES.test(label.text))
      throw new ReadFault('Type only the array that is asked for.', spanOf(label));
    const cells = () => readCells(label.text, (some) => some.rows.flat().every(isReadable));
    const step = attempt(
      () => workedOut(label) ?? { ...cells(), rows: cells().rows.map((row) => row.map(parseCell)) },
    );
    if (step && fits(step) && step.rows.flat().some((tree, i) => close(tree, i) === 'different'))
      throw new ReadFault(
        'What stands left of the “=” is not equal to what stands right of it.',
        spanOf(label),
      );
  }
}

/** `o = (2, -1)` where o is (2, 0): another array of the model stands left. A new value of the one that is asked for may be named like the old. */
function refuseOther(response: string, right: RightTensor, subject: Subject): void {
  const [only, ...more] = labelled(bodyOf(response)) ?? [];
  if (!only || more.length > 0) return;
  for (const label of only.labels) {
    const tree = readLeft(label.text, subject);
    if (tree?.type !== 'name' && tree?.type !== 'derivative') continue;
    if (tree.type === 'name' && some(subject.find, (node) => node.type === 'name' && node.name === tree.name))
      continue;
    const other = valuesOf(tree, subject);
    const equal = ({ real }: Value, i: number) => Math.abs(real.v - (right.values[i] as Value).real.v) < 1e-9;
    if (other && (other.length !== right.values.length || !other.every(equal)))
      throw new ReadFault(
        'What stands left of the “=” has another value. Type only the array that is asked for.',
        spanOf(label),
      );
  }
}

/** The values of a left side; null where it has none by itself. */
function valuesOf(tree: Expr, { ground }: Subject): readonly Value[] | null {
  try {
    return tensorOf(tree, ground).values;
  } catch (error) {
    if (error instanceof FitFault || error instanceof UndefinedValue) return null;
    throw error;
  }
}

/** Entry by entry; or worked out, where that gives what is asked for. */
function readEntries(response: string, read: () => Entries, fits: (entries: Entries) => boolean): Entries {
  let entries: Entries | ReadFault;
  try {
    entries = read();
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    entries = error;
  }
  if (!(entries instanceof ReadFault) && fits(entries)) return entries;
  const other = attempt(() => workedOut(bodyOf(response)));
  if (other && (entries instanceof ReadFault || fits(other))) return other;
  if (entries instanceof ReadFault) throw entries;
  return entries;
}

function isReadable(cell: Cell): boolean {
  return attempt(() => ({ rows: [[parseCell(cell)]], flat: true })) !== null;
}

function attempt(work: () => Entries | null): Entries | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReadFault) return null;
    throw error;
  }
}

function wrongShape(right: RightTensor, { rows, flat }: Entries): Verdict {
  const columns = rows[0]?.length ?? 0;
  const got = flat
    ? `${columns} ${columns === 1 ? 'entry' : 'entries'} in a row`
    : `${rows.length} x ${columns}`;
  const transposed = rows.length === right.columns && columns === right.rows;
  const wanted = right.vector ? `a vector of ${right.rows} entries` : `${right.rows} x ${right.columns}`;
  return {
    verdict: 'wrong',
    misconception: transposed ? 'transpose' : 'shape',
    message: `The shape: yours is ${got}; what is asked for is ${wanted}.${transposed ? ' Yours is the transpose of that shape.' : ''}`,
  };
}

function judge(
  marks: readonly Closeness[],
  typed: readonly Expr[],
  right: RightTensor,
  subject: Subject,
  mistakes: readonly Mistake[],
): Verdict {
  const entries = marks.map((mark) => mark === 'equal' || mark === 'rounded');
  if (entries.every(Boolean))
    return {
      verdict: 'correct',
      message: marks.includes('rounded') ? 'To the digits you typed.' : 'Right.',
    };
  if (marks.every((mark) => mark === 'equal' || mark === 'rounded' || mark === 'coarse'))
    return {
      verdict: 'form',
      message: `Right so far. Give at least ${FEWEST_DIGITS} significant digits in every entry.`,
    };
  const equals = (tree: Expr): boolean => {
    try {
      const other = tensorOf(tree, subject.ground);
      const same = other.values.length === typed.length;
      return (
        same &&
        typed.every((cell, i) =>
          /^(equal|rounded|coarse)$/.test(closeness(cell, other.values[i] as Value, subject.ground)),
        )
      );
    } catch (error) {
      if (error instanceof UndefinedValue || error instanceof FitFault) return false;
      throw error;
    }
  };
  for (const mistake of mistakes)
    if (equals(parse(mistake.is, { ...subject.author, notation: 'mixed' })))
      return { verdict: 'wrong', misconception: mistake.key, message: 'Not right.', entries };
  for (const [name, message, tree] of general(subject.find, right))
    if (equals(tree)) return { verdict: 'wrong', misconception: name, message, entries };
  const fits = (i: number, k: number, sign: 1 | -1): boolean => {
    const cell = sign === 1 ? (typed[i] as Expr) : make.negative(typed[i] as Expr);
    // 0.0900 has too few digits to be right; it can stand in the wrong place all the same.
    return /^(equal|rounded|coarse)$/.test(closeness(cell, right.values[k] as Value, subject.ground));
  };
  const named = nameEntries(entries, fits);
  return {
    verdict: 'wrong',
    ...(named && { misconception: named.name }),
    message: named?.message ?? 'No entry is right yet.',
    entries,
  };
}

function general(find: Expr, right: RightTensor): [string, string, Expr][] {
  const scaled = (num: bigint, den: bigint) => make.binary('*', make.number({ num, den }), find);
  const all: [string, string, Expr][] = [
    ['sign', 'The sign: every entry is the opposite of the right one.', make.negative(find)],
    ['constant-factor', 'A factor 2 too much: every entry is twice the right one.', scaled(2n, 1n)],
    ['constant-factor', 'A factor 2 is missing: every entry is half the right one.', scaled(1n, 2n)],
  ];
  if (right.rows === right.columns && right.rows > 1)
    all.push([
      'transpose',
      'That is the transpose: rows and columns have changed places.',
      { type: 'transpose', arg: find, span: find.span },
    ]);
  return all;
}
