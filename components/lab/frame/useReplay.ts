// Runs that can be repeated: the same setting and the same number of steps give the same numbers.

import { useRef } from 'preact/hooks';

export interface Replayable {
  /** Steps taken so far. */
  readonly steps: number;
  advance(): void;
}

/** The run of this setting after so many steps: carried on where it can be, begun anew where it must. */
export function useReplay<Run extends Replayable>(make: () => Run, key: string, steps: number): Run {
  const kept = useRef<{ key: string; run: Run }>();
  if (kept.current?.key !== key || kept.current.run.steps > steps) kept.current = { key, run: make() };
  const { run } = kept.current;
  while (run.steps < steps) run.advance();
  return run;
}
