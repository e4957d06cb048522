// How far an exercise or a chapter has come, in one word, from the record of progress.

import type { Progress } from './types.ts';
import { triesOf } from './types.ts';

export type Standing = 'untouched' | 'tried' | 'partly' | 'solved';

/** An exercise as lists of progress need it. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  /** Names of its parts; `['']` where it asks one thing. */
  readonly parts: readonly string[];
}

/** How far the reader is with an exercise, and how many of its parts are solved. */
export function standing(
  progress: Progress,
  id: string,
  parts: readonly string[],
): { standing: Standing; solved: number } {
  const found = progress.get(id);
  const solved = parts.filter((name) => found?.parts.get(name)?.solved).length;
  if (solved === parts.length && solved > 0) return { standing: 'solved', solved };
  if (solved > 0) return { standing: 'partly', solved };
  const tried = parts.some((name) => triesOf(found?.parts.get(name)) > 0);
  return { standing: tried ? 'tried' : 'untouched', solved };
}
