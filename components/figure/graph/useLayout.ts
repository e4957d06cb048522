// The layout of a graph that changes, with dagre loaded only when the build has not laid the graph out already.

import { useEffect, useMemo, useState } from 'preact/hooks';
import { lazily } from '../../lazily.ts';
import { readLayout } from './layout-text.ts';
import type { GraphLayout, GraphNode } from './types.ts';
import { edgesOf } from './types.ts';

const loadLayout = lazily(() => import('./layout.ts'));

/** The layout of these nodes: the one the build has written, while it is theirs, and the last one until the next has come. */
export function useLayout(nodes: readonly GraphNode[], written?: string): GraphLayout {
  const key = nodes.map((node) => `${node.name}=${node.op}(${node.from})`).join(';');
  const [made, setMade] = useState<{ key: string; layout: GraphLayout }>();
  const given = useMemo(
    () => (written === undefined ? undefined : readLayout(nodes, written)),
    [key, written],
  );
  const bare = nodes.every((node) => node.op === 'input');
  useEffect(() => {
    if (given || bare || made?.key === key) return;
    let wanted = true;
    loadLayout().then(
      ({ layOut }) => wanted && setMade({ key, layout: layOut(nodes) }),
      () => {}, // The plain layout does until the next change.
    );
    return () => {
      wanted = false;
    };
  }, [key, given, bare]);
  if (given) return given;
  if (made && fitsLayout(nodes, made.layout)) return made.layout;
  return inAColumn(nodes);
}

function fitsLayout(nodes: readonly GraphNode[], layout: GraphLayout): boolean {
  return (
    nodes.length === Object.keys(layout.nodes).length &&
    nodes.every((node) => layout.nodes[node.name]) &&
    edgesOf(nodes).every((edge, i) => {
      const drawn = layout.edges[i];
      return drawn?.from === edge.from && drawn.to === edge.to && drawn.operand === edge.operand;
    })
  );
}

/** A layout that needs no library: inputs under each other, later nodes each one step to the right. */
function inAColumn(nodes: readonly GraphNode[]): GraphLayout {
  const inputs = nodes.filter((node) => node.op === 'input').length;
  const places = nodes.map((node, i) => [
    node.name,
    i < inputs
      ? { x: 39, y: 50 + 94 * i }
      : { x: 39 + 118 * (i - inputs + 1), y: 50 + 47 * ((i - inputs) % 3) },
  ]);
  const at: GraphLayout['nodes'] = Object.fromEntries(places);
  return {
    width: 78 + 118 * (nodes.length - inputs),
    height: Math.max(100, 94 * inputs + 6),
    nodes: at,
    edges: edgesOf(nodes).map((edge) => ({ ...edge, points: [] })),
  };
}
