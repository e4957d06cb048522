// Playing a figure by itself, paused while nobody can see it.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const pace = 1600;

/** Calls `tick` again and again while playing, the element is in view, and there is more to come. */
export function usePlay(element: RefObject<Element>, tick: () => void, more: boolean) {
  const [playing, setPlaying] = useState(false);
  const [seen, setSeen] = useState(false);
  const latest = useRef(tick);
  latest.current = tick;

  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false));
    watcher.observe(element.current!);
    return () => watcher.disconnect();
  }, [element]);

  useEffect(() => {
    if (playing && !more) setPlaying(false);
    if (!playing || !seen || !more) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, pace);
    return () => clearInterval(timer);
  }, [playing, seen, more]);

  return { playing, setPlaying };
}
