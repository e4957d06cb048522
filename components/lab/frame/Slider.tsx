// One number that the reader sets: by a slider, or typed.

import { useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
  readonly whole?: boolean;
}

interface SliderProps extends NumberProps {
  readonly step: number;
  /** A short name beside the slider; the label is what is heard. */
  readonly sign?: string;
  /** What is heard of the value, where it is more than the number. */
  readonly said?: string;
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onValue, sign, said } = props;
  return (
    <div class="lab-slider">
      <span class={sign ? 'lab-slider-name lab-slider-sign' : 'lab-slider-name'} aria-hidden="true">
        <Say>{sign ?? label}</Say>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-label={label}
        aria-valuetext={said ?? shortNumber(value)}
        onInput={(event) => onValue(Number(event.currentTarget.value))}
      />
      <NumberField {...props} label={words.lab.typed(label)} />
    </div>
  );
}

/** A number field that leaves alone what is being typed, as long as it can become a number within the bounds. */
export function NumberField({ label, value, min, max, onValue, whole }: NumberProps) {
  const [draft, setDraft] = useState<string>();
  const inside = (typed: number) => {
    const kept = Math.max(min, Math.min(max, typed));
    return whole ? Math.round(kept) : kept;
  };
  // A draft stands as long as it is what the number came from.
  const mine = draft !== undefined && (draft.trim() === '' || inside(Number(draft)) === value);
  return (
    <input
      class="field lab-number"
      type="number"
      inputMode={min < 0 ? undefined : 'decimal'}
      min={min}
      max={max}
      step={whole ? 1 : 'any'}
      value={mine ? draft : fitting(value)}
      aria-label={label}
      onInput={(event) => {
        const box = event.currentTarget;
        const typed = box.valueAsNumber;
        // One more digit brings a number farther from zero, never back.
        if (typed > Math.max(0, max) || typed < Math.min(0, min)) box.value = String(inside(typed));
        setDraft(box.value);
        if (Number.isFinite(typed)) onValue(inside(typed));
      }}
      onChange={() => setDraft(undefined)}
      onBlur={() => setDraft(undefined)}
    />
  );
}

/** As many digits as fit into the field; what is typed, and what runs on, keeps all of its own. */
function fitting(value: number): string {
  return String(Number(Math.abs(value) < 1 ? value.toFixed(4) : value.toPrecision(5)));
}
