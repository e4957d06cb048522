// Cells of a vector or matrix, to and from the text that the engine reads.

export type Cells = string | readonly Cells[];

/** `[['0', '-1'], ['-1,5', '0']]` becomes `[[0; -1]; [-1,5; 0]]`; with semicolons a comma is a decimal comma. */
export function writeCells(cells: Cells): string {
  return typeof cells === 'string' ? cells.trim() : `[${cells.map(writeCells).join('; ')}]`;
}

/** The inverse of `writeCells` for a given shape; cells that the text lacks are empty. */
export function readCells(text: string, shape: readonly number[]): Cells {
  const [length, ...rest] = shape;
  if (length === undefined) return text.trim();
  const inner = /^\s*\[([\s\S]*)\]\s*$/.exec(text)?.[1] ?? '';
  const items = splitOutside(inner);
  return Array.from({ length }, (_, i) => readCells(items[i] ?? '', rest));
}

/** The shape that a text written by `writeCells` has. */
export function shapeOfText(text: string): readonly number[] {
  const inner = /^\s*\[([\s\S]*)\]\s*$/.exec(text)?.[1];
  if (inner === undefined) return [];
  const items = splitOutside(inner);
  return [items.length, ...shapeOfText(items[0] ?? '')];
}

/** A copy with one cell replaced. Signs that would reach into other cells are taken out of the value. */
export function withCell(cells: Cells, index: readonly number[], value: string): Cells {
  const [first, ...rest] = index;
  if (first === undefined || typeof cells === 'string')
    return value.replaceAll(';', ',').replace(/[[\]]/g, '');
  return cells.map((cell, i) => (i === first ? withCell(cell, rest, value) : cell));
}

/** The texts of all cells in reading order. */
export function flatCells(cells: Cells): readonly string[] {
  return typeof cells === 'string' ? [cells] : cells.flatMap(flatCells);
}

/**
 * An array that was copied elsewhere, a cell each: rows end at line breaks, semicolons or brackets, entries at tabs,
 * spaces or commas. `[[1. 2.]\n [3. 4.]]` fills a 2 x 2 matrix; nothing comes of a text that has another shape.
 */
export function pastedCells(text: string, shape: readonly number[]): Cells | undefined {
  const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : shape;
  if (rows === undefined || columns === undefined || shape.length > 2 || rows * columns < 2) return undefined;
  // Beside semicolons and tabs a comma is a decimal comma.
  const between = /[;\t]/.test(text) ? /\s+/ : /[\s,]+/;
  const read = text
    .split(/[\n;\][]|\\\\/)
    .map((line) => line.split(between).filter((entry) => entry !== ''))
    .filter((line) => line.length > 0);
  // A vector may have been copied as a column.
  const found = shape.length === 1 && read.every((line) => line.length === 1) ? [read.flat()] : read;
  if (found.length !== rows || found.some((line) => line.length !== columns)) return undefined;
  return shape.length === 1 ? found[0]! : found;
}

/** Cuts at semicolons that stand in no bracket. */
function splitOutside(text: string): readonly string[] {
  const items: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '[') depth++;
    else if (sign === ']') depth--;
    if (sign === ';' && depth === 0) items.push('');
    else items[items.length - 1] += sign;
  }
  return items;
}
