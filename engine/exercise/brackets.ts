// A piece of a response with its place, and how it is cut at separators that stand outside of brackets.

import { ReadFault } from '../formula/index.ts';

export interface Cell {
  readonly text: string;
  /** Where the piece begins in the response. */
  readonly start: number;
}

const OPEN = '[({';
const CLOSE = '])}';

export function spanOf({ text, start }: Cell): [number, number] {
  return [start, start + text.length];
}

export function trim({ text, start }: Cell): Cell {
  const right = text.trimStart();
  return { text: right.trimEnd(), start: start + text.length - right.length };
}

/** The piece from one place of a cell to another, without the spaces at its ends. */
export function slice({ text, start }: Cell, from: number, to = text.length): Cell {
  return trim({ text: text.slice(from, to), start: start + from });
}

/** A separator as `splitAt` takes it, from a sticky pattern. */
export const separator =
  (pattern: RegExp) =>
  (text: string, i: number): number => {
    pattern.lastIndex = i;
    return pattern.exec(text)?.[0].length ?? 0;
  };

/** Cuts at separators outside of brackets; `lengthAt` gives the length of one at a place, or 0. */
export function splitAt(cell: Cell, lengthAt: (text: string, i: number) => number): Cell[] {
  const parts: Cell[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < cell.text.length; i += 1) {
    const c = cell.text[i] as string;
    if (OPEN.includes(c)) depth += 1;
    else if (CLOSE.includes(c)) depth -= 1;
    else if (cell.text.startsWith('\\begin', i)) depth += 1;
    else if (cell.text.startsWith('\\end', i)) depth -= 1;
    const length = depth === 0 ? lengthAt(cell.text, i) : 0;
    if (length === 0) continue;
    parts.push(slice(cell, from, i));
    from = i + length;
    i += length - 1;
  }
  parts.push(slice(cell, from));
  return parts;
}

/** Whether something stands outside of brackets. */
export function has(cell: Cell, lengthAt: (text: string, i: number) => number): boolean {
  return splitAt(cell, lengthAt).length > 1;
}

/** What stands inside a pair of brackets that encloses all, or null. */
export function peel(cell: Cell): Cell | null {
  const end = closing(cell, 0);
  return end === cell.text.length - 1 ? slice(cell, 1, end) : null;
}

/** `[1, 2], [3, 4]` or `[1 2] [3 4]`: the insides of brackets in a row, or null where anything else stands there. */
export function groupsOf(cell: Cell): Cell[] | null {
  const groups: Cell[] = [];
  let at = 0;
  while (at < cell.text.length) {
    const end = closing(cell, at);
    if (end < 0) return null;
    groups.push(slice(cell, at + 1, end));
    at = end + 1;
    const between = /[\s,;]+/y;
    between.lastIndex = at;
    const length = between.exec(cell.text)?.[0].length ?? 0;
    if (length === 0 && closing(cell, at) > 0) {
      if (!/[,;]/.test(cell.text)) return null; // a product
      throw new ReadFault('Something is missing between these brackets: a comma, or a *.', [
        cell.start + at - 1,
        cell.start + at + 1,
      ]);
    }
    at += length;
  }
  return groups;
}

/** Where the bracket at a place closes; -1 where none opens there. */
function closing({ text, start }: Cell, from: number): number {
  if (!OPEN.includes(text[from] ?? ' ')) return -1;
  const open: number[] = [];
  for (let i = from; i < text.length; i += 1) {
    const c = text[i] as string;
    if (OPEN.includes(c)) open.push(i);
    if (!CLOSE.includes(c)) continue;
    const opened = text[open.pop() as number] as string;
    const expected = CLOSE[OPEN.indexOf(opened)];
    if (c !== expected)
      throw new ReadFault(`A “${expected}” was expected here, to close the “${opened}” opened earlier.`, [
        start + i,
        start + i + 1,
      ]);
    if (open.length === 0) return i;
  }
  throw new ReadFault(`This “${text[from]}” is never closed.`, [start + from, start + from + 1]);
}
