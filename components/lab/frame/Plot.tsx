// A plot: two axes, drawn at the size it has on the page, with the curves as its children.

import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { shortNumber, tenTo } from '../../figure/number.ts';
import { SvgText } from './SvgText.tsx';
import { useWidth } from './useWidth.ts';

export interface Axis {
  readonly domain: readonly [number, number];
  readonly label: string;
  readonly log?: boolean;
  readonly ticks?: number | readonly number[];
  /** Counts something: no ticks between whole numbers. */
  readonly whole?: boolean;
}

export type Scale = ScaleContinuousNumeric<number, number>;

export interface PlotProps {
  readonly label: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly height: number;
  readonly children: (scales: { x: Scale; y: Scale; width: number; height: number }) => ComponentChildren;
  /** Pointing into the plot, and dragging there. */
  readonly onPoint?: (x: number, y: number) => void;
}

/** Names of axes stand outside: no curve runs through them. */
const margin = { top: 24, right: 12, bottom: 38, left: 52 };

/** Before it is measured: for a telephone, half a lab, a page and a whole lab. The style sheet hides all but one. */
const unmeasured = [262, 387, 526, 790] as const;

export function Plot(props: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div ref={box} class="lab-plot">
      {(width === undefined ? unmeasured : [width]).map((width, i) => (
        <Drawing key={i} {...props} width={width} />
      ))}
    </div>
  );
}

function Drawing({ label, x, y, height, children, onPoint, width }: PlotProps & { readonly width: number }) {
  const scaleX = scaleOf(x, [margin.left, width - margin.right]);
  const scaleY = scaleOf(y, [height - margin.bottom, margin.top]);
  const point = (event: PointerEvent) => {
    if (!onPoint || event.buttons !== 1) return;
    const frame = (event.currentTarget as Element).getBoundingClientRect();
    onPoint(scaleX.invert(event.clientX - frame.left), scaleY.invert(event.clientY - frame.top));
  };
  // Drawn anew when they change only: most frames of a run move the curves alone.
  const axes = useMemo(
    () => <Axes x={x} y={y} width={width} height={height} scaleX={scaleX} scaleY={scaleY} />,
    [
      width,
      height,
      ...[x, y].flatMap(({ domain, label, log, ticks }) => [...domain, label, log, String(ticks)]),
    ],
  );
  return (
    <svg
      class="notranslate"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      data-drag={onPoint ? true : undefined}
      onPointerDown={(event) => {
        if (onPoint) event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={point}
    >
      {axes}
      {children({ x: scaleX, y: scaleY, width, height })}
    </svg>
  );
}

interface AxesProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly width: number;
  readonly height: number;
  readonly scaleX: Scale;
  readonly scaleY: Scale;
}

function Axes({ x, y, width, height, scaleX, scaleY }: AxesProps) {
  const [left, right] = [margin.left, width - margin.right];
  const [top, bottom] = [margin.top, height - margin.bottom];
  return (
    <g>
      {ticksOf(y, scaleY, 5).map((tick) => (
        <g key={`y ${tick}`} class="lab-tick">
          <line x1={left} x2={right} y1={scaleY(tick)} y2={scaleY(tick)} />
          <SvgText x={left - 6} y={scaleY(tick) + 4} anchor="end">
            {y.log ? power(tick) : shortNumber(tick)}
          </SvgText>
        </g>
      ))}
      {ticksOf(x, scaleX, Math.min(7, width / 60)).map((tick) => (
        <g key={`x ${tick}`} class="lab-tick">
          <line x1={scaleX(tick)} x2={scaleX(tick)} y1={top} y2={bottom} />
          <SvgText x={scaleX(tick)} y={bottom + 15} anchor="middle">
            {x.log ? power(tick) : shortNumber(tick)}
          </SvgText>
        </g>
      ))}
      <SvgText class="lab-axis" x={right} y={height - 5} anchor="end">
        {x.label}
      </SvgText>
      <SvgText class="lab-axis" x={left} y={top - 9} anchor="start">
        {y.label}
      </SvgText>
    </g>
  );
}

function scaleOf({ domain, log }: Axis, range: readonly [number, number]): Scale {
  return (log ? scaleLog() : scaleLinear()).domain(domain).range(range);
}

/** On a log axis whole powers of ten only, and not all of them where there are many. */
function ticksOf({ domain, log, ticks, whole }: Axis, scale: Scale, count: number): readonly number[] {
  if (typeof ticks === 'object') return ticks;
  if (!log) return scale.ticks(ticks ?? count).filter((tick) => !whole || Number.isInteger(tick));
  const [low, high] = domain.map(Math.log10) as [number, number];
  const stride = Math.max(1, Math.ceil((high - low) / (ticks ?? count + 1)));
  const first = Math.ceil(low / stride - 1e-9);
  const last = Math.floor(high / stride + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** ((first + i) * stride));
}

/** `power(0.001)` is `10⁻³`. */
export function power(value: number): string {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0 ? '1' : tenTo(String(exponent));
}
