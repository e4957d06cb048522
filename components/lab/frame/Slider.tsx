// One number that the reader sets: by a slider, or typed.

import { useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';

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
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onValue, sign } = props;
  return (
    <div class="lab-slider">
      <span class="lab-slider-name" aria-hidden="true">
        <Say>{sign ?? label}</Say>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-label={label}
        aria-valuetext={shortNumber(value)}
        onInput={(event) => onValue(Number(event.currentTarget.value))}
      />
      <NumberField {...props} label={words.lab.typed(label)} />
    </div>
  );
}

/** A number field that leaves what is being typed alone, and clamps what it hands on. */
export function NumberField({ label, value, min, max, onValue, whole }: NumberProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <input
      class="field lab-number"
      type="number"
      inputMode={min < 0 ? undefined : 'decimal'}
      min={min}
      max={max}
      step={whole ? 1 : 'any'}
      value={draft ?? String(Number(value.toPrecision(5)))}
      aria-label={label}
      onInput={(event) => {
        setDraft(event.currentTarget.value);
        const typed = event.currentTarget.valueAsNumber;
        if (!Number.isFinite(typed)) return;
        const inside = Math.max(min, Math.min(max, typed));
        onValue(whole ? Math.round(inside) : inside);
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}
