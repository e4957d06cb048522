// What a field needs of the engine for its first drawing, worked out when the book is built.

import type { Exercise } from '../../engine/exercise/index.ts';
import { shapeOf, valuesOf } from '../../engine/exercise/index.ts';
import { readGraph } from '../figure/graph/index.ts';
import { layOut } from '../figure/graph/layout.ts';
import { writeLayout } from '../figure/graph/layout-text.ts';
import type { Prepared } from './field.ts';

/** The preparations for one part of an exercise, for its first variant. */
export function prepare(exercise: Exercise, name: string): Prepared {
  const part = exercise.parts.find((one) => one.name === name);
  if (part?.kind === 'tensor' && part.shape === 'shown') return { shape: shapeOf(exercise, name, 1) };
  if (part?.kind === 'graph' && part.task !== 'build' && part.graph !== undefined) {
    const nodes = readGraph(part.graph, part.inputs);
    if (nodes)
      return {
        layout: writeLayout(nodes, layOut(nodes)),
        ...(part.task === 'numbers' ? inputValues(exercise, part.inputs) : {}),
      };
  }
  return {};
}

/** The numbers that the model draws for the inputs; nothing where it does not draw them. */
function inputValues(exercise: Exercise, inputs: readonly string[]): Prepared {
  try {
    return { inputs: valuesOf(exercise, inputs, 1).map(({ text }) => text) };
  } catch {
    return {};
  }
}
