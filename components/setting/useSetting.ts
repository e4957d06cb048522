// A setting kept in the address of the page: read once when its island wakes, written a moment after each change.

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Fields, initialState, readState, writeState } from './fields.ts';

const pause = 400;

export type Change<S> = Partial<S> | ((state: S) => Partial<S>);

export interface Setting<S extends object> {
  /** What its fields are called by in addresses: `xor.seed=3`. */
  readonly name: string;
  readonly fields: Fields<S>;
  readonly state: S;
  /** Changes some of it. */
  readonly change: (by: Change<S>) => void;
  readonly initial: S;
}

/** The setting called `name`. The page is drawn with the initial one first, as it was built. */
export function useSetting<S extends object>(name: string, fields: Fields<S>): Setting<S> {
  const initial = useMemo(() => initialState(fields), [fields]);
  const [state, setState] = useState(initial);
  const touched = useRef(false);

  useEffect(() => {
    const sent = readState(name, fields, location.search);
    if (sent) setState(sent);
  }, [name, fields]);

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      try {
        history.replaceState(history.state, '', addressOf({ name, fields, state }));
      } catch {
        // Browsers refuse too many changes of the address; the next one will do.
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [name, fields, state]);

  const change = useCallback((by: Change<S>) => {
    touched.current = true;
    setState((now) => ({ ...now, ...(typeof by === 'function' ? by(now) : by) }));
  }, []);
  return { name, fields, state, change, initial };
}

/** The address of this page with the setting in it. */
export function addressOf<S extends object>({
  name,
  fields,
  state,
}: Pick<Setting<S>, 'name' | 'fields' | 'state'>): string {
  return `${location.pathname}${writeState(name, fields, state, location.search)}${location.hash}`;
}
