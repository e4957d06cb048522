// The field of an order: the author's steps, moved by buttons or by dragging, some perhaps left out.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OrderPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { type FieldProps, untouched } from './field.ts';
import { line, readOrder, writeOrder } from './order.ts';
import { scopeOf } from './scope.ts';

/** The steps stay where the build put them (Steps.astro); the field moves them there. */
export function OrderField(props: FieldProps<OrderPart>) {
  const { part, response, ready } = props;
  const place = useRef<HTMLSpanElement>(null);
  const [dragged, setDragged] = useState<string>();
  const extras = part.steps.length > part.right.length;
  const order = readOrder(response || untouched(part), part.steps, extras);
  const rows = () => scopeOf(place.current)?.querySelector<HTMLElement>('.order');

  const move = (key: string, to: number, spoken = true) => {
    const next = order.filter((one) => one !== key);
    next.splice(Math.max(0, Math.min(to, next.length)), 0, key);
    const used = extras ? next.slice(0, next.indexOf(line)) : next;
    props.onResponse(writeOrder(used));
    const at = used.indexOf(key);
    if (spoken) props.say(at < 0 ? words.order.leftOut : words.order.moved(at + 1, used.length));
  };

  const press = (target: Element) => {
    const button = target.closest<HTMLButtonElement>('[data-by]');
    const key = keyOf(target);
    if (!button || key === undefined) return;
    move(key, order.indexOf(key) + Number(button.dataset.by));
    // Moving the row in the page takes the focus away from its button.
    requestAnimationFrame(() => {
      const partner = button.previousElementSibling ?? button.nextElementSibling;
      (button.disabled ? (partner as HTMLButtonElement | null) : button)?.focus();
    });
  };

  const dragOver = (y: number) => {
    const others = [...(rows()?.children ?? [])].filter((row) => keyOf(row) !== dragged);
    const before = others.filter((row) => {
      const box = row.getBoundingClientRect();
      return y > box.top + box.height / 2;
    }).length;
    if (dragged !== undefined && before !== order.indexOf(dragged)) move(dragged, before, false);
  };

  const latest = useRef({ press, dragOver });
  latest.current = { press, dragOver };

  useLayoutEffect(() => {
    const list = rows();
    if (!ready || !list) return;
    const click = (event: Event) => latest.current.press(event.target as Element);
    const grab = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target as Element).closest('.order-handle')) return;
      // Else the text under the pointer would be selected, or the page scrolled.
      event.preventDefault();
      setDragged(keyOf(event.target as Element));
    };
    list.addEventListener('click', click);
    list.addEventListener('pointerdown', grab);
    return () => {
      list.removeEventListener('click', click);
      list.removeEventListener('pointerdown', grab);
    };
  }, [ready]);

  useLayoutEffect(() => {
    const list = rows();
    if (ready && list) arrange(list, order, dragged);
  }, [ready, response, dragged]);

  useEffect(() => {
    if (dragged === undefined) return;
    // On the window: a row that moves in the page loses a pointer that it has captured.
    const over = (event: PointerEvent) => latest.current.dragOver(event.clientY);
    const end = () => setDragged(undefined);
    addEventListener('pointermove', over);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    return () => {
      removeEventListener('pointermove', over);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
  }, [dragged]);

  return <span ref={place} hidden />;
}

/** Brings the rows into an order, and says of each where it is. */
function arrange(list: HTMLElement, order: readonly string[], dragged: string | undefined): void {
  const byKey = new Map([...list.children].map((row) => [keyOf(row), row as HTMLElement]));
  const cut = order.indexOf(line);
  for (const [i, key] of order.entries()) {
    const row = byKey.get(key)!;
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
    if (key === line) continue;
    setMark(row, 'data-out', cut >= 0 && i > cut);
    setMark(row, 'data-held', key === dragged);
    const [up, down] = row.querySelectorAll('button');
    up!.disabled = i === 0;
    down!.disabled = i === order.length - 1;
  }
}

function setMark(row: Element, name: string, on: boolean): void {
  if (on) row.setAttribute(name, 'true');
  else row.removeAttribute(name);
}

const keyOf = (inside: Element): string | undefined =>
  inside.closest<HTMLElement>('[data-key]')?.dataset.key ?? undefined;
