// A layout as a short text, which pages with many graphs are sent: the graph itself says what the numbers belong to.

import { edgesOf, type GraphLayout, type GraphNode, type Point } from './types.ts';

/** `300,120 39,60 98,60|70,40 80,50|`: size and nodes in their order, then of each edge the points that it bends towards. */
export function writeLayout(nodes: readonly GraphNode[], layout: GraphLayout): string {
  const size = { x: layout.width, y: layout.height };
  const places = [size, ...nodes.map(({ name }) => layout.nodes[name]!)];
  return [places, ...layout.edges.map(({ points }) => points)].map(writePoints).join('|');
}

/** The layout that was written for these nodes; nothing where the text is of another graph. */
export function readLayout(nodes: readonly GraphNode[], text: string): GraphLayout | undefined {
  const [places, ...bends] = text.split('|').map(readPoints);
  const [size, ...centres] = places ?? [];
  const edges = edgesOf(nodes);
  if (!size || centres.length !== nodes.length || bends.length !== edges.length) return undefined;
  return {
    width: size.x,
    height: size.y,
    nodes: Object.fromEntries(nodes.map(({ name }, i) => [name, centres[i]!])),
    edges: edges.map((edge, i) => ({ ...edge, points: bends[i]! })),
  };
}

const writePoints = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');

const readPoints = (text: string): Point[] =>
  text
    .split(' ')
    .filter((point) => point !== '')
    .map((point) => {
      const [x, y] = point.split(',').map(Number);
      return { x: x!, y: y! };
    });
