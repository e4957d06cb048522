// Every weight of the small net against the steps; the layers differ by their dashes.

import { Curve, Plot, roomFor, thinned } from '../frame/index.ts';
import { words } from '../words.ts';
import type { StartRun } from './run.ts';

export function Paths({ run: { history, weights } }: { readonly run: StartRun }) {
  const last = history.length - 1;
  const shown = thinned(history, 150);
  const reach = roomFor(Math.max(0.25, ...shown.flatMap(([, now]) => now.map(Math.abs))));
  const text = words.lab.start;
  return (
    <Plot
      label={text.paths}
      x={{ domain: [0, roomFor(Math.max(4, last))], label: text.step, whole: true }}
      y={{ domain: [-reach, reach], label: text.weight }}
      height={190}
    >
      {({ x, y }) =>
        weights.map(({ layer }, i) => (
          <g key={i} class="lab-forward">
            <Curve
              class={`start-layer-${layer}`}
              points={shown.map(([step, now]) => [step, now[i]!])}
              on={{ x, y }}
            />
            <circle class="lab-dot" cx={x(last)} cy={y(history[last]![i]!)} r={4} />
          </g>
        ))
      }
    </Plot>
  );
}
