// All weights of the small net, layer by layer: the value of each, its last change, and whether it ever moved.

import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';
import { moved, type StartRun } from './run.ts';

export function WeightCells({ run }: { readonly run: StartRun }) {
  const now = run.history.at(-1)!;
  const before = run.history.at(-2);
  const hasMoved = moved(run);
  const text = words.lab.start;
  return (
    <div class="lab-panels start-layers">
      {[1, 2, 3].map((layer) => (
        <div key={layer}>
          <p class="lab-panel-title">{text.layer(layer)}</p>
          <ul class="start-cells">
            {run.weights.map((weight, i) => {
              if (weight.layer !== layer) return null;
              const change = before ? now[i]! - before[i]! : undefined;
              return (
                <li key={i} class="start-cell" data-moved={hasMoved[i] || undefined}>
                  <span class="start-name notranslate">
                    <Say>{nameOf(weight.from, weight.to, run.weights.length === 6)}</Say>
                  </span>
                  <span class="forward">
                    <Say>{shortNumber(now[i]!)}</Say>
                  </span>
                  <span class="gradient start-change">
                    <Say>
                      {hasMoved[i]
                        ? text.change(shortNumber(change ?? 0, 3), (change ?? 0) >= 0)
                        : text.still}
                    </Say>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

const low = '₀₁₂₃₄₅₆₇₈₉';

/** `w₁`, or with both indices `w₁₂`: from unit 1 to unit 2; from 0 is the bias. */
export function nameOf(from: number, to: number, chain: boolean): string {
  return `w${low[from]}${chain ? '' : low[to]}`;
}
