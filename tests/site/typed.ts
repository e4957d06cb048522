// Progress as if a reader had typed all the right answers and closed the page before checking them.
import { answerText, type Exercise } from '../../engine/exercise/index.ts';

export const progressKey = 'backprop-by-hand:progress';

export function typed(exercises: readonly Exercise[]): string {
  const entries = exercises.map((exercise) => {
    const parts = exercise.parts.map(({ name }) => {
      const response = answerText(exercise, name, 1);
      return [name, { response, seed: 1, at: 1, tries: [], earlier: 0 }];
    });
    return [exercise.id, { seed: 1, seedAt: 0, cleared: 0, parts: Object.fromEntries(parts) }];
  });
  const format = 'backprop-by-hand progress';
  return JSON.stringify({ format, version: 1, exercises: Object.fromEntries(entries) });
}
