// A convolution whose sums can be looked into: behind one output, one weight's gradient, one pixel's gradient.

import { words } from '../../words.ts';
import {
  Choice,
  type Fields,
  Frame,
  NumberField,
  numbersIn,
  oneOf,
  Seed,
  Send,
  useLabState,
  wholeIn,
} from '../frame/index.ts';
import { Grid } from './Grid.tsx';
import { Sum } from './Sum.tsx';
import { type ConvSetting, entering, type Mode, modes, outputSide, randomDelta, runConv } from './sums.ts';

interface Setting {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly stride: number;
  readonly padding: number;
  readonly mode: Mode;
  readonly at: number;
  readonly seed: number;
}

const side = 5;
const kernelSide = 3;
const fields: Fields<Setting> = {
  x: numbersIn([0, 1, 2, 1, 0, 1, 3, 2, 0, 1, 2, 0, 1, 1, 3, 0, 2, 1, 0, 2, 1, 0, 3, 2, 1], -99, 99),
  w: numbersIn([1, 2, 3, 4, 5, 6, 7, 8, 9], -99, 99),
  stride: wholeIn(1, 1, 2),
  padding: wholeIn(0, 0, 2),
  mode: oneOf('output', modes),
  at: wholeIn(0, 0, 80),
  seed: wholeIn(1, 0, 999_999),
};

interface ConvLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function ConvLab({ question, lab = 'conv' }: ConvLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { x, w, stride, padding, mode, seed } = state;
  const setting: ConvSetting = { image: x, side, kernel: w, kernelSide, stride, padding };
  const out = outputSide(setting);
  const delta = randomDelta(seed, out * out);
  const run = runConv(setting, delta);
  const last = { output: out * out, weight: kernelSide ** 2, pixel: side ** 2 }[mode] - 1;
  const at = Math.min(state.at, last);
  const sum = entering(setting, mode, at);
  const text = words.lab.conv;
  const pixels = new Set(sum.filter((one) => !one.outside).map(({ a, b }) => a * side + b));
  const weights = new Set(sum.map(({ m, n }) => m * kernelSide + n));
  const outputs = new Set(sum.map(({ i, j }) => i * out + j));
  const none = new Set<number>();
  const notes = new Map(
    mode === 'pixel' ? sum.map(({ i, j, m, n }) => [i * out + j, `w${low[m]}${low[n]}`] as const) : [],
  );
  const choose = (mode: Mode) => (at: number) => change({ mode, at });
  return (
    <Frame
      lab={lab}
      label={text.label}
      question={question}
      status={text.explain[mode]}
      foot={<Send lab={lab} fields={fields} state={state} />}
    >
      <div class="lab-row">
        <Choice
          label={text.mode}
          name={`${lab}-mode`}
          value={mode}
          options={modes.map((one) => [one, text.modes[one]] as const)}
          onValue={(mode) => change({ mode, at: 0 })}
        />
        <div class="lab-slider">
          <span class="lab-slider-name" aria-hidden="true">
            {text.which}
          </span>
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={text.which}
            aria-valuetext={text.valueText(at, last + 1)}
            onInput={(event) => change({ at: Number(event.currentTarget.value) })}
          />
          <NumberField
            label={words.lab.typed(text.which)}
            value={at}
            min={0}
            max={last}
            whole
            onValue={(at) => change({ at })}
          />
        </div>
      </div>
      <div class="lab-panels conv-panels">
        <Grid
          title={text.image}
          side={side}
          values={x}
          hue="forward"
          marked={mode === 'pixel' ? none : pixels}
          chosen={mode === 'pixel' ? at : undefined}
          onValue={(at, value) => change({ x: x.with(at, value) })}
        />
        <Grid
          title={text.kernel}
          side={kernelSide}
          values={w}
          hue="forward"
          marked={mode === 'weight' ? none : weights}
          chosen={mode === 'weight' ? at : undefined}
          onValue={(at, value) => change({ w: w.with(at, value) })}
        />
        {mode === 'output' ? (
          <Grid
            key="output"
            title={text.output}
            side={out}
            values={run.output}
            hue="forward"
            marked={none}
            chosen={at}
            onChoose={choose('output')}
          />
        ) : (
          <Grid
            key="delta"
            title={text.delta}
            side={out}
            values={delta}
            hue="gradient"
            marked={outputs}
            notes={notes}
          />
        )}
        {mode === 'weight' && (
          <Grid
            key="weights"
            title={text.weightGradient}
            side={kernelSide}
            values={run.weightGradient}
            hue="gradient"
            marked={none}
            chosen={at}
            onChoose={choose('weight')}
          />
        )}
        {mode === 'pixel' && (
          <Grid
            key="pixels"
            title={text.imageGradient}
            side={side}
            values={run.imageGradient}
            hue="gradient"
            marked={none}
            chosen={at}
            onChoose={choose('pixel')}
          />
        )}
      </div>
      <Sum mode={mode} at={at} meetings={sum} setting={setting} delta={delta} run={run} />
      <div class="lab-row">
        <Choice
          label={text.stride}
          name={`${lab}-stride`}
          value={String(stride)}
          options={['1', '2'].map((one) => [one, one] as const)}
          onValue={(stride) => change({ stride: Number(stride) })}
        />
        <Choice
          label={text.padding}
          name={`${lab}-padding`}
          value={String(padding)}
          options={['0', '1', '2'].map((one) => [one, one] as const)}
          onValue={(padding) => change({ padding: Number(padding) })}
        />
        {mode !== 'output' && <Seed key="seed" seed={seed} onSeed={(seed) => change({ seed })} />}
      </div>
    </Frame>
  );
}

const low = '₀₁₂₃₄₅₆';
