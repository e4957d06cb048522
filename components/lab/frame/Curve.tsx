// A curve in a plot: points in the units of its axes, joined by straight lines.

import { line } from 'd3-shape';
import type { Scale } from './Plot.tsx';

interface CurveProps {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly on: { readonly x: Scale; readonly y: Scale };
  readonly class?: string;
}

export function Curve({ points, on: { x, y }, class: name = '' }: CurveProps) {
  const path = line<readonly [number, number]>()
    .x(([at]) => x(at))
    .y(([, at]) => y(at))(points);
  return <path class={`lab-curve ${name}`} d={path ?? ''} />;
}

/** Every so many of a long list, and its last: as many as a plot can show. */
export function thinned<T>(list: readonly T[], most: number): readonly (readonly [index: number, item: T])[] {
  const stride = Math.max(1, Math.ceil(list.length / most));
  return list.flatMap((item, i) => (i % stride === 0 || i === list.length - 1 ? [[i, item] as const] : []));
}
