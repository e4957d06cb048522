// The plane of the two inputs: coloured by the output, with the hidden lines, the boundary and the four points.

import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { SvgText } from '../frame/index.ts';
import { words } from '../words.ts';
import { createField, crossings, hiddenLine, square } from './field.ts';
import { points, type XorWeights } from './net.ts';

const size = 264;
const side = 61;
const place = (value: number) => ((value - square.low) / (square.high - square.low)) * size;

interface PlaneProps {
  readonly weights: XorWeights;
  readonly outputs: readonly number[];
  readonly dead: readonly [boolean, boolean];
}

export function Plane({ weights, outputs, dead }: PlaneProps) {
  const field = useMemo(() => createField(side), []);
  const canvas = useRef<HTMLCanvasElement>(null);
  const values = field.outputs(weights);
  useLayoutEffect(() => paint(canvas, values));
  const scale = size / (side - 1);
  const boundary = crossings(values, side, 0.5);
  let path = '';
  for (let i = 0; i < boundary.length; i += 4) {
    const [ax, ay, bx, by] = boundary.slice(i, i + 4).map((n) => (n * scale).toFixed(1));
    path += `M${ax} ${ay}L${bx} ${by}`;
  }
  const text = words.lab.xor;
  return (
    <div class="xor-plane">
      <canvas ref={canvas} class="xor-canvas" width={side} height={side} />
      <svg
        class="lab-picture notranslate"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={text.plane(outputs.map((y) => shortNumber(y, 3)))}
      >
        {([0, 1] as const).map((unit) => (
          <HiddenLine
            key={unit}
            unit={unit}
            w1={weights[2 * unit]!}
            w2={weights[2 * unit + 1]!}
            dead={dead[unit]}
          />
        ))}
        <path class="xor-boundary" d={path} />
        {points.map(({ x1, x2, label }, i) => {
          const right = outputs[i]! > 0.5 === (label === 1);
          const [x, y] = [place(x1), size - place(x2)];
          return (
            <g key={i} class="xor-point" data-wrong={!right || undefined}>
              {label === 1 ? (
                <rect x={x - 8} y={y - 8} width={16} height={16} />
              ) : (
                <circle cx={x} cy={y} r={9} />
              )}
              <SvgText x={x} y={y + 26} anchor="middle">
                {`${shortNumber(outputs[i]!, 3)} ${right ? '✓' : '✗'}`}
              </SvgText>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface HiddenLineProps {
  readonly unit: 0 | 1;
  readonly w1: number;
  readonly w2: number;
  readonly dead: boolean;
}

/** The line on which a unit is 0, with an arrow to the side on which it works. */
function HiddenLine({ unit, w1, w2, dead }: HiddenLineProps) {
  const line = hiddenLine(w1, w2);
  if (!line) return null;
  const [x, y, toX, toY] = line.map(place) as [number, number, number, number];
  const length = Math.hypot(w1, w2);
  const [nx, ny] = [w1 / length, w2 / length];
  // The arrow stands on the end of the line that lies further from the origin.
  const first = Math.hypot(line[0], line[1]) > Math.hypot(line[2], line[3]);
  const [ax, ay] = [place(0.95 * (first ? line[0] : line[2])), place(0.95 * (first ? line[1] : line[3]))];
  const [bx, by] = [ax + 26 * nx, ay + 26 * ny];
  const name = words.lab.xor.unit(unit + 1, dead);
  return (
    <g class="xor-line" data-unit={unit + 1} data-dead={dead || undefined}>
      <line x1={x} y1={size - y} x2={toX} y2={size - toY} />
      <line class="xor-arrow" x1={ax} y1={size - ay} x2={bx} y2={size - by} />
      <circle cx={bx} cy={size - by} r={3.5} />
      <SvgText
        x={Math.max(30, Math.min(size - 30, bx + 14 * nx))}
        y={Math.max(14, Math.min(size - 6, size - by - 14 * ny + 4))}
        anchor="middle"
      >
        {name}
      </SvgText>
    </g>
  );
}

/** Each cell in the hue of values, the more opaque the larger the output. */
function paint(canvas: RefObject<HTMLCanvasElement>, values: Float64Array): void {
  const context = canvas.current?.getContext('2d');
  if (!context) return;
  const [r = 0, g = 0, b = 0] = (getComputedStyle(canvas.current!).color.match(/[\d.]+/g) ?? []).map(Number);
  const image = context.createImageData(side, side);
  for (let i = 0; i < values.length; i++) {
    image.data[4 * i] = r;
    image.data[4 * i + 1] = g;
    image.data[4 * i + 2] = b;
    image.data[4 * i + 3] = 150 * Math.max(0, Math.min(1, values[i]!));
  }
  context.putImageData(image, 0, 0);
}
