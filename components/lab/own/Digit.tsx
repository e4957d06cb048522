// A digit in eight by eight cells: as a picture, and as a pad to draw one on.

import { useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { SIZE } from './digits.ts';

/** The ink of one image. */
export function Digit({ image, label }: { readonly image: readonly number[]; readonly label: string }) {
  return (
    <svg class="own-digit notranslate" viewBox="0 0 8 8" role="img" aria-label={label}>
      {image.map((ink, i) =>
        ink > 0 ? (
          <rect
            key={i}
            x={i % SIZE}
            y={Math.floor(i / SIZE)}
            width="1.02"
            height="1.02"
            fill="currentColor"
            opacity={ink}
          />
        ) : null,
      )}
    </svg>
  );
}

interface PadProps {
  readonly image: readonly number[];
  readonly onImage: (image: readonly number[]) => void;
}

/** Cells to draw on: by pointer, or one by one with the arrow keys and the space bar. */
export function Pad({ image, onImage }: PadProps) {
  const grid = useRef<HTMLFieldSetElement>(null);
  const at = useRef(0);
  const latest = useRef(image);
  latest.current = image;
  const ink = (cell: number, amount: number) => {
    const next = latest.current.map((v, i) => (i === cell ? amount : v));
    latest.current = next;
    onImage(next);
  };
  const cellAt = (event: PointerEvent): number => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    return grid.current?.contains(under) ? Number((under as HTMLElement).dataset.cell ?? -1) : -1;
  };
  const draw = (event: PointerEvent) => {
    const cell = event.buttons === 1 ? cellAt(event) : -1;
    if (cell >= 0 && latest.current[cell] !== 1) ink(cell, 1);
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIZE, ArrowDown: SIZE }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    at.current = Math.min(SIZE * SIZE - 1, Math.max(0, at.current + by));
    grid.current?.querySelector<HTMLElement>(`[data-cell="${at.current}"]`)?.focus();
  };
  return (
    <fieldset
      ref={grid}
      class="own-pad"
      aria-label={words.lab.own.pad}
      onPointerDown={draw}
      onPointerMove={draw}
      onKeyDown={move}
    >
      {image.map((v, cell) => (
        <button
          key={cell}
          type="button"
          class="own-cell"
          data-cell={cell}
          data-ink={v > 0 || undefined}
          aria-pressed={v > 0}
          aria-label={words.lab.own.cell(Math.floor(cell / SIZE), cell % SIZE)}
          tabIndex={cell === at.current ? 0 : -1}
          onFocus={() => {
            at.current = cell;
          }}
          onClick={(event) => {
            // A click that a key made has no detail; the pointer has drawn already.
            if (event.detail === 0) ink(cell, v > 0 ? 0 : 1);
          }}
        />
      ))}
    </fieldset>
  );
}
