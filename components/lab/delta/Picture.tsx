// The net of the walk: which units and which weights a stage is about.

import { shortNumber } from '../../figure/number.ts';
import { SvgText } from '../frame/index.ts';
import { words } from '../words.ts';
import { type DeltaRun, widths } from './net.ts';
import type { Stage } from './stages.ts';

const size = { width: 320, height: 200 } as const;
const radius = 22;
/** On the page, where there is room: the numbers stay readable on a telephone. */
const shown = 400;
const xOf = (layer: number) => 28 + (layer * (size.width - 56)) / (widths.length - 1);
const yOf = (layer: number, unit: number) => size.height / 2 + (unit - (widths[layer]! - 1) / 2) * 64;

interface PictureProps {
  readonly run: DeltaRun;
  readonly stage: Stage;
  readonly unit: number;
  /** The stages so far; numbers appear as they are known. */
  readonly known: readonly Stage[];
}

export function Picture({ run, stage, unit, known }: PictureProps) {
  const { layer, what, pass } = stage;
  const has = (one: Stage['what'][], l: number) =>
    known.some((stage) => one.includes(stage.what) && stage.layer === l);
  const on = (l: number, from: number, to: number) =>
    (what === 'activation' && l === layer && to === unit) ||
    (what === 'delta' && l === layer + 1 && from === unit) ||
    (what === 'weight' && l === layer && to === unit && from === 0);
  const text = words.lab.delta;
  return (
    <svg
      class="lab-picture delta-picture notranslate"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={shown}
      role="img"
      aria-label={text.picture(what, layer, unit)}
    >
      {widths.slice(1).map((width, i) =>
        Array.from({ length: width * widths[i]! }, (_, n) => {
          const [from, to] = [n % widths[i]!, Math.floor(n / widths[i]!)];
          return (
            <line
              key={`${i} ${n}`}
              class="delta-edge"
              data-on={on(i + 1, from, to) ? pass : undefined}
              x1={xOf(i) + radius}
              y1={yOf(i, from)}
              x2={xOf(i + 1) - radius}
              y2={yOf(i + 1, to)}
            />
          );
        }),
      )}
      {widths.map((width, l) =>
        Array.from({ length: width }, (_, j) => (
          <g key={`${l} ${j}`} class="delta-unit" data-on={l === layer && j === unit ? pass : undefined}>
            <circle cx={xOf(l)} cy={yOf(l, j)} r={radius} />
            {(l === 0 || has(['activation'], l)) && (
              <SvgText class="lab-forward" x={xOf(l)} y={yOf(l, j) - 2} anchor="middle">
                {shortNumber(run.a[l]![0]![j]!, 2)}
              </SvgText>
            )}
            {l > 0 && has(['delta', 'error'], l) && (
              <SvgText class="lab-gradient" x={xOf(l)} y={yOf(l, j) + 13} anchor="middle">
                {shortNumber(run.delta[l]![0]![j]!, 2)}
              </SvgText>
            )}
          </g>
        )),
      )}
    </svg>
  );
}
