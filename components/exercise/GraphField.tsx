// The field of a graph: to build one, to label its edges, or to fill its nodes with numbers.

import type { GraphPart } from '../../engine/exercise/index.ts';
import type { FieldProps } from './field.ts';
import { GraphBuild } from './graph/GraphBuild.tsx';
import { GraphEdges } from './graph/GraphEdges.tsx';
import { GraphNumbers } from './graph/GraphNumbers.tsx';

const tasks = { build: GraphBuild, edges: GraphEdges, numbers: GraphNumbers };

export function GraphField(props: FieldProps<GraphPart>) {
  const OfTask = tasks[props.part.task];
  return <OfTask {...props} />;
}
