// What an operation is: data with three parts - what follows from the shapes, forward, backward.
import type { Row } from './row.ts';
import type { Shape } from './shape.ts';

/**
 * What backward does with the gradient of one input: leave it out, write it, or add to what other users of the
 * input have written. The tape decides it once for every input of every row; the first write stores, later ones add.
 * Numbers, because loops compare them quickest.
 */
export const SKIP = 0;
export const STORE = 1;
export const ADD = 2;
export type Write = typeof SKIP | typeof STORE | typeof ADD;

/** The decision for the first, second and third input of a row. */
export interface Into {
  readonly a: Write;
  readonly b: Write;
  readonly c: Write;
}

/** What an op works out from the shapes of its inputs, once, when it is recorded. */
export interface Plan {
  /** Shape of the result. */
  readonly shape: Shape;
  /** How many numbers of working space the row needs, right behind its value. */
  readonly scratch?: number;
}

/** An operation. `v` is the arena of values, `g` the arena of gradients; a row knows the offsets of its inputs. */
export interface Op<Options = object, P extends Plan = Plan> {
  /** How many inputs it takes. */
  readonly inputs: number;
  /** Checks the shapes and settles the result's; throws a TapeError that begins with `name` and names the shapes. */
  plan(shapes: readonly Shape[], options: Options, name: string): P;
  /** Computes the row's value from the values of its inputs. */
  forward(v: Float64Array, row: Row<P>): void;
  /** Sends the row's gradient on to its inputs, by the rule `into`. */
  backward(v: Float64Array, g: Float64Array, row: Row<P>, into: Into): void;
}

/** Delivers a gradient as `write` says. */
export function put(g: Float64Array, place: number, write: Write, gradient: number): void {
  if (write === STORE) g[place] = gradient;
  else if (write === ADD) g[place] = g[place]! + gradient;
}

/** Prepares gradients that will be added up piece by piece: 0 to begin with, if nothing was written before. */
export function clear(g: Float64Array, write: Write, at: number, size: number): void {
  if (write === STORE) g.fill(0, at, at + size);
}
