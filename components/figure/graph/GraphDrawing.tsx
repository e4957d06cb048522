// A computation graph as a drawing whose nodes can be reached and heard one by one.

import { useMemo, useRef } from 'preact/hooks';
import { words } from '../../words.ts';
import { describeNode, type NodeMark } from './describe.ts';
import { type EdgeMark, EdgeShape } from './EdgeShape.tsx';
import { labelPlaces } from './labels.ts';
import { NodeShape } from './NodeShape.tsx';
import { edgeKey, type GraphLayout, type GraphNode } from './types.ts';

interface GraphDrawingProps {
  readonly nodes: readonly GraphNode[];
  readonly layout: GraphLayout;
  readonly label: string;
  readonly marks?: ReadonlyMap<string, NodeMark>;
  /** By the key of the edge. */
  readonly edgeMarks?: ReadonlyMap<string, EdgeMark>;
  /** Makes the nodes buttons. */
  readonly onPick?: (name: string) => void;
  /** A node was dragged onto another. */
  readonly onJoin?: (from: string, to: string) => void;
  /** The name of the last node that was picked, where picking is under way. */
  readonly picked?: string | undefined;
}

/** The drawing, a little smaller where the page is narrow, in a box that scrolls sideways where that is not enough. */
export function GraphDrawing({
  nodes,
  layout,
  label,
  marks,
  edgeMarks,
  onPick,
  onJoin,
  picked,
}: GraphDrawingProps) {
  const held = useRef<string>();
  const places = useMemo(() => labelPlaces(layout), [layout]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box that scrolls is no set of fields
    <div
      class="graph-scroll scroll-x"
      role="group"
      aria-label={words.graph.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: there is no fieldset in SVG */}
      <svg
        class="graph-drawing notranslate"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width}
        height={layout.height}
        style={{ '--natural': `${layout.width}px` }}
        role="group"
        aria-label={label}
        onPointerDown={(event) => {
          held.current = nodeAt(event);
        }}
        onPointerUp={(event) => {
          const from = held.current;
          const to = nodeAt(event);
          if (onJoin && from && to && from !== to) onJoin(from, to);
        }}
      >
        <g>
          {layout.edges.map((edge) => (
            <EdgeShape
              key={edgeKey(edge)}
              edge={edge}
              from={layout.nodes[edge.from]!}
              to={layout.nodes[edge.to]!}
              mark={edgeMarks?.get(edgeKey(edge))}
              at={places.get(edgeKey(edge))!}
            />
          ))}
        </g>
        <g>
          {nodes.map((node, i) => {
            const at = layout.nodes[node.name];
            const mark = marks?.get(node.name);
            return (
              at && (
                <NodeShape
                  key={node.name}
                  node={node}
                  at={at}
                  mark={picked === node.name ? { ...mark, state: 'picked' } : mark}
                  label={describeNode(node, i + 1, mark)}
                  {...(onPick ? { onPick: () => onPick(node.name) } : {})}
                />
              )
            );
          })}
        </g>
      </svg>
    </div>
  );
}

/** The node under the pointer; a finger stays with the element that it came down on. */
function nodeAt(event: PointerEvent): string | undefined {
  const element = document.elementFromPoint(event.clientX, event.clientY);
  return element?.closest<SVGElement>('[data-node]')?.dataset.node;
}
