// The width that an element has on the page, followed as it changes.

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The width in pixels; nothing until the element has been measured. */
export function useWidth(element: RefObject<Element>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const measure = (found: number) => found > 0 && setWidth(Math.round(found));
    measure(element.current!.getBoundingClientRect().width);
    const watcher = new ResizeObserver(([entry]) => measure(entry?.contentRect.width ?? 0));
    watcher.observe(element.current!);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}
