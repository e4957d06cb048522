// The plane of the two inputs: coloured by the output, with the hidden lines, the boundary and the four points.

import { printedNumber, shortNumber } from '../../figure/number.ts';
import { type Corner, crossing, SvgText } from '../frame/index.ts';
import { words } from '../words.ts';
import { HiddenLines } from './HiddenLines.tsx';
import { points, type XorWeights } from './net.ts';
import { place, size } from './place.ts';
import { dot, type Region, regions } from './regions.ts';

interface PlaneProps {
  /** Unlike that of any other plane on the page. */
  readonly name: string;
  readonly weights: XorWeights;
  readonly outputs: readonly number[];
  readonly dead: readonly [boolean, boolean];
}

export function Plane({ name, weights, outputs, dead }: PlaneProps) {
  const parts = regions(weights);
  const text = words.lab.xor;
  return (
    <svg
      class="lab-picture xor-plane notranslate"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={text.plane(outputs.map((y) => shortNumber(y, 3)))}
    >
      {parts.map((part, i) => (
        <Shade key={i} id={`${name}-shade-${i}`} part={part} />
      ))}
      <path class="xor-boundary" d={parts.map(boundary).join('')} />
      <HiddenLines weights={weights} dead={dead} />
      {points.map(({ x1, x2, label }, i) => {
        const right = outputs[i]! > 0.5 === (label === 1);
        const [x, y] = place([x1, x2]);
        return (
          <g key={i} class="xor-point" data-wrong={!right || undefined}>
            {label === 1 ? (
              <rect x={x - 8} y={y - 8} width={16} height={16} />
            ) : (
              <circle cx={x} cy={y} r={9} />
            )}
            <SvgText x={x} y={y + 26} anchor="middle">
              {`${printedNumber(outputs[i]!, 3)} ${right ? '✓' : '✗'}`}
            </SvgText>
          </g>
        );
      })}
    </svg>
  );
}

/** A region in the hue of values: not at all where the output is 0 or less, full where it is 1 or more. */
function Shade({ id, part: { corners, slope } }: { readonly id: string; readonly part: Region }) {
  const steep = dot(slope, slope);
  if (steep < 1e-12) return null;
  const [x1, y1] = place([0, 0]);
  const [x2, y2] = place([slope[0] / steep, slope[1] / steep]);
  return (
    <g>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={x1} y1={y1} x2={x2} y2={y2}>
        <stop class="xor-none" offset="0" />
        <stop class="xor-full" offset="1" />
      </linearGradient>
      <polygon
        fill={`url(#${id})`}
        shape-rendering="crispEdges"
        points={corners.map((corner) => place(corner).map(short).join(',')).join(' ')}
      />
    </g>
  );
}

/** Where the output is one half. */
function boundary({ corners, slope }: Region): string {
  const ends = crossing(corners, (x: Corner) => dot(slope, x) - 0.5);
  const [from, to] = ends.map((end) => place(end).map(short).join(' '));
  return from && to ? `M${from}L${to}` : '';
}

const short = (n: number) => n.toFixed(1);
