// What the names in a formula mean: the reading of a text depends on it.

import type { Expr } from './ast.ts';

/** The units of layer l + offset are an axis of their own for every layer. */
export interface Axis {
  /** The name of the size, or a whole number: `K`, `2`. */
  readonly size: string;
  /** For a size that depends on the layer: its layer, as the declaration writes it. */
  readonly layer?: Expr;
}

/** One way in which an array may be written; `w_ij^2` and `w_j^3` are two forms of w. */
export interface ArrayForm {
  /** The layer it is declared for: a number, a name such as `l` for every layer, or none. */
  readonly layer?: Expr;
  readonly axes: readonly Axis[];
  /** Names of the indices in the declaration, for messages: `kj`. */
  readonly letters: readonly string[];
}

export type Meaning =
  | {
      readonly role: 'array';
      readonly forms: readonly ArrayForm[];
      readonly padded: boolean;
      /** What an array of the reader's own stands for, with the indices of its only form. */
      readonly tree?: Expr;
    }
  /** A number that is the length of an axis, or a declared whole number. */
  | { readonly role: 'size' }
  /** An index with a fixed value, such as the true class c. */
  | { readonly role: 'index'; readonly axis: Axis }
  /** A function of one number: an open one, or another name for a known one. */
  | { readonly role: 'function'; readonly is?: string }
  /** Stands for a formula: `t = tanh(z)`. A name of the reader's own is read as that formula. */
  | { readonly role: 'short'; readonly text: string; readonly tree: Expr; readonly own?: boolean };

/** Everything that the reading of one formula depends on. */
export interface Scope {
  readonly names: ReadonlyMap<string, Meaning>;
  /** `mixed`: the model's own equations, where an array may stand with or without its indices. */
  readonly notation: 'entries' | 'matrix' | 'mixed';
  /** Whether `0,25` is a number here: true where one number is asked. */
  readonly decimalComma: boolean;
  /** Whether `*` between arrays is the product entry by entry. */
  readonly star: boolean;
  /** Whether derivatives may be written: true for authors. */
  readonly derivatives: boolean;
  /** Names that the model has and this exercise does not lend out. */
  readonly hidden?: ReadonlyMap<string, Meaning>;
}

/** Whether an array may be written for every layer, `W^l`. */
export const hasLayers = ({ names }: Scope): boolean =>
  [...names.values()].some((m) => m.role === 'array' && m.forms.some(({ layer }) => layer?.type === 'name'));

/** A scope without names, for numbers. */
export const NUMBERS: Scope = {
  names: new Map(),
  notation: 'entries',
  decimalComma: true,
  star: false,
  derivatives: false,
};

/** The name among `known` that a reader most likely meant, or null: another letter case, or one slip of the finger. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = name.length > 3 ? 3 : 2;
  for (const candidate of known) {
    if (candidate.toLowerCase() === name.toLowerCase()) return candidate;
    if (name.length < 3) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] as number;
}
