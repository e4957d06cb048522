// The plane of two weights: what each inequality forbids in grey, what is left with a border, and the dot.

import { type Corner, isEmpty, Plot } from '../frame/index.ts';
import { words } from '../words.ts';
import { cut, type Inequality, reach, square } from './planes.ts';

interface PlanesProps {
  readonly chosen: readonly Inequality[];
  readonly room: readonly Corner[];
  readonly at: readonly [w1: number, w2: number];
  readonly b: number;
  readonly onPoint: (w1: number, w2: number) => void;
}

export function Planes({ chosen, room, at: [w1, w2], b, onPoint }: PlanesProps) {
  const inside = (n: number) => Math.round(Math.max(-reach, Math.min(reach, n)) * 20) / 20;
  return (
    <Plot
      label={words.lab.planes.picture}
      x={{ domain: [-reach, reach], label: 'w₁' }}
      y={{ domain: [-reach, reach], label: 'w₂' }}
      height={314}
      onPoint={(x, y) => onPoint(inside(x), inside(y))}
    >
      {({ x, y }) => {
        const points = (polygon: readonly Corner[]) =>
          polygon.map(([u, v]) => `${x(u).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
        return (
          <g>
            {!isEmpty(room) && <polygon key="room" class="planes-room" points={points(room)} />}
            {chosen.map((one) => (
              <polygon
                key={`${one.p} ${one.q}`}
                class="planes-forbidden"
                points={points(cut(square, one, b, true))}
              />
            ))}
            <circle class="lab-dot lab-forward" cx={x(w1)} cy={y(w2)} r={7} />
          </g>
        );
      }}
    </Plot>
  );
}
