// A response that is not yet checked, kept when the reader leaves the field or the page.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { scopeOf } from './scope.ts';

/** Calls `save` when focus leaves the part of the page that belongs to the element, and when the page is hidden or left. */
export function useDraft(element: RefObject<HTMLElement>, save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const place = scopeOf(element.current) ?? element.current!;
    const left = () => latest.current();
    place.addEventListener('focusout', left);
    addEventListener('pagehide', left);
    document.addEventListener('visibilitychange', left);
    return () => {
      place.removeEventListener('focusout', left);
      removeEventListener('pagehide', left);
      document.removeEventListener('visibilitychange', left);
    };
  }, [element]);
}
