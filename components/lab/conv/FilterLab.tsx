// A picture of the reader's under kernels for edges and blur, and a kernel that learns to imitate one of them.

import { useRef, useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { words } from '../../words.ts';
import {
  Buttons,
  Choice,
  type Field,
  type Fields,
  Frame,
  Numbers,
  oneOf,
  runSlice,
  Seed,
  Send,
  useLabState,
  useReplay,
  useTicker,
  wholeIn,
} from '../frame/index.ts';
import {
  createImitation,
  filter,
  type KernelName,
  kernelNames,
  kernels,
  pictureNames,
  pictures,
  readBits,
  side,
  writeBits,
} from './filters.ts';
import { Grid } from './Grid.tsx';
import { Pixels } from './Pixels.tsx';

interface Setting {
  readonly picture: readonly number[];
  readonly kernel: KernelName;
  readonly seed: number;
  readonly steps: number;
}

const picture: Field<readonly number[]> = { initial: pictures.disc!, read: readBits, write: writeBits };
const mostSteps = 1000;
const fields: Fields<Setting> = {
  picture,
  kernel: oneOf('upright', kernelNames),
  seed: wholeIn(1, 0, 999_999),
  steps: wholeIn(0, 0, mostSteps),
};
const none = new Set<number>();

interface FilterLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function FilterLab({ question, lab = 'filter' }: FilterLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { picture, kernel, seed, steps } = state;
  const [playing, setPlaying] = useState(false);
  const element = useRef<HTMLElement>(null);
  const teacher = kernels[kernel];
  const key = [writeBits(picture), kernel, seed].join();
  const run = useReplay(() => createImitation(picture, teacher, seed), key, steps);
  useTicker(element, playing && steps < mostSteps, () => {
    const taken = runSlice(() => true, 2);
    change({ steps: Math.min(mostSteps, steps + taken) });
  });
  const wanted = filter(picture, teacher);
  const full = Math.max(1e-9, ...wanted.map(Math.abs));
  const text = words.lab.filter;
  const set = (by: Partial<Setting>) => {
    setPlaying(false);
    change({ steps: 0, ...by });
  };
  return (
    <Frame
      lab={lab}
      element={element}
      label={text.label}
      question={question}
      quiet={playing}
      status={text.status(run.steps, shortNumber(run.loss(), 3))}
      foot={
        <>
          <Numbers
            columns={[
              { title: text.weight },
              { title: text.given, hue: 'forward' },
              { title: text.learned, hue: 'forward' },
            ]}
            rows={run
              .kernel()
              .map((w, i) => [`${Math.floor(i / 3)}, ${i % 3}`, shortNumber(teacher[i]!), shortNumber(w)])}
          />
          <Send lab={lab} fields={fields} state={state} />
        </>
      }
    >
      <div class="lab-row">
        <fieldset class="lab-choice">
          <legend>{text.pictures}</legend>
          {pictureNames.map((name) => (
            <button key={name} type="button" class="button" onClick={() => set({ picture: pictures[name]! })}>
              {text.pictureNames[name]}
            </button>
          ))}
          <button type="button" class="button quiet" onClick={() => set({ picture: picture.map(() => 0) })}>
            {text.clear}
          </button>
        </fieldset>
        <Choice
          label={text.kernel}
          name={`${lab}-kernel`}
          value={kernel}
          options={kernelNames.map((one) => [one, text.kernels[one]] as const)}
          onValue={(kernel) => set({ kernel })}
        />
      </div>
      <div class="filter-pictures">
        <div>
          <p class="lab-panel-title">{text.drawn}</p>
          <Pixels
            label={text.drawnLabel}
            side={side}
            values={picture}
            full={1}
            onPaint={(at, value) => set({ picture: picture.with(at, value) })}
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
        <p class="deep-key">{text.key}</p>
        <Grid title={text.given} side={3} values={teacher} hue="forward" marked={none} />
        <Grid title={text.learned} side={3} values={run.kernel()} hue="forward" marked={none} />
      </div>
      <Buttons
        playing={playing}
        more={steps < mostSteps}
        steps={steps}
        leap={100}
        onPlay={setPlaying}
        onStep={(count) => change({ steps: Math.min(mostSteps, steps + count) })}
        onReset={() => set({})}
      />
      <div class="lab-row">
        <Seed seed={seed} onSeed={(seed) => set({ seed })} />
      </div>
    </Frame>
  );
}
