// The field of an order: the author's steps, moved by buttons or by dragging, some perhaps left out.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OrderPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import type { FieldProps } from './field.ts';
import { StepRow } from './StepRow.tsx';
import { scopeOf } from './scope.ts';

/** Stands in the list where the steps that are left out begin. */
const line = '—';

export function OrderField(props: FieldProps<OrderPart>) {
  const { part, response, ready } = props;
  const place = useRef<HTMLOListElement>(null);
  const [contents, setContents] = useState<ReadonlyMap<string, Element>>(new Map());
  const [dragged, setDragged] = useState<string>();

  useLayoutEffect(() => {
    if (!ready) return;
    const found = [...(scopeOf(place.current)?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    setContents(new Map(found.map((step) => [step.dataset.step!, takeContent(step)])));
  }, [ready]);

  const extras = part.steps.length > part.right.length;
  const list = readOrder(response, part.steps, extras);
  const cut = extras ? list.indexOf(line) : list.length;

  const move = (key: string, to: number, spoken = true) => {
    const next = list.filter((one) => one !== key);
    next.splice(Math.max(0, Math.min(to, next.length)), 0, key);
    const used = extras ? next.slice(0, next.indexOf(line)) : next;
    // The text form has no steps left out; their order below the line is nobody's concern.
    props.onResponse(used.join(', '));
    const at = used.indexOf(key);
    if (spoken) props.say(at < 0 ? words.order.leftOut : words.order.moved(at + 1, used.length));
  };

  const dragOver = (y: number) => {
    if (!dragged) return;
    const rows = [...place.current!.children].filter((row) => row.getAttribute('data-key') !== dragged);
    const before = rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return y > box.top + box.height / 2;
    }).length;
    if (before !== list.indexOf(dragged)) move(dragged, before, false);
  };

  const latest = useRef(dragOver);
  latest.current = dragOver;
  useEffect(() => {
    if (dragged === undefined) return;
    // On the window: a row that moves in the page loses a pointer that it has captured.
    const move = (event: PointerEvent) => latest.current(event.clientY);
    const end = () => setDragged(undefined);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
  }, [dragged]);

  return (
    <ol
      ref={place}
      class="order"
      aria-label={`${props.label}. ${words.order.label}`}
      data-ready={contents.size > 0}
    >
      {list.map((key, i) =>
        key === line ? (
          <li key={key} data-key={key} class="order-line">
            <span>{words.order.left}</span>
          </li>
        ) : (
          <StepRow
            key={key}
            name={key}
            content={contents.get(key)}
            out={i >= cut}
            first={i === 0}
            last={i === list.length - 1}
            dragged={dragged === key}
            onMove={(by) => move(key, i + by)}
            onGrab={() => setDragged(key)}
          />
        ),
      )}
    </ol>
  );
}

/** All keys in the reader's order, with the line before those that are left out; the order shown for an empty response. */
function readOrder(response: string, steps: readonly string[], extras: boolean): readonly string[] {
  const used = response
    .split(',')
    .map((key) => key.trim())
    .filter((key) => steps.includes(key));
  if (used.length === 0) return extras ? [...steps, line] : steps;
  const rest = steps.filter((key) => !used.includes(key));
  return extras ? [...used, line, ...rest] : [...used, ...rest];
}

/** What an author wrote in a step, out of the list of the build. */
function takeContent(step: HTMLElement): Element {
  const content = document.createElement('div');
  content.append(...step.childNodes);
  const list = step.parentElement;
  step.remove();
  if (list?.childElementCount === 0) list.remove();
  return content;
}
