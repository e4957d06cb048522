// A square of pixels: shown by how much ink each has, and drawn in by pointer or by arrow keys and space.

import { useRef, useState } from 'preact/hooks';
import { words } from '../words.ts';

interface PixelsProps {
  readonly label: string;
  readonly side: number;
  readonly values: readonly number[];
  /** The value that is drawn at full strength. */
  readonly full: number;
  readonly onPaint?: (at: number, value: number) => void;
}

export function Pixels({ label, side, values, full, onPaint }: PixelsProps) {
  const [cursor, setCursor] = useState<number>();
  const ink = useRef(1);
  const under = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * side);
    const row = Math.floor(((event.clientY - box.top) / box.height) * side);
    return row >= 0 && column >= 0 && row < side && column < side ? row * side + column : undefined;
  };
  const key = (event: KeyboardEvent) => {
    const now = cursor ?? 0;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -side, ArrowDown: side }[event.key];
    if (event.key === ' ' || event.key === 'Enter') onPaint?.(now, values[now]! > 0 ? 0 : 1);
    else if (by === undefined) return;
    else if (now + by >= 0 && now + by < values.length) setCursor(now + by);
    event.preventDefault();
  };
  const drawing = {
    tabIndex: 0,
    role: 'application' as const,
    'aria-roledescription': words.lab.filter.drawing,
    onKeyDown: key,
    onFocus: () => setCursor(cursor ?? 0),
    onBlur: () => setCursor(undefined),
    onPointerDown: (event: PointerEvent) => {
      const at = under(event);
      if (at === undefined) return;
      ink.current = values[at]! > 0 ? 0 : 1;
      onPaint?.(at, ink.current);
    },
    onPointerMove: (event: PointerEvent) => {
      const at = under(event);
      if (event.buttons === 1 && at !== undefined && values[at] !== ink.current) onPaint?.(at, ink.current);
    },
  };
  const said =
    cursor === undefined
      ? label
      : words.lab.filter.cursor(label, Math.floor(cursor / side), cursor % side, values[cursor]! > 0);
  return (
    <svg
      class="pixels lab-picture"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
      {...(onPaint ? drawing : { role: 'img' })}
      aria-label={said}
    >
      {values.map((value, i) =>
        Math.abs(value) < 1e-9 ? null : (
          <rect
            key={i}
            class={value > 0 ? 'pixel' : 'pixel pixel-negative'}
            x={i % side}
            y={Math.floor(i / side)}
            width={1}
            height={1}
            opacity={Math.min(1, Math.abs(value) / full).toFixed(2)}
          />
        ),
      )}
      {cursor !== undefined && (
        <rect
          key="cursor"
          class="pixel-cursor"
          x={(cursor % side) + 0.08}
          y={Math.floor(cursor / side) + 0.08}
          width={0.84}
          height={0.84}
        />
      )}
    </svg>
  );
}
