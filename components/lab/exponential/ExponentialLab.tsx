// How many exponentials tanh and its slope cost, written in three ways.

import { shortNumber } from '../../figure/number.ts';
import { Say, Tex } from '../../prose/index.ts';
import { type Fields, numberIn, wholeIn } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { cost, ways } from './cost.ts';

interface Setting {
  readonly z: number;
  readonly units: number;
}

const fields: Fields<Setting> = { z: numberIn(1, -1000, 1000), units: wholeIn(100, 1, 1_000_000) };

export function ExponentialLab({ question, lab: name = 'exponential' }: LabProps) {
  const lab = useLab(name, fields);
  const { z, units } = lab.state;
  const text = words.lab.exponential;
  const costs = ways.map((way) => ({ way, ...cost(way, z) }));
  const most = Math.max(...costs.map(({ exponentials }) => exponentials));
  const number = (value: number) => (Number.isNaN(value) ? text.nan : shortNumber(value, 6));
  const broken = costs.some(({ value, slope }) => Number.isNaN(value) || Number.isNaN(slope));
  return (
    <Frame of={lab} label={text.label} question={question} status={broken ? text.broken : text.same(most)}>
      <ul class="exponential-ways">
        {costs.map(({ way, value, slope, exponentials }) => (
          <li key={way} class="exponential-way">
            <span class="lab-panel-title">{text.ways[way]}</span>
            <Tex tex={text.formulas[way]} />
            <span class="exponential-bar" aria-hidden="true">
              {Array.from({ length: exponentials }, (_, i) => (
                <span key={i} class="exponential-one" />
              ))}
            </span>
            <span>
              <Say>{text.count(exponentials, exponentials * units, units)}</Say>
            </span>
            <span>
              <span class="forward">
                <Say>{`${text.value} ${number(value)}`}</Say>
              </span>
              {', '}
              <span class="gradient">
                <Say>{`${text.slope} ${number(slope)}`}</Say>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Controls
        of={lab}
        controls={[
          { slide: 'z', label: 'z', sign: 'z', min: -400, max: 400, step: 0.5 },
          { slide: 'units', label: text.units, min: 1, max: 1000, step: 1 },
        ]}
      />
    </Frame>
  );
}
