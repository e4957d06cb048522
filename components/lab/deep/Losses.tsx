// The loss against the steps of training.

import { Curve, Plot, roomFor, thinned } from '../frame/index.ts';
import { words } from '../words.ts';

export function Losses({ losses }: { readonly losses: readonly number[] }) {
  const text = words.lab.deep;
  const shown = thinned(losses, 200).filter(([, loss]) => Number.isFinite(loss));
  const top = Math.min(5, Math.max(0.8, ...shown.map(([, loss]) => loss)));
  return (
    <Plot
      label={text.lossPicture}
      x={{ domain: [0, roomFor(Math.max(10, losses.length))], label: text.step, whole: true }}
      y={{ domain: [0, top], label: text.lossAxis, ticks: 3 }}
      height={144}
    >
      {({ x, y }) => (
        <Curve
          class="lab-forward"
          points={shown.map(([step, loss]) => [step, Math.min(top, loss)])}
          on={{ x, y }}
        />
      )}
    </Plot>
  );
}
