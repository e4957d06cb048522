// The loss on its way down, on a logarithmic scale.

import { Curve, Plot } from '../frame/index.ts';
import { words } from '../words.ts';
import type { News } from './play.ts';

const [low, high] = [1e-4, 10];

export function Losses({ news }: { readonly news: readonly News[] }) {
  const text = words.lab.own;
  return (
    <Plot
      label={text.losses}
      x={{ domain: [0, Math.max(1, news.at(-1)![0])], label: text.step, whole: true }}
      y={{ domain: [low, high], label: text.loss, log: true, ticks: [1e-4, 1e-3, 1e-2, 1e-1, 1, 10] }}
      height={200}
    >
      {(on) => (
        <Curve
          class="lab-forward"
          points={news
            .filter(([, loss]) => loss > 0 && Number.isFinite(loss))
            .map(([step, loss]) => [step, Math.min(high, Math.max(low, loss))])}
          on={on}
        />
      )}
    </Plot>
  );
}
