// The point at which a graph is run: a slider and a number field for each input.

import { words } from '../../words.ts';

interface PointControlsProps {
  readonly point: ReadonlyMap<string, number>;
  /** The largest that can be typed, either way. */
  readonly most: number;
  readonly onPoint: (name: string, value: number) => void;
}

/** The largest that the slider reaches. */
const reach = 5;

export function PointControls({ point, most, onPoint }: PointControlsProps) {
  return (
    <fieldset class="card-group stepper-point" aria-label={words.stepper.point}>
      {[...point].map(([name, value]) => (
        <div key={name} class="stepper-input">
          <span class="notranslate" aria-hidden="true">
            <var>{name.replace(/\d+$/, '')}</var>
            <sub>{/\d+$/.exec(name)?.[0]}</sub>
          </span>
          <input
            type="range"
            min={-reach}
            max={reach}
            step={0.5}
            value={value}
            aria-label={name}
            onInput={(event) => onPoint(name, Number(event.currentTarget.value))}
          />
          <input
            class="field stepper-number"
            type="number"
            min={-most}
            max={most}
            step="any"
            value={value}
            aria-label={words.stepper.number(name)}
            onChange={(event) => {
              const entered = event.currentTarget.valueAsNumber;
              if (Number.isFinite(entered)) onPoint(name, Math.max(-most, Math.min(most, entered)));
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}
