// Where a net starts and what the start does to its first steps, weight by weight.

import { line } from 'd3-shape';
import { useRef, useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { words } from '../../words.ts';
import {
  Buttons,
  Choice,
  type Fields,
  Frame,
  Numbers,
  numberIn,
  oneOf,
  Plot,
  Seed,
  Send,
  Slider,
  useLabState,
  useReplay,
  useTicker,
  wholeIn,
} from '../frame/index.ts';
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

const mostSteps = 2000;
const fields: Fields<Setting> = {
  start: oneOf('zero', starts),
  constant: numberIn(0.5, -2, 2),
  seed: wholeIn(1, 0, 999_999),
  units: wholeIn(1, 1, 2),
  loss: oneOf('square', losses),
  steps: wholeIn(0, 0, mostSteps),
};

interface InitLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function InitLab({ question, lab = 'start' }: InitLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { start, constant, seed, units, loss, steps } = state;
  const run = useReplay(() => createStartRun(state), [start, constant, seed, units, loss].join(), steps);
  const [playing, setPlaying] = useState(false);
  const element = useRef<HTMLElement>(null);
  const frames = useRef(0);
  const more = steps < mostSteps;
  const text = words.lab.start;
  useTicker(element, playing && more, () => {
    frames.current += 1;
    // Slowly as long as each step is news.
    if (steps >= 20 || frames.current % 30 === 0) change({ steps: steps + 1 });
  });
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
      status={tell(run)}
      quiet={playing}
      foot={
        <>
          <Numbers columns={columns(run)} rows={rows(run)} />
          <Send lab={lab} fields={fields} state={state} />
        </>
      }
    >
      <div class="lab-row">
        <Choice
          label={text.start}
          name={`${lab}-start`}
          value={start}
          options={starts.map((one) => [one, text.starts[one]] as const)}
          onValue={(start) => set({ start })}
        />
        <Choice
          label={text.units}
          name={`${lab}-units`}
          value={String(units)}
          options={[['1', '1'] as const, ['2', '2'] as const]}
          onValue={(units) => set({ units: Number(units) })}
        />
        <Choice
          label={text.loss}
          name={`${lab}-loss`}
          value={loss}
          options={losses.map((one) => [one, text.losses[one]] as const)}
          onValue={(loss) => set({ loss })}
        />
        {start === 'random' && <Seed key="seed" seed={seed} onSeed={(seed) => set({ seed })} />}
        {start === 'constant' && (
          <Slider
            key="constant"
            label={text.constant}
            min={-2}
            max={2}
            step={0.1}
            value={constant}
            onValue={(constant) => set({ constant })}
          />
        )}
      </div>
      <WeightCells run={run} />
      <Paths run={run} />
      <Buttons
        playing={playing}
        more={more}
        steps={steps}
        leap={20}
        onPlay={setPlaying}
        onStep={(count) => change({ steps: Math.min(mostSteps, steps + count) })}
        onReset={() => set({})}
      />
    </Frame>
  );
}

/** Every weight against the steps; the layers differ by their dashes. */
function Paths({ run }: { readonly run: StartRun }) {
  const { history, weights } = run;
  const all = history.flat();
  const reach = Math.max(0.25, ...all.map(Math.abs)) * 1.1;
  const stride = Math.max(1, Math.ceil(history.length / 300));
  const points = history.map((_, i) => i).filter((i) => i % stride === 0 || i === history.length - 1);
  const text = words.lab.start;
  return (
    <Plot
      label={text.paths}
      x={{ domain: [0, Math.max(4, history.length - 1)], label: text.step }}
      y={{ domain: [-reach, reach], label: text.weight }}
      height={190}
    >
      {({ x, y }) =>
        weights.map(({ layer }, i) => (
          <g key={i} class="lab-forward">
            <path
              class={`lab-curve start-layer-${layer}`}
              d={
                line<number>()
                  .x((step) => x(step))
                  .y((step) => y(history[step]![i]!))(points)!
              }
            />
            <circle class="lab-dot" cx={x(history.length - 1)} cy={y(history.at(-1)![i]!)} r={4} />
          </g>
        ))
      }
    </Plot>
  );
}

function tell(run: StartRun): string {
  const text = words.lab.start;
  const still = moved(run).filter((one) => !one).length;
  const copies = copiedLayers(run);
  const all = run.weights.length;
  return [
    run.last ? text.seen(run.steps, run.last.x, run.last.y, shortNumber(run.last.output, 5)) : text.begin,
    run.last ? text.moved(all - still, all) : '',
    copies.length > 0 ? text.copies(copies) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const columns = (run: StartRun) => [
  { title: words.lab.start.weight },
  { title: words.lab.start.atStart, hue: 'forward' as const },
  { title: words.lab.start.now, hue: 'forward' as const },
  { title: words.lab.start.gradient(run.steps), hue: 'gradient' as const },
];

function rows(run: StartRun): readonly (readonly string[])[] {
  return run.weights.map(({ layer, from, to }, i) => [
    words.lab.start.named(nameOf(from, to, run.weights.length === 6), layer),
    shortNumber(run.history[0]![i]!, 10),
    shortNumber(run.history.at(-1)![i]!, 10),
    run.last ? shortNumber(run.last.gradient[i]!, 10) : '–',
  ]);
}
