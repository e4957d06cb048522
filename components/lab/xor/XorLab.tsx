// Six weights against XOR: moved by hand or by training, with the plane coloured by what the net puts out.

import { printedNumber, shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { Buttons, Controls, Frame, type LabProps, Slider, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { Census } from './Census.tsx';
import { allRight, points, weightNames } from './net.ts';
import { Plane } from './Plane.tsx';
import { fields, paces, useWeights } from './useWeights.ts';

const reach = 3;

export function XorLab({ question, lab: name = 'xor' }: LabProps) {
  const lab = useLab(name, fields);
  const { w, rate } = lab.state;
  const { net, future, moving, move, sow, findHopeless, player } = useWeights(lab);
  const outputs = net.outputs();
  const dead = net.dead();
  const text = words.lab.xor;
  const wrong = outputs.filter((y, i) => y > 0.5 !== (points[i]!.label === 1)).length;
  const status = [
    allRight(outputs) ? text.right : text.wrong(wrong),
    text.deadUnits(dead),
    future && text.fates[future.fate](future.steps),
  ];
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={status.filter(Boolean).join(' ')}
      quiet={moving}
      table={{
        columns: [
          { title: 'x₁' },
          { title: 'x₂' },
          { title: text.target },
          { title: text.output, hue: 'forward' },
        ],
        rows: points.map(({ x1, x2, label }, i) => [
          String(x1),
          String(x2),
          String(label),
          shortNumber(outputs[i]!, 6),
        ]),
      }}
      foot={<Census rate={rate} />}
    >
      <div class="xor-table">
        <Plane name={name} weights={w} outputs={outputs} dead={dead} />
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
              onValue={(value) => move(i, value)}
            />
          ))}
          <p class="lab-steps">
            <Say>{text.loss(printedNumber(net.loss()))}</Say>
          </p>
        </div>
      </div>
      <p class="lab-key">{text.key}</p>
      <Buttons {...player} leap={100} />
      <Controls
        of={lab}
        onChange={(by) => (by.seed === undefined ? lab.change(by) : sow(by.seed))}
        controls={[
          { choose: 'pace', label: text.pace, from: paces },
          { slide: 'rate', label: text.rate, min: 0.01, max: 1, step: 0.01 },
          { seed: 'seed' },
        ]}
      >
        <button type="button" class="button" onClick={findHopeless}>
          {text.hopeless}
        </button>
      </Controls>
    </Frame>
  );
}
