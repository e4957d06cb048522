// A picture of the reader's under kernels for edges and blur, and a kernel that learns to imitate one of them.

import { printedNumber, shortNumber } from '../../figure/number.ts';
import { bits, type Fields, oneOf, wholeIn } from '../../setting/index.ts';
import { Buttons, Controls, Frame, type LabProps, mostSeed, useLab, useRun } from '../frame/index.ts';
import { words } from '../words.ts';
import {
  createImitation,
  filter,
  type KernelName,
  kernelNames,
  kernels,
  pictureNames,
  pictures,
  side,
} from './filters.ts';
import { Grid } from './Grid.tsx';
import { Pixels } from './Pixels.tsx';

interface Setting {
  readonly picture: readonly number[];
  readonly kernel: KernelName;
  readonly seed: number;
  readonly steps: number;
}

const most = 1000;
const fields: Fields<Setting> = {
  picture: bits(pictures.disc),
  kernel: oneOf('upright', kernelNames),
  seed: wholeIn(1, 0, mostSeed),
  steps: wholeIn(0, 0, most),
};
const pace = () => 2;

export function FilterLab({ question, lab: name = 'filter' }: LabProps) {
  const lab = useLab(name, fields);
  const { picture, kernel, seed } = lab.state;
  const teacher = kernels[kernel];
  const { run, begin, moving, player } = useRun(lab, () => createImitation(picture, teacher, seed), {
    most,
    pace,
  });
  const wanted = filter(picture, teacher);
  const full = Math.max(1e-9, ...wanted.map(Math.abs));
  const learned = run.kernel();
  const text = words.lab.filter;
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      quiet={moving}
      status={text.status(run.steps, printedNumber(run.loss(), 3))}
      table={{
        columns: [
          { title: text.weight },
          { title: text.given, hue: 'forward' },
          { title: text.learned, hue: 'forward' },
        ],
        rows: learned.map((w, i) => [
          `${Math.floor(i / 3)}, ${i % 3}`,
          shortNumber(teacher[i]!),
          shortNumber(w),
        ]),
      }}
    >
      <fieldset class="lab-choice lab-row">
        <legend>{text.pictures}</legend>
        {pictureNames.map((name) => (
          <button key={name} type="button" class="button" onClick={() => begin({ picture: pictures[name] })}>
            {text.pictureNames[name]}
          </button>
        ))}
        <button type="button" class="button quiet" onClick={() => begin({ picture: picture.map(() => 0) })}>
          {text.clear}
        </button>
      </fieldset>
      <Controls
        of={lab}
        onChange={begin}
        controls={[{ choose: 'kernel', label: text.kernel, from: kernelNames, names: text.kernels }]}
      />
      <div class="filter-pictures">
        <div>
          <p class="lab-panel-title">{text.drawn}</p>
          <Pixels
            label={text.drawnLabel}
            side={side}
            values={picture}
            full={1}
            onPaint={(at, value) => begin({ picture: picture.with(at, value) })}
          />
        </div>
        <div>
          <p class="lab-panel-title">{text.wanted}</p>
          <Pixels label={text.wanted} side={side - 2} values={wanted} full={full} />
        </div>
        <div>
          <p class="lab-panel-title">{text.imitated}</p>
          <Pixels label={text.imitated} side={side - 2} values={run.output()} full={full} />
        </div>
        <p class="lab-key">{text.key}</p>
        <Grid title={text.given} side={3} values={teacher} hue="forward" />
        <Grid title={text.learned} side={3} values={learned} hue="forward" />
      </div>
      <Buttons {...player} leap={100} />
      <Controls of={lab} onChange={begin} controls={[{ seed: 'seed' }]} />
    </Frame>
  );
}
