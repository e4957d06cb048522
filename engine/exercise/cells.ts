// The text form of vectors and matrices: from `[[0,-1],[-1.5,0]]`, `(2; -1)`, `[0 -1; -1.5 0]` or LaTeX to single entries.

import { ReadFault } from '../formula/index.ts';
import { type Cell, groupsOf, has, peel, slice, splitAt } from './brackets.ts';
import { chained, inOrder, type Labelled, labelled } from './labels.ts';
import { laidOut, shapeOf } from './shaped.ts';
import { bodyOf, unwrapped } from './undress.ts';

export interface Cells {
  readonly rows: readonly (readonly Cell[])[];
  /** True for a flat list, which says nothing about rows and columns. */
  readonly flat: boolean;
}

/** What a comma between digits and a space between entries are taken for. */
interface Style {
  readonly decimalComma: boolean;
  readonly spaces: boolean;
  /** `(2 | -1)`: bars part entries, where no other reading fits. */
  readonly bars?: true;
}

/**
 * Splits a response into its entries. Where it can be read in more than one way (`[1,2; 3,4]`, `2 e, 3 e`), the first
 * reading that fits is taken, and the first one of all where none does. Throws a ReadFault for rows of unequal length,
 * missing entries and unclosed brackets.
 */
export function readCells(response: string, fits: (cells: Cells) => boolean = () => true): Cells {
  const whole = bodyOf(response);
  return firstFit(whole, fits, (style) => {
    const cells = arrayOf(whole, style);
    const lengths = cells.rows.map((row) => row.length);
    if (lengths.some((n) => n !== lengths[0]))
      throw new ReadFault(
        `The rows of a matrix must be equally long; here they have ${lengths.join(', ')} entries.`,
        [0, response.length],
      );
    return cells;
  });
}

function firstFit(whole: Cell, fits: (cells: Cells) => boolean, read: (style: Style) => Cells): Cells {
  let first: Cells | ReadFault | undefined;
  for (const style of stylesOf(whole)) {
    const found = attempt(() => {
      const cells = read(style);
      const empty = cells.rows.flat().find((cell) => cell.text === '');
      if (empty) throw new ReadFault('An entry is missing.', [Math.max(0, empty.start - 1), empty.start + 1]);
      return cells;
    });
    if (!(found instanceof ReadFault) && fits(found)) return found;
    first ??= found;
  }
  if (first instanceof ReadFault) throw first;
  return first as Cells;
}

function attempt(read: () => Cells): Cells | ReadFault {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadFault) return error;
    throw error;
  }
}

/** The ways in which a text can be read, the likeliest first. */
function stylesOf(whole: Cell): Style[] {
  const styles = stylesOfCommas(whole);
  if (!whole.text.includes('|')) return styles;
  const bars = [true, false].map((decimalComma) => ({ decimalComma, spaces: false, bars: true }) as const);
  return [...styles, ...bars];
}

function stylesOfCommas({ text }: Cell): Style[] {
  const usual = [
    { decimalComma: false, spaces: true },
    { decimalComma: false, spaces: false },
  ];
  // A decimal comma stands between digits, and then no other comma does, nor any decimal point.
  const tight = text.match(/\d,\d/g)?.length ?? 0;
  const commas = text.match(/,(?!\s)/g)?.length ?? 0;
  if (tight === 0 || commas > tight || /\d\.\d/.test(text)) return usual;
  const decimal = [
    { decimalComma: true, spaces: true },
    { decimalComma: true, spaces: false },
  ];
  const first = (/;/.test(text) && !/,\s/.test(text)) || isSpaced(text, commas);
  return first ? [...decimal, ...usual] : [...usual, ...decimal];
}

/** `-1 -0,5`, as a spreadsheet gives it: whoever leaves a space before each number puts no comma between them. */
function isSpaced(text: string, commas: number): boolean {
  const numbers = text.match(/(?<=^|[\s([{])[-+]?\d+,\d+(?=$|[\s)\]}])/g)?.length ?? 0;
  return numbers === commas && !/,\s/.test(text) && /[^\s([{]\s+[-+]?\d/.test(text);
}

const TRANSPOSED =
  /(?<=[\])}]\s*)(?:\^\s*(?:\{\s*)?(?:T|t|\\top|\\intercal|\\math(?:rm|sf|bf)\s*\{T\})(?:\s*\})?|'|ᵀ|\.T)$/;

/** What makes rows of columns: `cbind` and its like put columns beside each other, `t` turns a matrix over. */
const TURNS = /^(?:[A-Za-z]+\.)?(?:cbind|hcat|column_stack|t|transpose|Transpose)\s*(?=[[(])/;

function arrayOf(whole: Cell, style: Style): Cells {
  const pieces = labelled(whole);
  if (pieces?.length === 1 && !chained(pieces)) return arrayOf((pieces[0] as Labelled).value, style);
  if (pieces) return grid(pieces) ?? { rows: [inOrder(pieces)], flat: true };
  const shape = shapeOf(whole);
  if (shape) return { rows: laidOut(arrayOf(unwrapped(shape.list), style).rows.flat(), shape), flat: false };
  const turns = TURNS.exec(whole.text);
  const columns = turns && peel(slice(whole, turns[0].length));
  if (columns) return transposed(arrayOf(unwrapped(columns), style));
  const turned = TRANSPOSED.exec(whole.text);
  if (turned) return transposed(arrayOf(slice(whole, 0, turned.index), style));
  return fromEnvironment(whole) ?? fromBrackets(whole, style);
}

/** `w11 = 0, w12 = -1, w21 = -1.5, w22 = 0`: two numbers in a name are a row and a column. */
function grid(pieces: readonly Labelled[]): Cells | null {
  const digits = ({ labels }: Labelled) => labels[0]?.text.match(/\d/g) ?? [];
  // In `W1[0, 1]` the first number belongs to the name.
  const own = digits(pieces[0] as Labelled)[0];
  const numbered = pieces.every((piece) => digits(piece).length === 3 && digits(piece)[0] === own);
  const place = (piece: Labelled) => digits(piece).slice(Number(numbered));
  if (!pieces.every((piece) => piece.labels.length === 1 && place(piece).length === 2)) return null;
  const rows = new Map<string, Labelled[]>();
  for (const piece of pieces) {
    const row = place(piece)[0] as string;
    rows.set(row, [...(rows.get(row) ?? []), piece]);
  }
  const keys = [...rows.keys()].sort();
  return { rows: keys.map((key) => inOrder(rows.get(key) as Labelled[])), flat: false };
}

function transposed({ rows, flat }: Cells): Cells {
  if (flat) return { rows, flat };
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rows: Array.from({ length: longest }, (_, k) => rows.map((row) => row[k] ?? { text: '', start: 0 })),
    flat,
  };
}

const rowEnd = (text: string, i: number) =>
  text.startsWith('\\\\', i) ? 2 : /^\\cr(?![A-Za-z])/.test(text.slice(i, i + 4)) ? 3 : 0;

/** The beginning of a LaTeX array, with what it may say of its columns. */
const OPENED = /\\begin\s*\{[a-zA-Z]*\*?\}(?:\s*\{(?:[clr|\s]|@\{\}|\*\{\d+\}\{[clr|]+\})*\})?/g;

/** LaTeX: rows end with a double backslash, entries with an ampersand. */
function fromEnvironment(whole: Cell): Cells | null {
  const cell = peel(whole) ?? whole;
  const first = cell.text.match(OPENED)?.[0];
  const opened = first && cell.text.startsWith(first) ? first : '';
  if (!opened && !has(cell, rowEnd) && !has(cell, mark('&'))) return null;
  const end = opened ? cell.text.indexOf('\\end') : cell.text.length;
  if (end < 0) throw new ReadFault('\\end{pmatrix} is missing.', [cell.start, cell.start + cell.text.length]);
  const after = opened ? /^\\end\s*\{[a-zA-Z]*\*?\}\s*/.exec(cell.text.slice(end))?.[0].length : undefined;
  if (after !== undefined && end + after < cell.text.length)
    throw new ReadFault('Something stands behind this array.', [
      cell.start + end + after,
      cell.start + cell.text.length,
    ]);
  const rows = splitAt(slice(cell, opened.length, end), rowEnd).map((row) =>
    splitAt(row, mark(has(row, mark('&')) ? '&' : ',')),
  );
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0]?.text === '') rows.pop();
  return { rows, flat: false };
}

function fromBrackets(whole: Cell, style: Style): Cells {
  const inner = peel(whole);
  const lines = inner ?? withoutEnd(whole);
  // `[-12; 0] [4 2]` is a column times a row.
  const product = !inner && /[\])]\s+[[(]/.test(lines.text) && lines.text.includes(';');
  const groups = product ? null : groupsOf(lines);
  if (groups && groups.length > (inner ? 0 : 1)) {
    const rows = groups.map((group) =>
      has(group, mark(';')) ? splitAt(group, mark(';')) : entriesOf(group, style),
    );
    // `(1/2), (1/3)` are numbers in brackets.
    if (lines.text.startsWith('[') || rows.some((row) => row.length > 1)) return { rows, flat: false };
  }
  const rows = has(lines, mark('\n'))
    ? splitAt(lines, mark('\n')).map((line) => lineOf(withoutEnd(line), style))
    : splitAt(lines, mark(';')).map((row) => entriesOf(row, style));
  const single = rows.every((row) => row.length === 1);
  return single ? { rows: [rows.flat()], flat: true } : { rows, flat: rows.length === 1 };
}

/** `all 1`: one number for every place. */
const EACH =
  /^(?:(?:all|both|each|every)(?: of them| two| four| six| weights?| multipliers?)?(?: are| is| equal|:)? *|(?=.* each$))(-?[\d./]+)(?: (?:for )?each)?$/i;

/** The entries one after the other, however they are grouped; `count` of them are expected. */
export function readList(whole: Cell, count: number): Cell[] {
  const each = EACH.exec(whole.text)?.[1];
  if (each !== undefined) {
    const at = whole.text.lastIndexOf(each);
    const value = slice(whole, at, at + each.length);
    return Array.from({ length: count }, () => value);
  }
  // The marks of LaTeX become those of plain lists.
  const text = whole.text
    .replace(OPENED, (match) => '('.padEnd(match.length))
    .replace(/\\end\s*\{[a-zA-Z]*\*?\}/g, (match) => ')'.padStart(match.length))
    .replace(/\\\\(?=\s*\))/g, '  ')
    .replace(/\\\\|\\cr(?![A-Za-z])|&/g, (match) => ';'.padEnd(match.length));
  const list = { text, start: whole.start };
  const read = (style: Style): Cells => ({ rows: [flatten(list, style)], flat: true });
  return firstFit(list, ({ rows }) => rows[0]?.length === count, read).rows.flat();
}

function flatten(cell: Cell, style: Style): Cell[] {
  const turned = TRANSPOSED.exec(cell.text);
  const whole = turned ? slice(cell, 0, turned.index) : cell;
  const groups = groupsOf(whole);
  if (groups && groups.length > 0) return groups.flatMap((group) => flatten(group, style));
  const list = withoutEnd(whole);
  const cut = ['\n', ';'].map(mark).find((separator) => has(list, separator));
  const parts = cut ? splitAt(list, cut).map(withoutEnd) : entriesOf(list, style);
  return parts.length > 1 ? parts.flatMap((part) => flatten(part, style)) : parts;
}

const mark = (sign: string) => (text: string, i: number) => Number(text[i] === sign);

function withoutEnd(cell: Cell): Cell {
  return slice(cell, 0, /[,;]?$/.exec(cell.text)?.index);
}

/** The entries of a row: parted by commas, or by spaces where there are none. */
function entriesOf(row: Cell, { decimalComma, spaces, bars }: Style): Cell[] {
  if (bars && has(row, mark('|'))) return splitAt(row, mark('|'));
  const comma = (text: string, i: number) =>
    Number(text[i] === ',' && !(decimalComma && /\d,\d/.test(text.slice(i - 1, i + 2))));
  if (has(row, comma)) return splitAt(row, comma);
  return spaces ? splitAt(row, gap) : [row];
}

/** A row on a line of its own; where commas are decimal commas, semicolons part its entries. */
const lineOf = (line: Cell, style: Style): Cell[] =>
  has(line, mark(';')) ? splitAt(line, mark(';')) : entriesOf(line, style);

const OPERATOR = /[-+*/^_,([{]$|\\(?:cdot|times|div)$/;
const NO_ENTRY = /^(?:[*/^_{)\]},=]|[-+]\s|\\(?:cdot|times|div)(?![A-Za-z]))/;

/** A space between two entries. A sign that clings to what follows belongs to it: `2 -1` are two, `2 - 1` is one. */
function gap(text: string, i: number): number {
  const run = /\s+/y;
  run.lastIndex = i;
  const length = run.exec(text)?.[0].length ?? 0;
  if (length === 0) return 0;
  const before = text.slice(Math.max(0, i - 6), i);
  const after = text.slice(i + length, i + length + 8);
  if (OPERATOR.test(before) || NO_ENTRY.test(after)) return 0;
  return after.startsWith('(') && /[A-Za-z]$/.test(before) ? 0 : length;
}
