// The calls that lay a list of numbers out as a matrix: `matrix` of R and sympy, `reshape` of numpy and MATLAB.

import { ReadFault } from '../formula/index.ts';
import { type Cell, peel, slice, spanOf, splitAt } from './brackets.ts';

/** A list, and how many rows and columns it is laid out in. */
export interface Shaped {
  readonly list: Cell;
  /** A count that is not given follows from the length of the list. */
  readonly rows?: number;
  readonly columns?: number;
  /** Column after column, as R and MATLAB do, instead of row after row. */
  readonly down: boolean;
}

const METHOD = /\.\s*(?:reshape|view)\s*(?=\([\s\d,()-]*\)$)/;
const CALL = /^([A-Za-z]+\.)?(matrix|Matrix|reshape)\s*(?=\()/;
const NAMED = /^(nrows?|ncols?|byrow)\s*=\s*(.+)$/;

const parted = (cell: Cell): Cell[] => splitAt(cell, (text, i) => Number(text[i] === ','));

/** The list and the shape that a call gives it, or null where the text is no such call. */
export function shapeOf(cell: Cell): Shaped | null {
  const method = METHOD.exec(cell.text);
  if (method) {
    const size = counts(slice(cell, method.index + method[0].length));
    return size && { list: slice(cell, 0, method.index), ...size, down: false };
  }
  const call = CALL.exec(cell.text);
  const inner = call && peel(slice(cell, call[0].length));
  if (!inner) return null;
  const [first, ...rest] = parted(inner) as [Cell, ...Cell[]];
  if (rest.length === 0) return null;
  if (call[2] === 'matrix') return ofR(first, rest);
  if (call[2] === 'Matrix') {
    const size = sizeOf([first, ...rest.slice(0, 1)]);
    return size && rest[1] && rest.length === 2 ? { list: rest[1], ...size, down: false } : null;
  }
  // numpy's shape may stand in brackets, MATLAB's does not.
  const size = rest.length === 1 ? counts(rest[0] as Cell) : sizeOf(rest);
  return size && { list: first, ...size, down: !call[1] && rest.length > 1 };
}

/** `matrix(c(…), nrow=2, byrow=TRUE)`, or `matrix(c(…), 2, 2)`. */
function ofR(list: Cell, rest: readonly Cell[]): Shaped | null {
  const said: Record<string, string> = {};
  const order = ['nrow', 'ncol', 'byrow'];
  for (const { text } of rest) {
    const named = NAMED.exec(text);
    const name = named ? (named[1] as string).replace(/s$/, '') : order.find((other) => !(other in said));
    if (!name) return null;
    said[name] = named?.[2] ?? text;
  }
  const size = { ...at('rows', said.nrow), ...at('columns', said.ncol) };
  if (Object.keys(size).length === 0) return null;
  return { list, ...size, down: !/^(?:T|TRUE|true|True|1)$/.test(said.byrow ?? '') };
}

const counts = (cell: Cell) => {
  const inside = peel(cell) ?? cell;
  return sizeOf(parted(peel(inside) ?? inside).filter(({ text }) => text !== ''));
};

function sizeOf(numbers: readonly Cell[]): { rows?: number; columns?: number } | null {
  const [rows, columns] = numbers.map(({ text }) => text);
  if (numbers.length !== 2 || ![rows, columns].every((text) => /^(?:-1|\[\]|\d+)$/.test(text ?? '')))
    return null;
  return { ...at('rows', rows), ...at('columns', columns) };
}

/** A count, unless it is left to be found (`-1` in numpy, `[]` in MATLAB). */
const at = (name: 'rows' | 'columns', text: string | undefined) =>
  text && /^[1-9]\d*$/.test(text) ? { [name]: Number(text) } : {};

/** Lays entries out in a shape. Throws a ReadFault where they are not as many as it has places. */
export function laidOut(entries: readonly Cell[], { list, down, ...size }: Shaped): Cell[][] {
  const rows = size.rows ?? entries.length / (size.columns ?? entries.length);
  const columns = size.columns ?? entries.length / rows;
  if (rows * columns !== entries.length || !Number.isInteger(rows) || !Number.isInteger(columns))
    throw new ReadFault(
      `${entries.length} entries do not fill ${size.rows ?? 'whole'} rows${size.columns ? ` of ${size.columns}` : ' of equal length'}.`,
      spanOf(list),
    );
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => entries[down ? j * rows + i : i * columns + j] as Cell),
  );
}
