// Where a net starts and what the start does to its first steps, weight by weight.

import { shortNumber } from '../../figure/number.ts';
import { type Fields, numberIn, oneOf, wholeIn } from '../../setting/index.ts';
import { Buttons, Controls, Frame, type LabProps, mostSeed, useLab, useRun } from '../frame/index.ts';
import { words } from '../words.ts';
import { Paths } from './Paths.tsx';
import {
  copiedLayers,
  createStartRun,
  losses,
  moved,
  type StartRun,
  type StartSetting,
  starts,
} from './run.ts';
import { nameOf, WeightCells } from './WeightCells.tsx';

interface Setting extends StartSetting {
  readonly steps: number;
}

const most = 2000;
const fields: Fields<Setting> = {
  start: oneOf('zero', starts),
  constant: numberIn(0.5, -2, 2),
  seed: wholeIn(1, 0, mostSeed),
  units: wholeIn(1, 1, 2),
  loss: oneOf('square', losses),
  steps: wholeIn(0, 0, most),
};
/** Slowly as long as each step is news. */
const pace = (steps: number, frame: number) => (steps >= 20 || frame % 30 === 0 ? 1 : 0);

export function InitLab({ question, lab: name = 'start' }: LabProps) {
  const lab = useLab(name, fields);
  const { run, begin, moving, player } = useRun(lab, () => createStartRun(lab.state), { most, pace });
  const { start } = lab.state;
  const text = words.lab.start;
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={tell(run)}
      quiet={moving}
      table={{
        columns: [
          { title: text.weight },
          { title: text.atStart, hue: 'forward' },
          { title: text.now, hue: 'forward' },
          { title: text.gradient(run.steps), hue: 'gradient' },
        ],
        rows: run.weights.map(({ layer, from, to }, i) => [
          text.named(nameOf(from, to, run.weights.length === 6), layer),
          shortNumber(run.history[0]![i]!, 10),
          shortNumber(run.history.at(-1)![i]!, 10),
          run.last ? shortNumber(run.last.gradient[i]!, 10) : '–',
        ]),
      }}
    >
      <Controls
        of={lab}
        onChange={begin}
        controls={[
          { choose: 'start', label: text.start, from: starts, names: text.starts },
          { choose: 'units', label: text.units, from: [1, 2] },
          { choose: 'loss', label: text.loss, from: losses, names: text.losses },
          start === 'random' && { seed: 'seed' },
          start === 'constant' && { slide: 'constant', label: text.constant, min: -2, max: 2, step: 0.1 },
        ]}
      />
      <WeightCells run={run} />
      <Paths run={run} />
      <Buttons {...player} leap={20} />
    </Frame>
  );
}

function tell(run: StartRun): string {
  const text = words.lab.start;
  if (!run.last) return text.begin;
  const { x, y, output } = run.last;
  const copies = copiedLayers(run);
  return [
    text.seen(run.steps, x, y, shortNumber(output, 5)),
    text.moved(moved(run).filter(Boolean).length, run.weights.length),
    copies.length > 0 && text.copies(copies),
  ]
    .filter(Boolean)
    .join(' ');
}
