// A deep net trained in the page: how large the gradient is at each of its layers, and the bound beside it.

import { useMemo, useRef, useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { words } from '../../words.ts';
import {
  Buttons,
  Choice,
  type Fields,
  Frame,
  flag,
  Numbers,
  numberIn,
  oneOf,
  runSlice,
  Seed,
  Send,
  Slider,
  Toggle,
  useLabState,
  useTicker,
  wholeIn,
} from '../frame/index.ts';
import { Losses } from './Losses.tsx';
import { Norms } from './Norms.tsx';
import { activations, bounds, createDeepRun, type DeepRun, type DeepSetting, steepestSlope } from './net.ts';

interface Setting extends DeepSetting {
  readonly steps: number;
}

const mostSteps = 5000;
const fields: Fields<Setting> = {
  activation: oneOf('sigmoid', activations),
  depth: wholeIn(10, 2, 50),
  scale: numberIn(1, 0.1, 8),
  skip: flag(false),
  rate: numberIn(0.5, 0.001, 10),
  seed: wholeIn(1, 0, 999_999),
  steps: wholeIn(0, 0, mostSteps),
};

interface VanishingLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function VanishingLab({ question, lab = 'vanishing' }: VanishingLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { activation, depth, scale, skip, rate, seed, steps } = state;
  const [playing, setPlaying] = useState(false);
  const [, redraw] = useState(0);
  const element = useRef<HTMLElement>(null);
  const key = [activation, depth, scale, skip, rate, seed].join();
  const kept = useRef<{ key: string; run: DeepRun; atStart: readonly number[] }>();
  if (kept.current?.key !== key || kept.current.run.steps > steps) {
    const run = createDeepRun(state);
    kept.current = { key, run, atStart: run.norms() };
  }
  const { run, atStart } = kept.current;
  // Steps that are asked for, by a button or by an address, are taken a slice a frame.
  const behind = run.steps < steps;
  const sound = Number.isFinite(run.loss);
  useTicker(element, sound && (behind || (playing && steps < mostSteps)), () => {
    const most = behind ? steps - run.steps : mostSteps - run.steps;
    runSlice(() => {
      run.advance();
      return Number.isFinite(run.loss);
    }, most);
    if (playing && !behind) change({ steps: run.steps });
    else redraw((n) => n + 1);
  });
  const text = words.lab.deep;
  const now = run.norms();
  const stretches = useMemo(() => run.stretches(), [run, run.steps]);
  const w = Math.max(...stretches);
  const bound = skip ? undefined : bounds(now.at(-1)!, w, depth, steepestSlope[activation]);
  const set = (by: Partial<Setting>) => {
    setPlaying(false);
    change({ steps: 0, ...by });
  };
  const moved = run.distances();
  return (
    <Frame
      lab={lab}
      element={element}
      label={text.label}
      question={question}
      quiet={playing || behind}
      status={[
        text.ratio(tex(now[0]!), tex(now.at(-1)!), tex(now.at(-1)! / now[0]!), now[0]! === 0),
        sound ? text.loss(tex(run.loss)) : text.blown,
        bound ? text.bound(tex(w), depth, tex(bound[0]!), activation === 'sigmoid') : text.noBound,
      ].join(' ')}
      foot={
        <>
          <Numbers
            columns={[
              { title: text.layer },
              { title: text.norm, hue: 'gradient' },
              { title: text.normAtStart, hue: 'gradient' },
              { title: text.boundColumn, hue: 'gradient' },
              { title: text.moved, hue: 'forward' },
            ]}
            rows={now.map((n, l) => [
              String(l + 1),
              shortNumber(n),
              shortNumber(atStart[l]!),
              bound ? shortNumber(bound[l]!) : '–',
              shortNumber(moved[l]!),
            ])}
          />
          <Send lab={lab} fields={fields} state={state} />
        </>
      }
    >
      <div class="lab-row">
        <Choice
          label={text.activation}
          name={`${lab}-activation`}
          value={activation}
          options={activations.map((one) => [one, words.lab.functions[one]] as const)}
          onValue={(activation) => set({ activation })}
        />
        <Toggle label={text.skip} on={skip} onToggle={(skip) => set({ skip })} />
        <Slider
          label={text.depth}
          min={2}
          max={50}
          step={1}
          whole
          value={depth}
          onValue={(depth) => set({ depth })}
        />
        <Slider
          label={text.scale}
          min={0.1}
          max={8}
          step={0.1}
          value={scale}
          onValue={(scale) => set({ scale })}
        />
      </div>
      <Norms now={now} atStart={atStart} bound={bound} />
      <p class="deep-key">{text.key}</p>
      <Buttons
        playing={playing}
        more={sound && steps < mostSteps}
        steps={run.steps}
        leap={100}
        onPlay={setPlaying}
        onStep={(count) => change({ steps: Math.min(mostSteps, steps + count) })}
        onReset={() => set({})}
      />
      {run.steps > 0 && <Losses key="losses" losses={run.losses} />}
      <div class="lab-row">
        <Slider
          label={text.rate}
          min={0.01}
          max={2}
          step={0.01}
          value={rate}
          onValue={(rate) => set({ rate })}
        />
        <Seed seed={seed} onSeed={(seed) => set({ seed })} />
      </div>
    </Frame>
  );
}

const tex = (value: number) =>
  Number.isFinite(value)
    ? shortNumber(value, 3)
        .replaceAll('−', '-')
        .replace(/e\+?(-?\d+)/, ' \\cdot 10^{$1}')
    : '\\infty';
