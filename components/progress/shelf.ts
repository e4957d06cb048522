// Where progress is kept: the browser's local storage, which may be forbidden, full, or shared with other tabs.

/** A place for one text. `get` and `set` throw where the browser refuses. */
export interface Shelf {
  get(): string | null;
  set(text: string): void;
  /** Puts a text that could not be read out of the way, beside earlier ones, so that nothing is destroyed. */
  setAside(text: string): void;
  /** Calls back when another tab has written. */
  watch(changed: () => void): void;
}

export const storageKey = 'backprop-by-hand:progress';

/** The browser's storage under one key. Every access is guarded by the store, since even naming it may throw. */
export function browserShelf(): Shelf {
  return {
    get: () => localStorage.getItem(storageKey),
    set: (text) => localStorage.setItem(storageKey, text),
    setAside: (text) => {
      const place = (n: number) => `${storageKey}:set-aside${n > 1 ? `-${n}` : ''}`;
      let n = 1;
      while (localStorage.getItem(place(n)) !== null) n += 1;
      localStorage.setItem(place(n), text);
    },
    watch: (changed) => {
      addEventListener('storage', (event) => {
        if (event.key === storageKey || event.key === null) changed();
      });
      // A page that comes back from the browser's back-forward cache has missed the events of its absence.
      addEventListener('pageshow', (event) => {
        if (event.persisted) changed();
      });
    },
  };
}
