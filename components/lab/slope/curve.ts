// Values and slopes of an activation over many points, by one run of the tape.

import { createTape } from '../../../engine/tape/index.ts';

export const activations = ['sigmoid', 'tanh', 'relu'] as const;
export type ActivationName = (typeof activations)[number];

/** How far the graphs go on each side of 0. */
export const reach = 6;

export interface Curve {
  readonly z: readonly number[];
  readonly value: readonly number[];
  readonly slope: readonly number[];
}

/**
 * Value and slope of f at each point: f runs over all points at once, and each output sends back a 1.
 *
 * `curveOf('sigmoid', [0])` has the value 0.5 and the slope 0.25.
 */
export function curveOf(f: ActivationName, z: readonly number[]): Curve {
  const tape = createTape();
  const points = tape.input([z.length], z, 'z');
  const value = tape[f](points);
  tape.backward(value, { upstream: new Float64Array(z.length).fill(1) });
  return { z, value: [...tape.value(value)], slope: [...tape.gradient(points)] };
}

/** Evenly spaced numbers, both ends included. */
export function spaced(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** Where on the grid the slope is largest: the first such point, or the middle of a stretch of equals. */
export function steepest({ z, slope }: Curve): { readonly z: number; readonly slope: number } {
  const largest = Math.max(...slope);
  const at = z.filter((_, i) => slope[i]! >= largest - 1e-12);
  return { z: at[Math.floor(at.length / 2)]!, slope: largest };
}
