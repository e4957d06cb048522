// The field of a choice: the author's options, which are in the page already, made to answer.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChoicePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { current, type FieldProps } from './field.ts';
import { scopeOf } from './scope.ts';
import { onEnter } from './typing.ts';

/** The options stay where the build put them (Options.astro); the field wakes their inputs and listens to them. */
export function ChoiceField(props: FieldProps<ChoicePart>) {
  const { part, response, checked, ready } = props;
  const place = useRef<HTMLSpanElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const verdict = current(checked, response);

  useLayoutEffect(() => {
    const choice = scopeOf(place.current)?.querySelector<HTMLElement>('.choice');
    if (!ready || !choice) return;
    for (const input of inputsOf(choice)) input.disabled = false;
    const change = () => latest.current.onResponse(chosenIn(choice));
    const enter = onEnter(() => latest.current.onCheck());
    for (const option of choice.querySelectorAll<HTMLElement>('[data-option]')) {
      markReasons(
        option,
        part.options.some(({ key, right }) => right && key === option.dataset.option),
      );
    }
    choice.addEventListener('change', change);
    choice.addEventListener('keydown', enter);
    return () => {
      choice.removeEventListener('change', change);
      choice.removeEventListener('keydown', enter);
    };
  }, [ready, part]);

  useLayoutEffect(() => {
    if (!ready) return;
    const chosen = response.split(',').map((key) => key.trim());
    for (const option of scopeOf(place.current)?.querySelectorAll<HTMLElement>('[data-option]') ?? []) {
      const on = chosen.includes(option.dataset.option!);
      for (const input of inputsOf(option)) input.checked = on;
      // Once it is solved, the other options are worth a word too.
      const judged = verdict?.verdict === 'correct' || (verdict?.verdict === 'wrong' && on);
      for (const because of option.querySelectorAll<HTMLElement>('[data-because]')) because.hidden = !judged;
    }
  }, [ready, response, verdict]);

  return <span ref={place} hidden />;
}

const inputsOf = (element: Element) => element.querySelectorAll('input');

/** Says before an option's reason whether the option is right: where several reasons stand, each has to. */
function markReasons(option: HTMLElement, right: boolean): void {
  for (const because of option.querySelectorAll('[data-because]')) {
    if (because.querySelector('.choice-mark')) continue;
    const mark = document.createElement('strong');
    mark.className = 'choice-mark';
    mark.textContent = right ? words.choice.right : words.choice.wrong;
    because.prepend(mark, ' ');
  }
}

function chosenIn(choice: Element): string {
  const on = [...inputsOf(choice)].filter((input) => input.checked);
  return on
    .map((input) => input.value)
    .sort()
    .join(', ');
}
