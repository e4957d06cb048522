// The loss against the steps of training.

import { line } from 'd3-shape';
import { words } from '../../words.ts';
import { Plot } from '../frame/index.ts';

export function Losses({ losses }: { readonly losses: readonly number[] }) {
  const text = words.lab.deep;
  const stride = Math.max(1, Math.ceil(losses.length / 400));
  const shown = losses.flatMap((loss, i) =>
    i % stride === 0 && Number.isFinite(loss) ? [[i, loss] as const] : [],
  );
  const top = Math.min(5, Math.max(0.8, ...shown.map(([, loss]) => loss)));
  return (
    <Plot
      label={text.lossPicture}
      x={{ domain: [0, Math.max(10, losses.length)], label: text.step }}
      y={{ domain: [0, top], label: text.lossAxis, ticks: 3 }}
      height={130}
    >
      {({ x, y }) => (
        <path
          class="lab-curve lab-forward"
          d={
            line<readonly [number, number]>()
              .x(([i]) => x(i))
              .y(([, loss]) => y(Math.min(top, loss)))(shown) ?? ''
          }
        />
      )}
    </Plot>
  );
}
