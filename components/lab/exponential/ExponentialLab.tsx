// How many exponentials tanh and its slope cost, written in three ways.

import { Say, Tex } from '../../prose/index.ts';
import { type Fields, numberIn, wholeIn } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { cost, shown, standing, ways } from './cost.ts';

interface Setting {
  readonly z: number;
  readonly units: number;
}

const [reach, mostUnits] = [400, 1000];
const fields: Fields<Setting> = { z: numberIn(1, -reach, reach), units: wholeIn(100, 1, mostUnits) };

export function ExponentialLab({ question, lab: name = 'exponential' }: LabProps) {
  const lab = useLab(name, fields);
  const { z, units } = lab.state;
  const text = words.lab.exponential;
  const costs = ways.map((way) => ({ way, ...cost(way, z) }));
  const number = (value: number) => (Number.isNaN(value) ? text.nan : shown(value));
  const most = Math.max(...costs.map(({ exponentials }) => exponentials));
  return (
    <Frame of={lab} label={text.label} question={question} status={text.status[standing(z)](most)}>
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
          { slide: 'z', label: 'z', sign: 'z', min: -reach, max: reach, step: 0.5 },
          { slide: 'units', label: text.units, min: 1, max: mostUnits, step: 1 },
        ]}
      />
    </Frame>
  );
}
