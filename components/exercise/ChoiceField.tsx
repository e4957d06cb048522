// The field of a choice: the author's options, which are in the page already, made to answer.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChoicePart } from '../../engine/exercise/index.ts';
import { current, type FieldProps } from './field.ts';
import { scopeOf } from './scope.ts';

/** The options stay where the build put them (Options.astro); the field wakes their inputs and listens to them. */
export function ChoiceField(props: FieldProps<ChoicePart>) {
  const { response, checked, ready } = props;
  const place = useRef<HTMLSpanElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const verdict = current(checked, response);

  useLayoutEffect(() => {
    const choice = scopeOf(place.current)?.querySelector<HTMLElement>('.choice');
    if (!ready || !choice) return;
    for (const input of inputsOf(choice)) input.disabled = false;
    const change = () => latest.current.onResponse(chosenIn(choice));
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      latest.current.onCheck();
    };
    choice.addEventListener('change', change);
    choice.addEventListener('keydown', enter);
    return () => {
      choice.removeEventListener('change', change);
      choice.removeEventListener('keydown', enter);
    };
  }, [ready]);

  useLayoutEffect(() => {
    if (!ready) return;
    const chosen = response.split(',').map((key) => key.trim());
    for (const option of scopeOf(place.current)?.querySelectorAll<HTMLElement>('[data-option]') ?? []) {
      const on = chosen.includes(option.dataset.option!);
      for (const input of inputsOf(option)) input.checked = on;
      const judged = verdict !== undefined && verdict.verdict !== 'unreadable' && on;
      option.toggleAttribute('data-judged', judged);
      for (const because of option.querySelectorAll<HTMLElement>('[data-because]')) because.hidden = !judged;
    }
  }, [ready, response, verdict]);

  return <span ref={place} hidden />;
}

const inputsOf = (element: Element) => element.querySelectorAll('input');

function chosenIn(choice: Element): string {
  const on = [...inputsOf(choice)].filter((input) => input.checked);
  return on
    .map((input) => input.value)
    .sort()
    .join(', ');
}
