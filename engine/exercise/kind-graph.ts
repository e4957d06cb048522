// Kind `graph`: build a computation graph, label its edges with local derivatives, fill it with numbers.

import { checkBuild } from './graph-build.ts';
import { checkEdges } from './graph-edges.ts';
import { checkNumbers } from './graph-numbers.ts';
import type { Context, Exercise, GraphPart, Verdict } from './types.ts';

export function checkGraph(exercise: Exercise, part: GraphPart, response: string, context: Context): Verdict {
  switch (part.task) {
    case 'build':
      return checkBuild(part, response);
    case 'edges':
      return checkEdges(part, response);
    case 'numbers':
      return checkNumbers(exercise, part, response, context.seed ?? 1);
  }
}
