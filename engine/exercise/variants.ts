// Whether an exercise has variants: the numbers of its model, or of the graph in one of its parts, are drawn by the seed.

import { isRandom, ModelFault, ReadFault } from '../formula/index.ts';
import { numbersModel } from './graph-numbers.ts';
import { modelOf } from './subject.ts';
import type { Exercise } from './types.ts';

/** False also for a model that cannot be read: what is wrong with it is found by the proof. */
export function drawsNumbers(exercise: Pick<Exercise, 'model' | 'parts'>): boolean {
  try {
    return (
      isRandom(modelOf(exercise.model)) ||
      exercise.parts.some(
        (part) =>
          part.kind === 'graph' && part.task === 'numbers' && isRandom(numbersModel(exercise, part).model),
      )
    );
  } catch (error) {
    if (error instanceof ModelFault || error instanceof ReadFault) return false;
    throw error;
  }
}
