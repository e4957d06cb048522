// Where the nodes of a graph stand: laid out by dagre from left to right, inputs leftmost.

import { graphlib, layout } from '@dagrejs/dagre';
import { edgeKey, edgesOf, type GraphLayout, type GraphNode } from './types.ts';

/** A node with its two labels, in the units of the drawing. */
const box = { width: 62, height: 88 };

/** The layout; for the same graph always the same. */
export function layOut(nodes: readonly GraphNode[]): GraphLayout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 10, edgesep: 22, ranksep: 56, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.name, { ...box });
  const edges = edgesOf(nodes);
  for (const edge of edges) graph.setEdge(edge.from, edge.to, {}, edgeKey(edge));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const place = (name: string) => {
    const { x, y } = graph.node(name) as { x: number; y: number };
    return { x: Math.round(x), y: Math.round(y) };
  };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: Object.fromEntries(nodes.map((node) => [node.name, place(node.name)])),
    edges: edges.map((edge) => {
      const { points } = graph.edge(edge.from, edge.to, edgeKey(edge)) as {
        points: { x: number; y: number }[];
      };
      // The first and the last lie on the boxes; the drawing begins and ends at the rims.
      const between = points.slice(1, -1);
      return { ...edge, points: between.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) };
    }),
  };
}
