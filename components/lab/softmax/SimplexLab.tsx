// Three logits as sliders, their probabilities on the triangle, and the gradient of the cross-entropy as an arrow.

import { useRef, useState } from 'preact/hooks';
import { shortNumber, texNumber } from '../../figure/number.ts';
import { type Fields, numbersIn, oneOf } from '../../setting/index.ts';
import { Buttons, Choice, Frame, type LabProps, Slider, useLab, useTicker } from '../frame/index.ts';
import { words } from '../words.ts';
import { softmaxRun, stepLogits } from './softmax.ts';
import { Triangle } from './Triangle.tsx';

const classes = ['0', '1', '2'] as const;

interface Setting {
  readonly s: readonly number[];
  /** The true class. */
  readonly y: (typeof classes)[number];
}

const reach = 5;
const fields: Fields<Setting> = { s: numbersIn([1.5, 0.5, -0.5], -50, 50), y: oneOf('2', classes) };
const rate = 1;
const mostTrail = 200;

export function SimplexLab({ question, lab: name = 'simplex' }: LabProps) {
  const lab = useLab(name, fields);
  const { change, initial, element } = lab;
  const { s, y } = lab.state;
  const [trail, setTrail] = useState<readonly (readonly number[])[]>([]);
  const [playing, setPlaying] = useState(false);
  const frames = useRef(0);
  const trueClass = Number(y);
  const { probabilities, gradient, loss } = softmaxRun(s, trueClass);
  const text = words.lab.simplex;

  const train = (count: number) => {
    let next = s;
    const passed: (readonly number[])[] = [];
    for (let i = 0; i < count; i++) {
      passed.push(softmaxRun(next, trueClass).probabilities);
      next = stepLogits(next, trueClass, rate);
    }
    setTrail([...trail, ...passed].slice(-mostTrail));
    change({ s: next });
  };
  useTicker(element, playing, () => {
    frames.current += 1;
    if (frames.current % 12 === 0) train(1);
  });
  const byHand = (by: Partial<Setting>) => {
    setPlaying(false);
    setTrail([]);
    change(by);
  };
  const total = gradient.reduce((sum, g) => sum + g, 0);
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      quiet={playing}
      status={text.status(
        probabilities.map((p) => tex(p)),
        gradient.map((g) => tex(g)),
        tex(loss),
      )}
      table={{
        columns: [
          { title: text.class },
          { title: 's', hue: 'forward' },
          { title: 'f', hue: 'forward' },
          { title: 'y' },
          { title: 'f − y', hue: 'gradient' },
        ],
        rows: [
          ...s.map((logit, k) => [
            String(k),
            shortNumber(logit),
            shortNumber(probabilities[k]!),
            k === trueClass ? '1' : '0',
            shortNumber(gradient[k]!),
          ]),
          [text.sum, '', '1', '1', shortNumber(Math.abs(total) < 1e-12 ? 0 : total)],
        ],
      }}
    >
      <div class="lab-panels simplex-panels">
        <Triangle probabilities={probabilities} gradient={gradient} trueClass={trueClass} trail={trail} />
        <div class="simplex-controls">
          {s.map((logit, k) => (
            <Slider
              key={k}
              label={text.logit(k)}
              sign={`s${'₀₁₂'[k]}`}
              min={-reach}
              max={reach}
              step={0.1}
              value={logit}
              onValue={(value) => byHand({ s: s.with(k, value) })}
            />
          ))}
          <Choice
            label={text.trueClass}
            name={`${name}-y`}
            value={y}
            options={classes.map((one) => [one, one] as const)}
            onValue={(y) => byHand({ y })}
          />
          <button type="button" class="button" onClick={() => byHand({ s: s.map((logit) => logit + 1) })}>
            {text.shift}
          </button>
        </div>
      </div>
      <Buttons
        playing={playing}
        leap={10}
        onPlay={setPlaying}
        onStep={train}
        onReset={() => byHand(initial)}
      />
    </Frame>
  );
}

const tex = (value: number) => texNumber(value, 3);
