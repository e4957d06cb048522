// A deep net trained in the page: how large the gradient is at each of its layers, and the bound beside it.

import { useMemo } from 'preact/hooks';
import { shortNumber, texNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { type Fields, flag, numberIn, oneOf, wholeIn } from '../../setting/index.ts';
import { Buttons, Controls, Frame, type LabProps, mostSeed, useLab, useRun } from '../frame/index.ts';
import { words } from '../words.ts';
import { Losses } from './Losses.tsx';
import { Norms } from './Norms.tsx';
import { activations, bounds, createDeepRun, type DeepRun, type DeepSetting, steepestSlope } from './net.ts';

interface Setting extends DeepSetting {
  readonly steps: number;
}

const most = 5000;
/** As deep as the exercise on such nets allows. */
const deepest = 60;
const fields: Fields<Setting> = {
  activation: oneOf('sigmoid', activations),
  depth: wholeIn(10, 2, deepest),
  scale: numberIn(1, 0.1, 8),
  skip: flag(false),
  rate: numberIn(0.5, 0.001, 10),
  seed: wholeIn(1, 0, mostSeed),
  steps: wholeIn(0, 0, most),
};
const sound = (run: DeepRun) => Number.isFinite(run.loss);
const tex = (value: number) => texNumber(value, 3);

export function VanishingLab({ question, lab: name = 'vanishing' }: LabProps) {
  const lab = useLab(name, fields);
  const { activation, depth, skip } = lab.state;
  const { run, begin, moving, player } = useRun(lab, () => createDeepRun(lab.state), { most, sound });
  const now = run.norms();
  const [first, last] = [now[0]!, now.at(-1)!];
  const w = useMemo(() => Math.max(...run.stretches()), [run, run.steps]);
  const bound = skip ? undefined : bounds(last, w, depth, steepestSlope[activation]);
  const moved = run.distances();
  const text = words.lab.deep;
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      quiet={moving}
      status={[
        first === 0
          ? text.none(tex(last))
          : text.ratio(tex(first), tex(last), tex(Math.max(last / first, first / last)), first <= last),
        sound(run) ? text.loss(tex(run.loss)) : text.blown,
        bound ? text.bound(tex(w), depth, tex(bound[0]!), activation === 'sigmoid') : text.noBound,
      ].join(' ')}
      table={{
        columns: [
          { title: text.layer },
          { title: text.norm, hue: 'gradient' },
          { title: text.normAtStart, hue: 'gradient' },
          { title: text.boundColumn, hue: 'gradient' },
          { title: text.moved, hue: 'forward' },
        ],
        rows: now.map((norm, l) => [
          String(l + 1),
          shortNumber(norm),
          shortNumber(run.atStart[l]!),
          bound ? shortNumber(bound[l]!) : '–',
          shortNumber(moved[l]!),
        ]),
      }}
    >
      <Controls
        of={lab}
        onChange={begin}
        controls={[
          { choose: 'activation', label: text.activation, from: activations, names: words.lab.functions },
          { tick: 'skip', label: text.skip },
          { slide: 'depth', label: text.depth, min: 2, max: deepest, step: 1 },
          { slide: 'scale', label: text.scale, min: 0.1, max: 8, step: 0.1 },
        ]}
      />
      <Norms now={now} atStart={run.atStart} bound={bound} />
      <p class="lab-key">
        <Say>{text.key(bound !== undefined, now.includes(0))}</Say>
      </p>
      <Buttons {...player} leap={100} />
      {run.steps > 0 && <Losses key="losses" losses={run.losses} />}
      <Controls
        of={lab}
        onChange={begin}
        controls={[{ slide: 'rate', label: text.rate, min: 0.01, max: 2, step: 0.01 }, { seed: 'seed' }]}
      />
    </Frame>
  );
}
