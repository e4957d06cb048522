// Entries that carry their names: `w11 = 1, w12 = -1`, `{"w11": 1}`, `h_1 = 2; h_2 = -1`.

import { ReadFault } from '../formula/index.ts';
import { type Cell, peel, separator, slice, spanOf, splitAt } from './brackets.ts';
import { unwrapped } from './undress.ts';

export interface Labelled {
  /** What stands left of the sign; several where they are chained: `w11 = w22 = 1`. */
  readonly labels: readonly Cell[];
  readonly value: Cell;
}

/** No label of the book comes near. */
const LONGEST = 120;
const sign = separator(/:=|==|=|:|←|<-(?!\d)/y);

/** Commas, semicolons, lines and LaTeX's ends of lines part entries; so does a space between a number and the next name with its sign. */
function between(text: string, i: number): number {
  const c = text[i] as string;
  if (text.startsWith('\\\\', i)) return 2;
  if (/[,;\n]/.test(c)) return 1;
  if (c !== ' ' || !/[\d)\]}]\s*$/.test(text.slice(Math.max(0, i - 40), i))) return 0;
  return Number(/^ [A-Za-z\\][\w^{}\\]*\s*(?:=|:)/.test(text.slice(i, i + LONGEST)));
}

/** The entries with their names; null where not every one has a name. */
export function labelled(whole: Cell): Labelled[] | null {
  const inner = peel(whole);
  if (inner) return /[=:]/.test(inner.text) ? labelled(inner) : null;
  const parts = splitAt(whole, between).filter((part) => part.text !== '');
  const pieces = parts.map((part) => {
    const sides = splitAt(part, sign);
    return { labels: sides.slice(0, -1), value: unwrapped(sides.at(-1) as Cell) };
  });
  const named = pieces.filter(({ labels }) => labels.length > 0);
  if (named.length === 0) return null;
  // `h = 2, -1`: one name for a list of all.
  const first = pieces[0] as Labelled;
  if (named.length === 1 && first.labels.length > 0)
    return [{ labels: first.labels, value: slice(whole, first.value.start - whole.start) }];
  const bare = pieces.find(({ labels }) => labels.length === 0);
  if (bare) throw new ReadFault('Either every entry has its name, or none has.', spanOf(bare.value));
  return pieces;
}

/** True for `m_1 = m_2 = 1`, which gives several entries their value at once. */
export function chained(pieces: readonly Labelled[]): boolean {
  return pieces.some(
    ({ labels }) => labels.length > 1 && labels.every(({ text }) => /^[^\d([{].*\d/s.test(text)),
  );
}

/** A name in the one spelling of lists: `w_{11}`, `w₁₁` and `\mathrm{w}_{1,1}` are w11. */
export function nameOf({ text }: Cell): string {
  return text.replace(/\\(?:math[a-z]+|text[a-z]*|bm|boldsymbol)(?![a-z])|[\\\s_^{}(),']/g, '');
}

/** The values in the order of the numbers in their names, where the names differ in nothing else. */
export function inOrder(pieces: readonly Labelled[]): Cell[] {
  const single = pieces.flatMap(({ labels, value }) => labels.map((label) => ({ labels: [label], value })));
  const keyed = single.map(({ labels, value }) => {
    const name = nameOf(labels[0] as Cell);
    return {
      value,
      name,
      letters: name.replace(/\d/g, ''),
      numbers: (labels[0] as Cell).text.match(/\d+/g) ?? [],
    };
  });
  const twice = keyed.find(({ name }, i) => keyed.findIndex((other) => other.name === name) < i);
  if (twice) throw new ReadFault(`${twice.name} is given twice.`, spanOf(twice.value));
  const alike = keyed.every(
    ({ letters, numbers }) => letters === keyed[0]?.letters && numbers.length === keyed[0]?.numbers.length,
  );
  if (alike)
    keyed.sort((a, b) => {
      const k = a.numbers.findIndex((number, i) => number !== b.numbers[i]);
      return k < 0 ? 0 : Number(a.numbers[k]) - Number(b.numbers[k]);
    });
  return keyed.map(({ value }) => value);
}
