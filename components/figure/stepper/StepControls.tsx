// Back, forward, play, and a slider over all steps.

import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';

interface StepControlsProps {
  readonly done: number;
  readonly total: number;
  readonly playing: boolean;
  readonly onGo: (to: number) => void;
  readonly onPlay: (play: boolean) => void;
}

/** The controls. Where motion is unwanted, `in-motion` hides the button to play. */
export function StepControls({ done, total, playing, onGo, onPlay }: StepControlsProps) {
  return (
    <fieldset class="card-group stepper-controls" aria-label={words.stepper.controls}>
      <button type="button" class="button" aria-disabled={done === 0} onClick={() => onGo(done - 1)}>
        {words.stepper.back}
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled={done === total}
        onClick={() => onGo(done + 1)}
      >
        {words.stepper.forward}
      </button>
      <button type="button" class="button quiet in-motion" onClick={() => onPlay(!playing)}>
        <Say>{playing ? words.stepper.pause : words.stepper.play}</Say>
      </button>
      <input
        class="stepper-slider"
        type="range"
        min={0}
        max={total}
        value={done}
        aria-label={words.stepper.controls}
        aria-valuetext={words.stepper.step(done, total)}
        onInput={(event) => onGo(Number(event.currentTarget.value))}
      />
      <Say class="stepper-count">{words.stepper.step(done, total)}</Say>
    </fieldset>
  );
}
