// What stands in a field: typed before the script came, restored from progress, or entered since.

import type { RefObject } from 'preact';
import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks';
import type { Exercise, Part } from '../../engine/exercise/index.ts';
import { progress } from '../progress/index.ts';
import { useDraft } from './useDraft.ts';

export interface Entered {
  readonly response: string;
  /** The same, at once: a check may follow a key before the card is drawn again. */
  readonly latest: MutableRef<string>;
  readonly enter: (response: string) => void;
}

/** The response to one part, for the numbers of `seed`; what is not checked is kept when the reader leaves. */
export function useResponse(
  card: RefObject<HTMLElement>,
  id: string,
  exercise: Exercise,
  part: Part,
  seed: number,
  ready: boolean,
): Entered {
  const [early] = useState(() => typedEarly(id, part.kind));
  const [response, setResponse] = useState(early);
  const latest = useRef(early);
  const restored = useRef(false);
  const enter = (text: string) => {
    latest.current = text;
    setResponse(text);
  };

  useEffect(() => {
    if (!ready) return;
    const kept = progress.recall(exercise.id, part.name);
    // What was typed early outdoes what was saved, but belongs to no later numbers.
    const first = restored.current ? '' : latest.current;
    restored.current = true;
    enter(first || (kept?.seed === seed ? kept.response : ''));
  }, [ready, seed, exercise, part]);

  useDraft(card, () => {
    if (ready) progress.draft(exercise.id, part.name, latest.current, seed);
  });
  return { response, latest, enter };
}

/** What the reader typed into the built page before the script took it over. */
function typedEarly(id: string, kind: Part['kind']): string {
  if (typeof document === 'undefined' || (kind !== 'formula' && kind !== 'slip')) return '';
  const field = document.getElementById(`${id}-field`);
  return field instanceof HTMLInputElement ? field.value : '';
}
