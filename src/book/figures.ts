// Checks what an author writes on a figure of a graph, so that it can be drawn and run when the page is built.
import { readGraph, readPoint, readShown } from '../../components/figure/authored.ts';
import type { Attributes } from './attributes.ts';
import type { Complain, Place } from './types.ts';

/** Figures that are made from `graph` and `inputs`. */
export const graphFigures: readonly string[] = ['GraphPicture', 'GraphStepper'];

/** `written` tells an attribute that is there, if only wrongly, from one that is missing. */
export function checkGraphFigure(
  name: string,
  attributes: Attributes,
  written: (attribute: string) => boolean,
  place: Place,
  complain: Complain,
): void {
  const graph = attributes.get('graph');
  const inputs = attributes.get('inputs');
  for (const needed of ['graph', 'inputs']) {
    if (!attributes.has(needed) && !written(needed))
      complain(place, `\`<${name}>\` needs \`${needed}\`.`, `Add \`${needed}="..."\`.`);
  }
  const shows = attributes.get('shows');
  if (shows) {
    try {
      readShown(shows.text);
    } catch (error) {
      complain(shows.place, `\`shows\` cannot be \`${shows.text}\`.`, `${(error as Error).message}`);
    }
  }
  if (!graph || !inputs) return;
  const run = name === 'GraphStepper' || shows !== undefined;
  const found = run ? namesAt(inputs.text) : inputs.text.split(',').map((one) => one.trim());
  if (!found)
    complain(
      inputs.place,
      `\`${inputs.text}\` is not a point.`,
      'Write each input with its number: `x = 2, y = 1`.',
    );
  else if (!readGraph(graph.text, found))
    complain(
      graph.place,
      `\`${graph.text}\` is not a graph on ${found.join(', ')}.`,
      'Write one operation a node, on inputs or earlier nodes: `a = x * x; b = a + y; c = tanh(b)`.',
    );
}

/** The inputs that a point names, or undefined where it is none. */
export function namesAt(point: string): string[] | undefined {
  try {
    return Object.keys(readPoint(point));
  } catch {
    return undefined;
  }
}
