// What a picture of a graph says at a point: values, gradients and local derivatives, computed and not typed.

import type { EdgeMark, GraphNode, NodeMark } from './graph/index.ts';
import { edgeKey, edgesOf } from './graph/types.ts';
import { shortNumber } from './number.ts';
import { localDerivatives, runGraph } from './stepper/run.ts';

const kinds = ['values', 'locals', 'gradients'] as const;
export type Shown = (typeof kinds)[number];

/** `values, locals` as a set. A word that is none of them is an author's fault, and is thrown. */
export function readShown(text: string): ReadonlySet<Shown> {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !kinds.some((kind) => kind === word));
  if (wrong !== undefined) throw new Error(`"${wrong}" is none of ${kinds.join(', ')}.`);
  return new Set(words as Shown[]);
}

export interface PictureMarks {
  readonly marks: ReadonlyMap<string, NodeMark>;
  /** By the key of the edge. */
  readonly edgeMarks: ReadonlyMap<string, EdgeMark>;
}

/** The marks of a graph at a point. */
export function marksAt(
  nodes: readonly GraphNode[],
  point: ReadonlyMap<string, number>,
  shown: ReadonlySet<Shown>,
): PictureMarks {
  const { values, gradients } = runGraph(nodes, point);
  const marks = nodes.map(({ name }): [string, NodeMark] => [
    name,
    {
      ...(shown.has('values') ? { value: shortNumber(values.get(name)!) } : {}),
      ...(shown.has('gradients') ? { gradient: shortNumber(gradients.get(name)!) } : {}),
    },
  ]);
  const locals = new Map(
    nodes.filter((node) => node.from.length > 0).map((node) => [node.name, localDerivatives(node, values)]),
  );
  const edgeMarks = edgesOf(nodes).map((edge): [string, EdgeMark] => [
    edgeKey(edge),
    { label: shortNumber(locals.get(edge.to)![edge.operand]!) },
  ]);
  return { marks: new Map(marks), edgeMarks: new Map(shown.has('locals') ? edgeMarks : []) };
}
