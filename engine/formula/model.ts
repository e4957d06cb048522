// A model: declarations and equations, the small program that exercises, figures and checks speak about.

import type { Expr } from './ast.ts';
import type { ArrayForm, Axis, Meaning } from './scope.ts';

/** Where the numbers of a declared name come from. */
export type Domain =
  /** Any numbers: drawn anew at every point. */
  | { readonly kind: 'free' }
  | { readonly kind: 'positive' }
  /** As free ones, but never tried at 0, where a slope may have a jump. */
  | { readonly kind: 'nonzero' }
  /** A whole number of 2 or more. */
  | { readonly kind: 'natural' }
  /** Whole numbers of a variant: the same at every point of one seed. */
  | { readonly kind: 'random'; readonly least: number; readonly most: number }
  /** One entry is 1, the others 0. */
  | { readonly kind: 'one-hot' };

/** How the entries of one name, in one layer or in all, come about. */
export interface Definition {
  readonly name: string;
  /** Letters for the indices on the left-hand side. */
  readonly letters: readonly string[];
  /** The layer on the left-hand side: a letter, a number, or a letter such as L for the last layer. */
  readonly layer?: Expr;
  /** The right-hand side, or the domain of a free name. */
  readonly by: Expr | Domain;
  /** True where the right-hand side is written in whole arrays. */
  readonly matrix: boolean;
  readonly line: number;
}

/** The length of an axis: a fixed one, one drawn at every point, or one that follows from others. */
export interface AxisRule {
  readonly name: string;
  readonly layered: boolean;
  readonly size?: number;
  readonly by?: Expr;
}

export interface Model {
  readonly text: string;
  readonly names: ReadonlyMap<string, Meaning>;
  readonly axes: ReadonlyMap<string, AxisRule>;
  readonly definitions: readonly Definition[];
  /** Layers are counted 0 to `top`. */
  readonly top: number;
  /** The letter for the last layer. */
  readonly last: string;
}

export function isDomain(by: Expr | Domain): by is Domain {
  return 'kind' in by;
}

/** The one form of an array that is written with this layer. */
export function formOf(meaning: Extract<Meaning, { role: 'array' }>, layer: Expr | undefined): ArrayForm {
  const literal = layer?.type === 'number' ? layer.value.num : null;
  return (
    meaning.forms.find((f) => f.layer?.type === 'number' && f.layer.value.num === literal) ??
    meaning.forms.find((f) => f.layer?.type !== 'number') ??
    (meaning.forms[0] as ArrayForm)
  );
}

/** True where the model draws the numbers of a variant by its seed. */
export function isRandom(model: Model): boolean {
  return model.definitions.some((d) => isDomain(d.by) && d.by.kind === 'random');
}

export const UNIT_AXIS: Axis = { size: '1' };
