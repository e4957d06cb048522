// A computation graph to be drawn: its nodes in order, and where they stand.

export interface GraphNode {
  /** Its name: `x`, or `a` in `a = x * x`. */
  readonly name: string;
  /** `input`, or the operation as it is typed: `+`, `*`, `tanh`. */
  readonly op: string;
  /** Names of its operands in order; the same name twice is two edges. */
  readonly from: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** 0 for the first operand, 1 for the second. */
  readonly operand: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** Centres of the nodes, by name. */
  readonly nodes: Readonly<Record<string, Point>>;
  /** Each with the points that its curve bends towards between its nodes, in whole pixels. */
  readonly edges: readonly (GraphEdge & { readonly points: readonly Point[] })[];
}

/** All edges of a graph, by node and operand. */
export function edgesOf(nodes: readonly GraphNode[]): readonly GraphEdge[] {
  return nodes.flatMap((node) => node.from.map((from, operand) => ({ from, to: node.name, operand })));
}

/** A name for an edge that no other edge has. */
export const edgeKey = (edge: GraphEdge) => `${edge.from} ${edge.to} ${edge.operand}`;
