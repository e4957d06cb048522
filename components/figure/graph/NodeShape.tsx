// One node of a graph: a circle for an operation, a square for an input, its value above and its gradient below.

import { radius } from './curve.ts';
import { type NodeMark, operationSign } from './describe.ts';
import type { GraphNode, Point } from './types.ts';

interface NodeShapeProps {
  readonly node: GraphNode;
  readonly at: Point;
  readonly mark: NodeMark | undefined;
  /** What a screen reader says. */
  readonly label: string;
  readonly onPick?: () => void;
}

export function NodeShape({ node, at, mark, label, onPick }: NodeShapeProps) {
  const isInput = node.op === 'input';
  const sign = isInput ? node.name : operationSign(node.op);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button where it can be picked, an image where not
    <g
      class="graph-node"
      data-node={node.name}
      data-op={node.op}
      data-state={mark?.state}
      transform={`translate(${at.x} ${at.y})`}
      // Every node is a stop of the Tab key, in the order of the computation.
      tabIndex={0}
      role={onPick ? 'button' : 'img'}
      aria-label={label}
      onClick={onPick}
      onKeyDown={(event) => {
        if (!onPick || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onPick();
      }}
    >
      {isInput ? (
        <rect class="graph-shape" x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx={3} />
      ) : (
        <circle class="graph-shape" r={radius} />
      )}
      <text
        class={isInput ? 'graph-name-inside' : 'graph-sign'}
        data-long={sign.length > 2 || undefined}
        y={isInput ? 6 : 3}
        text-anchor="middle"
      >
        {isInput ? <Name name={sign} /> : sign}
      </text>
      {!isInput && (
        <text class="graph-name" y={radius - 7} text-anchor="middle">
          <Name name={node.name} />
        </text>
      )}
      {mark?.value !== undefined && <Tag key={`v ${mark.value}`} text={mark.value} kind="value" />}
      {mark?.gradient !== undefined && (
        <Tag key={`g ${mark.gradient}`} text={mark.gradient} kind="gradient" />
      )}
    </g>
  );
}

/** `w12` as a letter with its numbers below the line. */
function Name({ name }: { readonly name: string }) {
  const [, letters, number] = /^([A-Za-z]+)(\d*)$/.exec(name) ?? [name, name];
  return (
    <>
      {letters}
      {number && (
        <tspan class="graph-index" dy="0.25em">
          {number}
        </tspan>
      )}
    </>
  );
}

/** A number on a flag: values point forwards, above the node; gradients point backwards, below it. */
function Tag({ text, kind }: { readonly text: string; readonly kind: 'value' | 'gradient' }) {
  const half = Math.max(11, text.length * 4 + 4);
  const y = kind === 'value' ? -radius - 13 : radius + 13;
  const tip = half + 7;
  // Away from the edges that arrive, as far as the drawing has room.
  const aside = Math.max(-2, Math.min(5, 36 - tip));
  const shape =
    kind === 'value'
      ? `M${-half} -9H${half}L${tip} 0L${half} 9H${-half}Z`
      : `M${half} -9H${-half}L${-tip} 0L${-half} 9H${half}Z`;
  return (
    <g
      class={`graph-tag graph-tag-${kind}`}
      transform={`translate(${kind === 'value' ? aside : Math.max(2, aside)} ${y})`}
    >
      <path d={shape} />
      <text y={4.5} text-anchor="middle">
        {text}
      </text>
    </g>
  );
}
