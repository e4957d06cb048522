// What the engine reads in a text that is being typed.

import { useEffect, useState } from 'preact/hooks';
import { loadEngine } from '../engine.ts';
import type { Reading } from './Preview.tsx';

export interface CurrentReading {
  /** Of this very text; absent while it is being typed. */
  readonly reading: Reading | undefined;
  /** The latest there was. */
  readonly last: Reading | undefined;
}

/** Reads the text once the hand rests: an error in the middle of a word is no help. */
export function useReading(
  text: string,
  awake: boolean,
  read: (text: string) => Promise<Reading>,
): CurrentReading {
  const [found, setFound] = useState<{ of: string; result: Reading }>();
  useEffect(() => {
    if (!awake || text.trim() === '') return;
    let wanted = true;
    const pause = setTimeout(() => {
      read(text).then(
        (result) => wanted && setFound({ of: text, result }),
        () => {},
      );
    }, 180);
    return () => {
      wanted = false;
      clearTimeout(pause);
    };
    // `read` is a new function at each drawing; the text is what matters.
  }, [awake, text]);
  return { reading: found?.of === text ? found.result : undefined, last: found?.result };
}

/** The reading of a response by the engine: `readByEngine(exercise, 'dx', '4x + 3y')`. */
export async function readByEngine(
  ...asked: Parameters<typeof import('../../../engine/exercise/index.ts').preview>
): Promise<Reading> {
  return (await loadEngine()).preview(...asked);
}
