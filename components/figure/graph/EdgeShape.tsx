// One edge of a graph: a curve with an arrowhead, and perhaps its local derivative.

import { edgePath } from './curve.ts';
import type { GraphLayout, Point } from './types.ts';

export interface EdgeMark {
  /** Written on the edge, in the hue of gradients. */
  readonly label?: string;
  /** `forward`: a value flows; `backward`: a gradient flows, and the arrow turns; `both`: an arrow for each. */
  readonly state?: 'forward' | 'backward' | 'both' | 'right' | 'wrong';
}

interface EdgeShapeProps {
  readonly edge: GraphLayout['edges'][number];
  readonly from: Point;
  readonly to: Point;
  readonly mark: EdgeMark | undefined;
  /** Where its label stands. */
  readonly at: Point;
}

export function EdgeShape({ edge, from, to, mark, at }: EdgeShapeProps) {
  const forward = () => edgePath(from, to, edge.points);
  const backward = () => edgePath(to, from, [...edge.points].reverse());
  const label = mark?.label;
  return (
    <g class="graph-edge" data-state={mark?.state}>
      {mark?.state === 'both' ? (
        <>
          <g class="graph-way-forward" transform={`translate(0 ${-apart})`}>
            <Way path={forward()} />
          </g>
          <g class="graph-way-backward" transform={`translate(0 ${apart})`}>
            <Way path={backward()} />
          </g>
        </>
      ) : (
        <Way path={mark?.state === 'backward' ? backward() : forward()} />
      )}
      {label !== undefined && (
        <g key={label} class="graph-edge-label" transform={`translate(${at.x} ${at.y})`}>
          <rect x={-(label.length * 3.9 + 6)} y={-11} width={label.length * 7.8 + 12} height={22} rx={11} />
          <text y={4.5} text-anchor="middle">
            {label}
          </text>
        </g>
      )}
    </g>
  );
}

/** Half the distance between the two arrows of an edge. */
const apart = 4.5;

function Way({ path }: { readonly path: string }) {
  return (
    <>
      <path class="graph-line" d={path} />
      <ArrowHead path={path} />
    </>
  );
}

/** The head, drawn from the last stretch of the path: markers would need ids that are unique in the page. */
function ArrowHead({ path }: { readonly path: string }) {
  const numbers = path.match(/-?[\d.]+/g)!.map(Number);
  const [x0, y0, x, y] = numbers.slice(-4) as [number, number, number, number];
  const angle = (Math.atan2(y - y0, x - x0) * 180) / Math.PI;
  return (
    <path
      class="graph-head"
      d="M-7 -4.5 1 0 -7 4.5Z"
      transform={`translate(${x} ${y}) rotate(${Math.round(angle)})`}
    />
  );
}
