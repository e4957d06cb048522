// Runs that can be repeated: the same setting and the same number of steps give the same numbers, played or leapt to.

import { useRef, useState } from 'preact/hooks';
import { writeState } from '../../setting/index.ts';
import type { Lab } from './useLab.ts';
import { runSlice, useTicker } from './useTicker.ts';

export interface Replayable {
  /** Steps taken so far. */
  readonly steps: number;
  advance(): void;
}

interface RunOptions<Run> {
  readonly most: number;
  /** How many steps the frame may take that is counted here, after so many steps; as many as fit where it is left out. */
  readonly pace?: (steps: number, frame: number) => number;
  /** Whether the run can go on at all. */
  readonly sound?: (run: Run) => boolean;
}

/**
 * The run of a lab's setting, which says how many `steps` it has taken. It is carried on where it can be and begun anew
 * where something else of the setting has changed. Steps that are asked for at once, by a button or by an address, are
 * taken a slice a frame, so that nothing waits for them.
 */
export function useRun<S extends { readonly steps: number }, Run extends Replayable>(
  { name, fields, state, change, element }: Lab<S>,
  make: () => Run,
  { most, pace = () => most, sound = () => true }: RunOptions<Run>,
) {
  const key = writeState(name, fields, { ...state, steps: 0 });
  const kept = useRef<{ key: string; run: Run }>();
  if (kept.current?.key !== key || kept.current.run.steps > state.steps) kept.current = { key, run: make() };
  const { run } = kept.current;
  const [wanted, setPlaying] = useState(false);
  const [, redraw] = useState(0);
  const frame = useRef(0);
  const going = sound(run);
  const behind = going && run.steps < state.steps;
  const more = going && state.steps < most;
  const playing = wanted && more;

  useTicker(element, behind || playing, () => {
    frame.current += 1;
    const room = behind
      ? state.steps - run.steps
      : Math.min(most - run.steps, pace(run.steps, frame.current));
    const taken = runSlice(() => {
      run.advance();
      return sound(run);
    }, room);
    if (behind) redraw(frame.current);
    else if (taken > 0) change({ steps: run.steps } as Partial<S>);
  });

  /** Back to the start, with something of the setting changed or with nothing. */
  const begin = (by: Partial<S> = {}) => {
    setPlaying(false);
    change({ steps: 0, ...by } as Partial<S>);
  };
  return {
    run,
    begin,
    /** The numbers are on the move: nobody should be told all of them. */
    moving: playing || behind,
    /** What `Buttons` needs to know. */
    player: {
      playing,
      more,
      steps: run.steps,
      onPlay: setPlaying,
      onStep: (count: number) => change({ steps: Math.min(most, state.steps + count) } as Partial<S>),
      onReset: () => begin(),
    },
  };
}
