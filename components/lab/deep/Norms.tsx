// The size of the gradient at every layer, on a log axis, beside the bound.

import { Curve, Plot } from '../frame/index.ts';
import { words } from '../words.ts';

interface NormsProps {
  readonly now: readonly number[];
  readonly atStart: readonly number[];
  /** Absent with skip connections. */
  readonly bound?: readonly number[] | undefined;
}

/** Smaller than this is drawn at the lower edge. */
const floor = 1e-40;

export function Norms({ now, atStart, bound }: NormsProps) {
  const text = words.lab.deep;
  const drawn = [...now, ...atStart].filter((n) => n > floor && Number.isFinite(n));
  const largest = Math.max(1e-3, ...drawn);
  const smallest = Math.max(floor, Math.min(1e-4, ...drawn));
  const low = 10 ** Math.floor(Math.log10(smallest) - 0.1);
  const high = 10 ** Math.ceil(Math.log10(largest) + 0.1);
  const inside = (n: number) => Math.max(low, Math.min(high, Number.isFinite(n) ? n : high));
  return (
    <Plot
      label={text.picture}
      x={{ domain: [0.5, now.length + 0.5], label: text.layer, ticks: layerTicks(now.length) }}
      y={{ domain: [low, high], label: text.axis, log: true, ticks: 6 }}
      height={260}
    >
      {({ x, y }) => {
        const points = (norms: readonly number[], first = 0) =>
          norms.slice(first).map((n, l) => [first + l + 1, inside(n)] as const);
        return (
          <g class="lab-gradient">
            {bound && (
              <Curve
                key="bound"
                class="lab-dashed deep-bound"
                points={points(bound, firstInside(bound, high))}
                on={{ x, y }}
              />
            )}
            <Curve class="deep-start" points={points(atStart)} on={{ x, y }} />
            <Curve points={points(now)} on={{ x, y }} />
            <path
              class="lab-dot"
              d={now
                .map((n, l) => (n > 0 ? dot(x(l + 1), y(inside(n)), now.length > 30 ? 3 : 4) : ''))
                .join('')}
            />
            <path
              class="deep-none"
              d={now.map((n, l) => (n > 0 ? '' : `M${x(l + 1) - 4} ${y(low) - 8}l8 8m0 -8l-8 8`)).join('')}
            />
          </g>
        );
      }}
    </Plot>
  );
}

/** A circle as a piece of a path: dots that move together are one element. */
const dot = (x: number, y: number, r: number) =>
  `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** The part of the bound that would stand above the picture is left out. */
function firstInside(bound: readonly number[], high: number): number {
  const first = bound.findIndex((n) => n <= high);
  return first < 0 ? bound.length - 1 : first;
}

function layerTicks(depth: number): readonly number[] {
  const stride = depth <= 10 ? 1 : depth <= 20 ? 2 : depth <= 30 ? 5 : 10;
  return [1, ...Array.from({ length: depth }, (_, i) => i + 1).filter((l) => l % stride === 0 && l > 1)];
}
