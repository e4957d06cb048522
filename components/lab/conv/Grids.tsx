// The arrays of a convolution side by side: in each the cells that enter the sum that is looked into.

import { words } from '../words.ts';
import { Grid } from './Grid.tsx';
import { type ConvRun, type ConvSetting, type Meeting, type Mode, outputSide } from './sums.ts';

interface GridsProps {
  readonly setting: ConvSetting;
  readonly delta: readonly number[];
  readonly run: ConvRun;
  readonly mode: Mode;
  /** The entry whose sum is looked into, counted row after row. */
  readonly at: number;
  readonly sum: readonly Meeting[];
  readonly onAt: (at: number) => void;
  readonly onChange: (by: { readonly x?: readonly number[]; readonly w?: readonly number[] }) => void;
}

export function Grids({ setting, delta, run, mode, at, sum, onAt, onChange }: GridsProps) {
  const { image: x, kernel: w, side, kernelSide } = setting;
  const out = outputSide(setting);
  const text = words.lab.conv;
  const pixels = new Set(sum.filter((one) => !one.outside).map(({ a, b }) => a * side + b));
  const weights = new Set(sum.map(({ m, n }) => m * kernelSide + n));
  const outputs = new Set(sum.map(({ i, j }) => i * out + j));
  const met = new Map(sum.map(({ i, j, m, n }) => [i * out + j, `w${low[m]}${low[n]}`] as const));
  const wanted = { chosen: at, onChoose: onAt };
  return (
    <div class="lab-panels conv-panels">
      <Grid
        title={text.image}
        side={side}
        values={x}
        hue="forward"
        marked={mode === 'pixel' ? undefined : pixels}
        chosen={mode === 'pixel' ? at : undefined}
        onValue={(at, value) => onChange({ x: x.with(at, value) })}
      />
      <Grid
        title={text.kernel}
        side={kernelSide}
        values={w}
        hue="forward"
        marked={mode === 'weight' ? undefined : weights}
        chosen={mode === 'weight' ? at : undefined}
        onValue={(at, value) => onChange({ w: w.with(at, value) })}
      />
      {mode === 'output' ? (
        <Grid key="output" title={text.output} side={out} values={run.output} hue="forward" {...wanted} />
      ) : (
        <Grid
          key="delta"
          title={text.delta}
          side={out}
          values={delta}
          hue="gradient"
          marked={outputs}
          notes={mode === 'pixel' ? met : undefined}
        />
      )}
      {mode === 'weight' && (
        <Grid
          key="weights"
          title={text.weightGradient}
          side={kernelSide}
          values={run.weightGradient}
          hue="gradient"
          {...wanted}
        />
      )}
      {mode === 'pixel' && (
        <Grid
          key="pixels"
          title={text.imageGradient}
          side={side}
          values={run.imageGradient}
          hue="gradient"
          {...wanted}
        />
      )}
    </div>
  );
}

const low = '₀₁₂₃₄₅₆';
