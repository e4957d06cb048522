// The text form of vectors and matrices: from `[[0,-1],[-1.5,0]]`, `(2; -1)` or LaTeX to single entries with their places.

import { ReadFault } from '../formula/index.ts';

export interface Cell {
  readonly text: string;
  /** Where the entry begins in the response. */
  readonly start: number;
}

export interface Cells {
  readonly rows: readonly (readonly Cell[])[];
  /** True for a flat list, which says nothing about rows and columns. */
  readonly flat: boolean;
}

const OPEN = '[({';
const CLOSE = '])}';

/** Splits a response into its entries; throws a ReadFault for unequal rows, missing entries and unclosed brackets. */
export function readCells(response: string): Cells {
  const whole = trim({ text: response, start: 0 });
  if (whole.text === '') throw new ReadFault('Nothing is typed yet.', [0, response.length]);
  const cells = /\\begin/.test(whole.text) ? fromEnvironment(whole) : fromBrackets(whole);
  const lengths = cells.rows.map((row) => row.length);
  if (lengths.some((n) => n !== lengths[0]))
    throw new ReadFault(
      `The rows of a matrix must be equally long; here they have ${lengths.join(', ')} entries.`,
      [0, response.length],
    );
  const empty = cells.rows.flat().find((cell) => cell.text === '');
  if (empty) throw new ReadFault('An entry is missing.', [Math.max(0, empty.start - 1), empty.start + 1]);
  return cells;
}

function trim({ text, start }: Cell): Cell {
  const dressed = text.replace(/^[\s$]+/, '');
  return { text: dressed.replace(/[\s$]+$/, ''), start: start + text.length - dressed.length };
}

function fromEnvironment(whole: Cell): Cells {
  const body = /\\begin\s*\{[a-zA-Z]*\}([\s\S]*?)\\end/.exec(whole.text);
  if (!body)
    throw new ReadFault('\\end{pmatrix} is missing.', [whole.start, whole.start + whole.text.length]);
  const start = whole.start + body.index + body[0].indexOf('}') + 1;
  const rows = splitAt({ text: body[1] as string, start }, (text, i) =>
    text.startsWith('\\\\', i) ? 2 : 0,
  ).map((row) => splitAt(row, (text, i) => (text[i] === '&' ? 1 : 0)));
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0]?.text === '') rows.pop();
  return { rows, flat: false };
}

function fromBrackets(whole: Cell): Cells {
  const inner = peel(whole);
  const parts = inner ? separate(inner) : separate(whole);
  if (inner && parts.every((part) => peel(part) !== null && !/^\(/.test(part.text)))
    return { rows: parts.map((part) => separate(peel(part) as Cell)), flat: false };
  if (inner && parts.length > 1 && parts.every((part) => peel(part) !== null))
    return { rows: parts.map((part) => separate(peel(part) as Cell)), flat: false };
  // `[1, 2], [3, 4]`: rows without the brackets round all of them.
  if (!inner && parts.length > 1 && parts.every((part) => peel(part) !== null))
    return { rows: parts.map((part) => separate(peel(part) as Cell)), flat: false };
  const lines = inner ?? whole;
  // `[1, 2; 3, 4]`: with a space after each comma the semicolons part rows.
  if (/;/.test(lines.text) && /,\s/.test(lines.text) && !/,\S/.test(lines.text))
    return {
      rows: splitAt(lines, (text, i) => (text[i] === ';' ? 1 : 0)).map((row) =>
        splitAt(row, (text, i) => (text[i] === ',' ? 1 : 0)),
      ),
      flat: false,
    };
  return { rows: [parts], flat: true };
}

/** What stands inside a pair of brackets that encloses all, or null. */
function peel(cell: Cell): Cell | null {
  const unwrapped = cell.text.replace(/^\\left\s*/, '');
  const shift = cell.text.length - unwrapped.length;
  const text = unwrapped.replace(/\\right\s*(?=[\])}]$)/, '');
  if (!OPEN.includes(text[0] ?? ' ')) return null;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (OPEN.includes(text[i] as string)) depth += 1;
    if (CLOSE.includes(text[i] as string)) depth -= 1;
    if (depth === 0 && i < text.length - 1) return null;
  }
  if (depth !== 0)
    throw new ReadFault(`This “${text[0]}” is never closed.`, [cell.start + shift, cell.start + shift + 1]);
  return trim({ text: text.slice(1, -1), start: cell.start + shift + 1 });
}

/** Parts at commas; where there are semicolons these part, and a comma is a decimal comma. */
function separate(cell: Cell): Cell[] {
  const bySemicolon = splitAt(cell, (text, i) => (text[i] === ';' ? 1 : 0));
  return bySemicolon.length > 1 ? bySemicolon : splitAt(cell, (text, i) => (text[i] === ',' ? 1 : 0));
}

/** Splits at separators outside brackets; `separator` gives the length of one at a place, or 0. */
function splitAt(cell: Cell, separator: (text: string, i: number) => number): Cell[] {
  const parts: Cell[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < cell.text.length; i += 1) {
    const c = cell.text[i] as string;
    if (OPEN.includes(c)) depth += 1;
    else if (CLOSE.includes(c)) depth -= 1;
    const length = depth === 0 ? separator(cell.text, i) : 0;
    if (length === 0) continue;
    parts.push(trim({ text: cell.text.slice(from, i), start: cell.start + from }));
    from = i + length;
    i += length - 1;
  }
  parts.push(trim({ text: cell.text.slice(from), start: cell.start + from }));
  return parts;
}
