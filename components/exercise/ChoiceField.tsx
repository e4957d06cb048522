// The field of a choice: the author's options, which are in the page already, made to answer.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChoicePart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { current, type FieldProps } from './field.ts';
import { scopeOf } from './scope.ts';

/**
 * The options stand in the HTML of the build, `data-option="a"`, so that they can be read without script.
 * The field takes them into itself, gives each an input, and leaves their content alone.
 */
export function ChoiceField(props: FieldProps<ChoicePart>) {
  const { part, response, checked, ready } = props;
  const place = useRef<HTMLDivElement>(null);
  const verdict = current(checked, response);

  useLayoutEffect(() => {
    if (!ready) return;
    const options = [...(scopeOf(place.current)?.querySelectorAll<HTMLElement>('[data-option]') ?? [])];
    place.current!.append(
      ...options.map((option, i) => withInput(option, i === 0 ? `${props.id}-field` : '')),
    );
  }, [ready]);

  useLayoutEffect(() => {
    const chosen = readKeys(response);
    for (const option of place.current!.querySelectorAll<HTMLElement>('[data-option]')) {
      const key = option.dataset.option!;
      const input = option.querySelector('input');
      if (input) {
        input.type = part.pick === 'one' ? 'radio' : 'checkbox';
        input.name = `${props.id}-option`;
        input.checked = chosen.includes(key);
        input.setAttribute('aria-describedby', props.describedBy);
      }
      const judged = verdict !== undefined && verdict.verdict !== 'unreadable' && chosen.includes(key);
      option.toggleAttribute('data-judged', judged);
      for (const because of option.querySelectorAll<HTMLElement>('[data-because]')) because.hidden = !judged;
    }
  }, [ready, response, verdict, part.pick, props.id, props.describedBy]);

  const changed = () => {
    const inputs = place.current!.querySelectorAll<HTMLInputElement>('[data-option] input');
    const keys = [...inputs]
      .filter((input) => input.checked)
      .map((input) => input.value)
      .sort();
    props.onResponse(keys.join(', '));
  };
  return (
    <fieldset class="choice">
      <legend class="choice-legend">
        <span class="visually-hidden">{props.label}</span>
        <span>{words.choice[part.pick]}</span>
      </legend>
      {/* The inputs inside are the author’s options, put there by hand; their events are met here. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it holds the inputs that the events come from */}
      <div
        ref={place}
        onChange={changed}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          props.onCheck();
        }}
      />
    </fieldset>
  );
}

const readKeys = (response: string) => response.split(',').map((key) => key.trim());

/** The option as a row: an input, and the author's words as its label. */
function withInput(option: HTMLElement, id: string): HTMLElement {
  const row = document.createElement('div');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const content = document.createElement('div');
  row.className = 'choice-option';
  row.dataset.option = option.dataset.option!;
  input.value = option.dataset.option!;
  if (id) input.id = id;
  content.className = 'choice-words';
  content.append(...option.childNodes);
  label.append(input, content);
  row.append(label);
  // The reason stands beside the label, not in it: it is no part of the option's name.
  row.append(...content.querySelectorAll('[data-because]'));
  const list = option.parentElement;
  option.remove();
  if (list?.childElementCount === 0) list.remove();
  return row;
}
