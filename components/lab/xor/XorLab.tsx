// Six weights against XOR: moved by hand or by training, with the plane coloured by what the net puts out.

import { useMemo, useRef, useState } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../../words.ts';
import {
  Buttons,
  Choice,
  type Fields,
  Frame,
  Numbers,
  numberIn,
  numbersIn,
  oneOf,
  runSlice,
  Seed,
  Send,
  Slider,
  useLabState,
  useTicker,
  wholeIn,
} from '../frame/index.ts';
import { Census } from './Census.tsx';
import { type Future, futureOf } from './fate.ts';
import { allRight, createXorNet, points, randomStart, weightNames } from './net.ts';
import { Plane } from './Plane.tsx';

const paces = ['1', '10', '100'] as const;

interface Setting {
  readonly w: readonly number[];
  /** Where the weights go back to. */
  readonly from: readonly number[];
  readonly steps: number;
  readonly seed: number;
  readonly rate: number;
  readonly pace: (typeof paces)[number];
}

const begin = [1, 0.5, -0.5, 1, 1, -0.5];
const reach = 3;
const most = 1000;
const mostSteps = 100_000;
const fields: Fields<Setting> = {
  w: numbersIn(begin, -most, most),
  from: numbersIn(begin, -most, most),
  steps: wholeIn(0, 0, mostSteps),
  seed: wholeIn(0, 0, 999_999),
  rate: numberIn(0.1, 0.001, 1),
  pace: oneOf('1', paces),
};

interface XorLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function XorLab({ question, lab = 'xor' }: XorLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { w, from, steps, seed, rate, pace } = state;
  const net = useMemo(createXorNet, []);
  const [playing, setPlaying] = useState(false);
  const [future, setFuture] = useState<Future>();
  const element = useRef<HTMLElement>(null);
  const text = words.lab.xor;
  net.set(w);
  const outputs = net.outputs();
  const dead = net.dead();
  const loss = net.loss();
  const right = allRight(outputs);

  const train = (count: number) => {
    net.set(w);
    const taken = runSlice(
      () => {
        net.step(rate);
        return net.weights().every((value) => Math.abs(value) < most);
      },
      Math.min(count, mostSteps - steps),
    );
    const now = net.weights();
    if (now.every((value) => Math.abs(value) < most)) change({ w: now, steps: steps + taken });
    else setPlaying(false);
  };
  useTicker(element, playing, () => train(Number(pace)));
  const begins = (start: readonly number[], seed: number, told?: Future) => {
    setFuture(told);
    change({ w: start, from: start, steps: 0, seed });
  };
  const byHand = (i: number, value: number) => {
    setPlaying(false);
    begins(w.with(i, value), seed);
  };
  const findHopeless = () => {
    for (let tried = seed + 1; tried < seed + 200; tried++) {
      const start = randomStart(tried);
      const told = futureOf(start, rate);
      if (told.fate !== 'learns' && told.fate !== 'moving') return begins(start, tried, told);
    }
  };
  const status = [
    right ? text.right : text.wrong(outputs.filter((y, i) => y > 0.5 !== (points[i]!.label === 1)).length),
    text.deadUnits(dead),
    future ? text.fates[future.fate](future.steps) : '',
  ];
  return (
    <Frame
      lab={lab}
      element={element}
      label={text.label}
      question={question}
      status={status.filter(Boolean).join(' ')}
      quiet={playing}
      foot={
        <>
          <Numbers
            columns={[
              { title: 'x₁' },
              { title: 'x₂' },
              { title: text.target },
              { title: text.output, hue: 'forward' },
            ]}
            rows={points.map(({ x1, x2, label }, i) => [
              `${x1}`,
              `${x2}`,
              `${label}`,
              shortNumber(outputs[i]!, 6),
            ])}
          />
          <Census rate={rate} />
          <Send lab={lab} fields={fields} state={state} />
        </>
      }
    >
      <div class="xor-table">
        <Plane weights={w} outputs={outputs} dead={dead} />
        <div class="xor-weights">
          {weightNames.map((name, i) => (
            <Slider
              key={name}
              label={name}
              sign={text.signs[i]!}
              min={-reach}
              max={reach}
              step={0.05}
              value={w[i]!}
              onValue={(value) => byHand(i, value)}
            />
          ))}
          <p class="lab-steps">
            <Say>{text.loss(shortNumber(loss))}</Say>
          </p>
        </div>
      </div>
      <Buttons
        playing={playing}
        more={steps < mostSteps}
        steps={steps}
        leap={100}
        onPlay={setPlaying}
        onStep={train}
        onReset={() => {
          setPlaying(false);
          change({ w: from, steps: 0 });
        }}
      />
      <div class="lab-row">
        <Choice
          label={text.pace}
          name={`${lab}-pace`}
          value={pace}
          options={paces.map((one) => [one, one] as const)}
          onValue={(pace) => change({ pace })}
        />
        <Slider
          label={text.rate}
          min={0.01}
          max={1}
          step={0.01}
          value={rate}
          onValue={(rate) => change({ rate: Math.max(0.001, rate) })}
        />
        <Seed seed={seed} onSeed={(seed) => begins(randomStart(seed), seed)} />
        <button type="button" class="button" onClick={findHopeless}>
          {text.hopeless}
        </button>
      </div>
    </Frame>
  );
}
