// The delta recursion as a walk through a net: indices, matrices and picture in step, with all shapes.

import { useMemo, useRef, useState } from 'preact/hooks';
import { Tex } from '../../prose/index.ts';
import { type Fields, flag, wholeIn } from '../../setting/index.ts';
import {
  Buttons,
  Controls,
  Frame,
  type LabProps,
  mostSeed,
  Slider,
  useLab,
  useTicker,
} from '../frame/index.ts';
import { words } from '../words.ts';
import { Arrays } from './Arrays.tsx';
import { runDelta } from './net.ts';
import { entryTex } from './numbers.ts';
import { Picture } from './Picture.tsx';
import { stagesOf, unitsOf } from './stages.ts';

interface Setting {
  readonly stage: number;
  readonly unit: number;
  readonly batch: boolean;
  readonly seed: number;
}

const fields: Fields<Setting> = {
  stage: wholeIn(0, 0, 8),
  unit: wholeIn(0, 0, 2),
  batch: flag(false),
  seed: wholeIn(1, 0, mostSeed),
};
const pace = 150;

export function DeltaWalk({ question, lab: name = 'delta' }: LabProps) {
  const lab = useLab(name, fields);
  const { state, change, element } = lab;
  const { batch, seed } = state;
  const run = useMemo(() => runDelta(seed, batch ? 4 : 1), [seed, batch]);
  const stages = useMemo(() => stagesOf(run, batch), [run, batch]);
  const at = Math.min(state.stage, stages.length - 1);
  const stage = stages[at]!;
  const unit = Math.min(state.unit, unitsOf(stage) - 1);
  const [playing, setPlaying] = useState(false);
  const frames = useRef(0);
  const more = at < stages.length - 1;
  useTicker(element, playing && more, () => {
    frames.current += 1;
    if (frames.current % pace === 0) change({ stage: at + 1 });
  });
  const text = words.lab.delta;
  const go = (to: number) => {
    setPlaying(false);
    change({ stage: Math.max(0, Math.min(stages.length - 1, to)) });
  };
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      quiet={playing && more}
      status={`${text.tell[stage.what](stage.layer, batch)} $${entryTex(run, stage, unit)}$.`}
    >
      <Picture run={run} stage={stage} unit={unit} known={stages.slice(0, at + 1)} />
      <div class="delta-formulas" data-pass={stage.pass}>
        <div>
          <span class="lab-panel-title">{text.index}</span>
          <Tex tex={`\\displaystyle ${stage.index}`} />
        </div>
        <div>
          <span class="lab-panel-title">{text.matrix}</span>
          <Tex tex={`\\displaystyle ${stage.matrix}`} />
        </div>
      </div>
      <Arrays stage={stage} />
      <div class="lab-row">
        <Slider
          label={text.stage(stages.length)}
          min={1}
          max={stages.length}
          step={1}
          whole
          value={at + 1}
          onValue={(n) => go(n - 1)}
        />
        <Slider
          label={text.unit}
          min={0}
          max={unitsOf(stage) - 1}
          step={1}
          whole
          value={unit}
          onValue={(unit) => change({ unit })}
        />
      </div>
      <Controls of={lab} controls={[{ tick: 'batch', label: text.batch }, { seed: 'seed' }]} />
      <Buttons
        playing={playing && more}
        more={more}
        onPlay={setPlaying}
        onStep={() => go(at + 1)}
        onReset={() => go(0)}
      />
    </Frame>
  );
}
