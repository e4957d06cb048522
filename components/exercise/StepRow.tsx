// One step in a list to put in order: its number, the author's words, a handle, and buttons up and down.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';

interface StepRowProps {
  readonly name: string;
  /** The step as the build wrote it; it is moved here, not copied. */
  readonly content: Element | undefined;
  readonly out: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly dragged: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onGrab: () => void;
}

export function StepRow(props: StepRowProps) {
  const slot = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (props.content) slot.current!.replaceChildren(props.content);
  }, [props.content]);

  const move = (by: 1 | -1) => (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    props.onMove(by);
    // Moving the row in the page takes the focus away from its button.
    requestAnimationFrame(() => {
      const partner = by === 1 ? button.previousElementSibling : button.nextElementSibling;
      (button.disabled ? (partner as HTMLButtonElement | null) : button)?.focus();
    });
  };
  return (
    <li
      ref={row}
      class="order-step"
      data-key={props.name}
      data-out={props.out || undefined}
      data-held={props.dragged || undefined}
    >
      <span
        class="order-handle"
        title={words.order.drag}
        aria-hidden="true"
        onPointerDown={(event) => {
          // Else the text under the pointer would be selected, or the page scrolled.
          event.preventDefault();
          props.onGrab();
        }}
      >
        <span class="notranslate">{props.name}</span>
      </span>
      <div ref={slot} class="order-words" />
      <span class="order-buttons">
        <button
          type="button"
          class="button quiet order-button"
          aria-label={words.order.up(props.name)}
          disabled={props.first}
          onClick={move(-1)}
        >
          <svg viewBox="0 0 18 18" width="14" height="14" aria-hidden="true">
            <path d="M4 11.5 9 6.5 14 11.5" />
          </svg>
        </button>
        <button
          type="button"
          class="button quiet order-button"
          aria-label={words.order.down(props.name)}
          disabled={props.last}
          onClick={move(1)}
        >
          <svg viewBox="0 0 18 18" width="14" height="14" aria-hidden="true">
            <path d="M4 6.5 9 11.5 14 6.5" />
          </svg>
        </button>
      </span>
    </li>
  );
}
