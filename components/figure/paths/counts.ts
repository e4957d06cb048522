// Counting the work of a derivative on a graph that forks and joins: path by path, or in one walk backwards.

/** A chain of stages; in each the signal splits over two nodes and joins again. */
export interface PathCounts {
  readonly paths: number;
  /** Edges on one path. */
  readonly length: number;
  readonly edges: number;
  /** Multiplications, each path by itself: one less than its edges. */
  readonly byPaths: number;
  /** Multiplications of the walk: the gradient that arrives, times each edge once. */
  readonly byWalk: number;
}

/** `countPaths(3)`: 8 paths of 6 edges cost 40 multiplications, the walk over 12 edges costs 12. */
export function countPaths(stages: number): PathCounts {
  const paths = 2 ** stages;
  const length = 2 * stages;
  const edges = 4 * stages;
  return { paths, length, edges, byPaths: paths * (length - 1), byWalk: edges };
}

/** Which way the path with a number, from 0, takes at each stage: 0 the upper node, 1 the lower. */
export function turns(path: number, stages: number): readonly (0 | 1)[] {
  return Array.from({ length: stages }, (_, i) =>
    Math.floor(path / 2 ** (stages - 1 - i)) % 2 === 0 ? 0 : 1,
  );
}
