// A convolution whose sums can be looked into: behind one output, one weight's gradient, one pixel's gradient.

import { type Fields, numbersIn, oneOf, wholeIn } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, mostSeed, Slider, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { Grids } from './Grids.tsx';
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
  seed: wholeIn(1, 0, mostSeed),
};

export function ConvLab({ question, lab: name = 'conv' }: LabProps) {
  const lab = useLab(name, fields);
  const { state, change } = lab;
  const { x, w, stride, padding, mode, seed } = state;
  const setting: ConvSetting = { image: x, side, kernel: w, kernelSide, stride, padding };
  const out = outputSide(setting);
  const delta = randomDelta(seed, out * out);
  const run = runConv(setting, delta);
  const all = { output: out ** 2, weight: kernelSide ** 2, pixel: side ** 2 }[mode];
  const at = Math.min(state.at, all - 1);
  const sum = entering(setting, mode, at);
  const text = words.lab.conv;
  const shown = { setting, delta, run, mode, at };
  return (
    <Frame of={lab} label={text.label} question={question} status={text.explain[mode]}>
      <Controls
        of={lab}
        onChange={(by) => change({ at: 0, ...by })}
        controls={[{ choose: 'mode', label: text.mode, from: modes, names: text.modes }]}
      >
        <Slider
          label={text.which}
          said={text.valueText(at, all)}
          min={0}
          max={all - 1}
          step={1}
          whole
          value={at}
          onValue={(at) => change({ at })}
        />
      </Controls>
      <Grids {...shown} sum={sum} onAt={(at) => change({ at })} onChange={change} />
      <Sum {...shown} meetings={sum} />
      <Controls
        of={lab}
        controls={[
          { choose: 'stride', label: text.stride, from: [1, 2] },
          { choose: 'padding', label: text.padding, from: [0, 1, 2] },
          mode !== 'output' && { seed: 'seed' },
        ]}
      />
    </Frame>
  );
}
