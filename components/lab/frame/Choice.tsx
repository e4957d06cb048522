// One of a few: radio buttons in a row, and a box to tick.

import { Say } from '../../prose/index.ts';

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  /** Unlike that of any other group on the page: islands do not know of each other. */
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onValue: (value: T) => void;
}

export function Choice<T extends string | number>({ label, name, value, options, onValue }: ChoiceProps<T>) {
  return (
    <fieldset class="lab-choice">
      <legend>{label}</legend>
      {options.map(([key, text]) => (
        <label key={key} class="lab-option">
          <input type="radio" name={name} value={key} checked={key === value} onChange={() => onValue(key)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

export function Toggle({ label, on, onToggle }: ToggleProps) {
  return (
    <label class="lab-option lab-toggle">
      <input type="checkbox" checked={on} onChange={(event) => onToggle(event.currentTarget.checked)} />
      <Say>{label}</Say>
    </label>
  );
}
