// Work done frame by frame: only while the lab is running, in view, and in a tab that is shown.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds of a frame that a lab may compute for; the rest is drawing, and whatever else the page does. */
export const frameBudget = 6;

/** Calls `tick` once a frame while `running`. */
export function useTicker(element: RefObject<Element>, running: boolean, tick: () => void): void {
  const [seen, setSeen] = useState(false);
  const latest = useRef<(() => void) | null>(tick);
  // A frame may still come between the drawing that stops the run and the effect that cancels it.
  latest.current = running ? tick : null;

  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false));
    watcher.observe(element.current!);
    return () => watcher.disconnect();
  }, [element]);

  useEffect(() => {
    if (!running || !seen) return;
    // A hidden tab gets no animation frames, so nothing more is needed for it.
    let frame = requestAnimationFrame(function next() {
      latest.current?.();
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [running, seen]);
}

/** Repeats `work` until it says that there is no more, `most` times at most, or until the time is up. Gives the count. */
export function runSlice(work: () => boolean, most: number, budget = frameBudget): number {
  const end = performance.now() + budget;
  let done = 0;
  while (done < most && work()) {
    done += 1;
    if (performance.now() >= end) break;
  }
  return done;
}
