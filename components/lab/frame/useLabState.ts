// A lab's setting, kept in the address of the page: read once when the lab wakes, written a moment after each change.

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Fields, initialState, readState, writeState } from './fields.ts';

const pause = 400;

export type Change<S> = Partial<S> | ((state: S) => Partial<S>);

/** The setting and a function that changes parts of it. The page is drawn with the initial one first, as it was built. */
export function useLabState<S extends object>(lab: string, fields: Fields<S>) {
  const initial = useMemo(() => initialState(fields), [fields]);
  const [state, setState] = useState(initial);
  const touched = useRef(false);

  useEffect(() => {
    const sent = readState(lab, fields, location.search);
    if (sent) setState(sent);
  }, [lab, fields]);

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      try {
        history.replaceState(history.state, '', addressOf(lab, fields, state));
      } catch {
        // Browsers refuse too many changes of the address; the next one will do.
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [lab, fields, state]);

  const change = useCallback((by: Change<S>) => {
    touched.current = true;
    setState((now) => ({ ...now, ...(typeof by === 'function' ? by(now) : by) }));
  }, []);
  return [state, change, initial] as const;
}

/** The address of this page with the setting in it. */
export function addressOf<S extends object>(lab: string, fields: Fields<S>, state: S): string {
  return `${location.pathname}${writeState(lab, fields, state, location.search)}${location.hash}`;
}
