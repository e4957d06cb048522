// For each hidden unit the line on which it is 0, with an arrow to the side on which it works.

import { type Corner, crossing, SvgText } from '../frame/index.ts';
import { words } from '../words.ts';
import { points, type XorWeights } from './net.ts';
import { place, size } from './place.ts';
import { dot, into, square } from './regions.ts';

interface HiddenLinesProps {
  readonly weights: XorWeights;
  readonly dead: readonly [boolean, boolean];
}

export function HiddenLines({ weights, dead }: HiddenLinesProps) {
  // Names keep clear of the points, of the numbers under them, and of each other.
  const taken = points.flatMap(({ x1, x2 }): readonly Spot[] => {
    const [x, y] = place([x1, x2]);
    return [
      { at: [x, y], half: [10, 10] },
      { at: [x, y + 22], half: [26, 7] },
    ];
  });
  return (
    <g>
      {([0, 1] as const).map((unit) => {
        const called = words.lab.xor.unit(unit + 1, dead[unit]);
        const half: Corner = [3.7 * called.length, 8];
        const line = lineOf(into(weights, unit), half, taken);
        if (!line) return null;
        taken.push({ at: line.name, half });
        const [[x1, y1], [x2, y2]] = line.ends;
        const [foot, tip, name] = [line.foot, line.tip, line.name];
        return (
          <g key={unit} class="xor-line" data-unit={unit + 1} data-dead={dead[unit] || undefined}>
            <line x1={x1} y1={y1} x2={x2} y2={y2} />
            <line class="xor-arrow" x1={foot[0]} y1={foot[1]} x2={tip[0]} y2={tip[1]} />
            <circle cx={tip[0]} cy={tip[1]} r={3.5} />
            <SvgText x={name[0]} y={name[1] + 4} anchor="middle">
              {called}
            </SvgText>
          </g>
        );
      })}
    </g>
  );
}

interface Line {
  readonly ends: readonly [Corner, Corner];
  readonly foot: Corner;
  readonly tip: Corner;
  /** The middle of its name. */
  readonly name: Corner;
}

/** Something in the picture: its middle, and how far it reaches to the sides, and up and down. */
interface Spot {
  readonly at: Corner;
  readonly half: Corner;
}

const arrow = 26;

/**
 * The line of a unit with these weights, its arrow on the first place where a name that reaches as far as `half` is
 * free; nothing without weights.
 */
function lineOf(w: Corner, half: Corner, taken: readonly Spot[]): Line | undefined {
  const [a, b] = crossing(square, (x) => dot(w, x));
  if (!a || !b) return undefined;
  const length = Math.hypot(...w);
  const [nx, ny] = [w[0] / length, -w[1] / length];
  const ends = [place(a), place(b)] as const;
  const [far, near] = Math.hypot(...a) > Math.hypot(...b) ? [a, b] : [b, a];
  const lines = [
    [far, 0.95],
    [far, 0.72],
    [near, 0.92],
    [far, 0.5],
  ] as const;
  const drawn = lines.map(([end, share]): Line => {
    const foot = place([share * end[0], share * end[1]]);
    const tip: Corner = [foot[0] + arrow * nx, foot[1] + arrow * ny];
    // Wider than high, so further off where the arrow lies flat.
    const off = 8 + half[0] * Math.abs(nx) + half[1] * Math.abs(ny);
    const name: Corner = [within(tip[0] + off * nx, half[0] + 8), within(tip[1] + off * ny, 12)];
    return { ends, foot, tip, name };
  });
  const room = ({ name, tip }: Line) =>
    tip.some((n) => within(n, 5) !== n)
      ? 0
      : Math.min(...[...taken, { at: tip, half: [4, 4] } as const].map((one) => apart(name, half, one)));
  return drawn.find((line) => room(line) >= 1) ?? drawn.toSorted((p, q) => room(q) - room(p))[0];
}

const within = (n: number, edge: number) => Math.max(edge, Math.min(size - edge, n));

/** How far a name is from something, where 1 is touching. */
const apart = ([x, y]: Corner, half: Corner, { at: [u, v], half: [wide, high] }: Spot) =>
  Math.max(Math.abs(x - u) / (wide + half[0]), Math.abs(y - v) / (high + half[1]));
