// The door of graphs: read, laid out, drawn, told.

export type { NodeMark } from './describe.ts';
export { describeNode, operationSign, operationWord } from './describe.ts';
export type { EdgeMark } from './EdgeShape.tsx';
export { GraphDrawing } from './GraphDrawing.tsx';
export { GraphTable } from './GraphTable.tsx';
export { freshName, readGraph, writeGraph, writeNode } from './text.ts';
export type { GraphEdge, GraphLayout, GraphNode } from './types.ts';
export { edgeKey, edgesOf } from './types.ts';
export { useLayout } from './useLayout.ts';
