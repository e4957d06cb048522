// The buttons of a run: play, step, some steps at once, back to the start.

import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';

interface ButtonsProps {
  readonly playing: boolean;
  readonly onPlay: (play: boolean) => void;
  /** Takes so many steps at once. */
  readonly onStep: (count: number) => void;
  readonly onReset: () => void;
  /** Whether there are steps left to take. */
  readonly more?: boolean;
  /** How many steps the second step button takes; no such button where it is missing. */
  readonly leap?: number;
  /** Steps taken so far. */
  readonly steps?: number;
}

/** Where less motion is wanted, `in-motion` hides the button to play: single steps and leaps do the same. */
export function Buttons({ playing, onPlay, onStep, onReset, more = true, leap, steps }: ButtonsProps) {
  const off = more ? undefined : true;
  return (
    <div class="lab-buttons">
      <button
        type="button"
        class="button primary in-motion"
        aria-disabled={off}
        onClick={() => more && onPlay(!playing)}
      >
        <Say>{playing ? words.lab.pause : words.lab.play}</Say>
      </button>
      <button type="button" class="button" aria-disabled={off} onClick={() => more && onStep(1)}>
        {words.lab.step}
      </button>
      {leap !== undefined && (
        <button
          key="leap"
          type="button"
          class="button"
          aria-disabled={off}
          onClick={() => more && onStep(leap)}
        >
          {words.lab.leap(leap)}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onReset}>
        {words.lab.reset}
      </button>
      {steps !== undefined && (
        <span key="steps" class="lab-steps">
          <Say>{words.lab.steps(steps)}</Say>
        </span>
      )}
    </div>
  );
}
