// Two graphs with one movable point: an activation with its tangent, and its slope.

import { type Axis, Curve, Plot } from '../frame/index.ts';
import { words } from '../words.ts';
import { type Curve as Activation, type ActivationName, reach, steepest } from './curve.ts';

interface GraphProps {
  readonly f: ActivationName;
  readonly curve: Activation;
  /** The point: where it is, and the value and the slope there. */
  readonly at: readonly [z: number, value: number, slope: number];
  readonly onMove: (z: number) => void;
}

const across: Axis = { domain: [-reach, reach], label: 'z' };
const up: Readonly<Record<ActivationName, Axis>> = {
  sigmoid: { domain: [-0.25, 1.25], label: 'f(z)', ticks: [0, 0.5, 1] },
  tanh: { domain: [-1.25, 1.25], label: 'f(z)', ticks: [-1, -0.5, 0, 0.5, 1] },
  relu: { domain: [-1, 6], label: 'f(z)', ticks: 5 },
};
const text = words.lab.slope;

export function ValueGraph({ f, curve, at: [z, value, slope], onMove }: GraphProps) {
  const tangent = [-2, 2].map((by) => [z + by, value + by * slope] as const);
  return (
    <div>
      <p class="lab-panel-title">{text.value}</p>
      <Plot label={`${text.value}: ${f}`} x={across} y={up[f]} height={230} onPoint={onMove}>
        {(on) => (
          <g>
            <Curve class="lab-forward" points={curve.z.map((z, i) => [z, curve.value[i]!])} on={on} />
            <Curve class="lab-gradient lab-dashed" points={tangent} on={on} />
            <circle class="lab-dot lab-forward" cx={on.x(z)} cy={on.y(value)} r={6} />
          </g>
        )}
      </Plot>
    </div>
  );
}

interface SlopeGraphProps extends GraphProps {
  /** Shows where the slope is largest. */
  readonly mark: boolean;
}

export function SlopeGraph({ f, curve, at: [z, , slope], mark, onMove }: SlopeGraphProps) {
  const top = steepest(curve);
  return (
    <div>
      <p class="lab-panel-title">{text.slope}</p>
      <Plot
        label={`${text.slope}: ${f}`}
        x={across}
        y={{ domain: [-0.1, 1.15], label: 'f′(z)', ticks: [0, 0.25, 0.5, 0.75, 1] }}
        height={230}
        onPoint={onMove}
      >
        {({ x, y }) => (
          <g>
            {mark && (
              <line
                key="level"
                class="lab-guide"
                x1={x(-reach)}
                x2={x(reach)}
                y1={y(top.slope)}
                y2={y(top.slope)}
              />
            )}
            {mark && f !== 'relu' && (
              <line key="place" class="lab-guide" x1={x(top.z)} x2={x(top.z)} y1={y(0)} y2={y(top.slope)} />
            )}
            <Curve class="lab-gradient" points={curve.z.map((z, i) => [z, curve.slope[i]!])} on={{ x, y }} />
            <circle class="lab-dot lab-gradient" cx={x(z)} cy={y(slope)} r={6} />
          </g>
        )}
      </Plot>
    </div>
  );
}
