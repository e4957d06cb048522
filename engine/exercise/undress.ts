// A response that lists things, without its dress: LaTeX's spaces and sizes, dollars, quotes, the word “and”.

import { plain, ReadFault, SKIPPED } from '../formula/index.ts';
import { type Cell, peel, slice, splitAt, trim } from './brackets.ts';
import { bare } from './dress.ts';
import { shapeOf } from './shaped.ts';

/** A double backslash comes first: it parts rows, and no command begins with its second half. */
const DRESS =
  /\\\\|\\(?:left|right|[bB]igg?[lr]?|q?quad|displaystyle|hline)(?![A-Za-z])|\\[,;:! ]|\\(?=[{}])|["“”„]/g;
const AND = /\\text\s?\{\s?and\s?\}|(?<![\w\\])(?:and|und|et)(?!\w)/g;
/** A column of two, drawn as a binomial. */
const BINOMIAL = /(\\[dt]?binom\s*\{)([^{}]*)(\}\s*\{)([^{}]*)\}/g;
const ANGLES: Record<string, string> = { l: '(', r: ')' };

/** The same text, as long as before, so that places stay true; what only dresses it is spaces. */
export function undress(response: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  return plain(response)
    .replace(DRESS, (match) => (match === '\\\\' ? match : blank(match)))
    .replace(/\\([lr])angle(?![A-Za-z])/g, (match, side: string) => (ANGLES[side] ?? '').padEnd(match.length))
    .replace(
      BINOMIAL,
      (_, head: string, above: string, middle: string, below: string) =>
        `(${above.padStart(head.length + above.length - 1)};${below.padStart(middle.length + below.length - 1)})`,
    )
    .replace(AND, (match, at: number, text: string) =>
      (/[,;]\s*$/.test(text.slice(Math.max(0, at - 20), at)) ? '' : ',').padEnd(match.length),
    )
    .replace(/[⟨⟩]/g, (c) => (c === '⟨' ? '(' : ')'))
    .replace(/^(\s*)<([^<>]*)>(\s*)$/, '$1($2)$3')
    .replace(/[₀-₉]/g, (c) => String(c.charCodeAt(0) - 0x2080))
    .replace(/./gsu, (c) => (SKIPPED.has(c) ? blank(c) : c));
}

/** No list has brackets inside each other as deep as this. */
const DEEPEST = 50;

function refuseDepth({ text, start }: Cell): void {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if ('([{'.includes(c)) depth += 1;
    if (')]}'.includes(c)) depth -= 1;
    if (depth > DEEPEST)
      throw new ReadFault(`More than ${DEEPEST} brackets stand inside each other.`, [
        start + i,
        start + i + 1,
      ]);
  }
}

/** R's `c(2, -1)`. */
const COMBINED = /(?<![\w\\.])c(?=\()/g;
const WRAPPER =
  /^(?:[A-Za-z]+\.)?(?:array|asarray|matrix|tensor|constant|vector|list|rbind|vstack|Matrix|Vector|Tensor)\s*(?=\()/;

/** `np.ones(4)`, `zeros(2, 2)`, `[0]*2`, `rep(1, 4)`, `all ones`: a number as often as it says. */
const FILLED =
  /(?<![\w.])(?:[A-Za-z]+\.)?(zeros|ones)\s*\(\s*[[(]?\s*(\d)\s*(?:,\s*(\d)?\s*)?[\])]?\s*\)|^\s*\[([^[\],;\s]+)\]\s*\*\s*(\d)\s*$|^\s*rep\s*\(([^(),]+),\s*(\d)\)\s*$/g;

/** A row of a table in Markdown, with another above or below it: `| 0 | -1 |`. */
const TABLE_ROW = /^([ \t]*)\|([^\n|]*\|[^\n]*)\|(?=[ \t]*\n[ \t]*\||(?<=\n.*)[ \t]*$)/gm;

function filled(text: string): string {
  return text
    .replace(TABLE_ROW, '$1 $2 ')
    .replace(
      /^(\s*)all (?:are )?(zero|one)(?:e?s)?\s*$/i,
      (_, before, word) => `${before}all ${word === 'one' ? 1 : 0}`,
    )
    .replace(FILLED, (match, name, rows, columns, entry, times, repeated, often) => {
      const list = (value: string, count = '1') => `[${Array(Number(count)).fill(value).join(',')}]`;
      const value = name === 'ones' ? '1' : name ? '0' : (entry ?? repeated);
      const row = list(value, columns ?? rows ?? times ?? often);
      return (columns ? list(row, rows) : row).padEnd(match.length);
    });
}

/** What is listed, without its dress, its full stop and the calls that numerical packages put round an array. */
export function bodyOf(response: string): Cell {
  const whole = trim({ text: filled(undress(bare(response)).replace(COMBINED, ' ')), start: 0 });
  if (whole.text === '') throw new ReadFault('Nothing is typed yet.', [0, response.length]);
  refuseDepth(whole);
  return unwrapped(slice(whole, 0, /\.?$/.exec(whole.text)?.index));
}

/** What stands in the call that a numerical package puts round an array: `np.array([2, -1])`. */
export function unwrapped(cell: Cell): Cell {
  const wrapper = shapeOf(cell) ? null : WRAPPER.exec(cell.text);
  const inner = wrapper && peel(slice(cell, wrapper[0].length));
  if (!inner) return cell;
  const pieces = splitAt(inner, (text, i) => Number(text[i] === ','));
  const array = pieces[0] as Cell;
  if (/^'.*'$/s.test(array.text)) return slice(array, 1, array.text.length - 1);
  // Maxima's `matrix([0, -1], [-1.5, 0])` and R's `rbind` take row after row.
  return peel(array) && !pieces.every(peel) ? array : inner;
}
