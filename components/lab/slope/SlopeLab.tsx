// An activation beside its slope: a point to move, its tangent, and where the slope is largest.

import { line } from 'd3-shape';
import { useMemo } from 'preact/hooks';
import { shortNumber } from '../../figure/number.ts';
import { words } from '../../words.ts';
import {
  type Axis,
  Choice,
  type Fields,
  Frame,
  flag,
  Numbers,
  numberIn,
  oneOf,
  Plot,
  Send,
  Slider,
  Toggle,
  useLabState,
} from '../frame/index.ts';
import { type ActivationName, activations, curveOf, spaced, steepest } from './curve.ts';

interface Setting {
  readonly f: ActivationName;
  readonly z: number;
  readonly mark: boolean;
}

const reach = 6;
const fields: Fields<Setting> = {
  f: oneOf('sigmoid', activations),
  z: numberIn(1, -reach, reach),
  mark: flag(false),
};
const valueAxes: Readonly<Record<ActivationName, readonly [number, number]>> = {
  sigmoid: [-0.25, 1.25],
  tanh: [-1.25, 1.25],
  relu: [-1, 6],
};

interface SlopeLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function SlopeLab({ question, lab = 'slope' }: SlopeLabProps) {
  const [{ f, z, mark }, change] = useLabState(lab, fields);
  const curve = useMemo(() => curveOf(f, spaced(-reach, reach, 241)), [f]);
  const here = useMemo(() => curveOf(f, [z]), [f, z]);
  const [value, slope] = [here.value[0]!, here.slope[0]!];
  const top = steepest(curve);
  const text = words.lab.slope;
  const move = (x: number) => change({ z: Math.round(Math.max(-reach, Math.min(reach, x)) * 100) / 100 });
  const x: Axis = { domain: [-reach, reach], label: 'z' };
  const tangent = [-2, 2].map((by): [number, number] => [z + by, value + by * slope]);
  const status = text.status(tex(z), tex(value), tex(slope), `${Math.round((100 * slope) / top.slope)} %`);
  return (
    <Frame
      lab={lab}
      label={text.label}
      question={question}
      status={mark ? `${status} ${text.where[f]}` : status}
      foot={
        <>
          {' '}
          <Numbers
            columns={[
              { title: text.columns[0]! },
              { title: text.columns[1]!, hue: 'forward' },
              { title: text.columns[2]!, hue: 'gradient' },
            ]}
            rows={tableOf(f, z)}
          />
          <Send lab={lab} fields={fields} state={{ f, z, mark }} />
        </>
      }
    >
      <div class="lab-panels">
        <div>
          <p class="lab-panel-title">{text.value}</p>
          <Plot
            label={`${text.value}: ${f}`}
            x={x}
            y={{
              domain: valueAxes[f],
              label: 'f(z)',
              ticks: f === 'relu' ? 5 : [-1, -0.5, 0, 0.5, 1].filter((t) => t > valueAxes[f][0]),
            }}
            height={230}
            onPoint={move}
          >
            {({ x, y }) => (
              <g>
                <path class="lab-curve lab-forward" d={path(curve.z, curve.value, x, y)} />
                <line
                  class="lab-curve lab-gradient lab-dashed"
                  x1={x(tangent[0]![0])}
                  y1={y(tangent[0]![1])}
                  x2={x(tangent[1]![0])}
                  y2={y(tangent[1]![1])}
                />
                <circle class="lab-dot lab-forward" cx={x(z)} cy={y(value)} r={6} />
              </g>
            )}
          </Plot>
        </div>
        <div>
          <p class="lab-panel-title">{text.slope}</p>
          <Plot
            label={`${text.slope}: ${f}`}
            x={x}
            y={{ domain: [-0.1, 1.15], label: 'f′(z)', ticks: [0, 0.25, 0.5, 0.75, 1] }}
            height={230}
            onPoint={move}
          >
            {({ x, y }) => (
              <g>
                {mark && (
                  <g key="mark">
                    <line
                      class="lab-guide"
                      x1={x(-reach)}
                      x2={x(reach)}
                      y1={y(top.slope)}
                      y2={y(top.slope)}
                    />
                    {f !== 'relu' && (
                      <line class="lab-guide" x1={x(top.z)} x2={x(top.z)} y1={y(0)} y2={y(top.slope)} />
                    )}
                  </g>
                )}
                <path class="lab-curve lab-gradient" d={path(curve.z, curve.slope, x, y)} />
                <circle class="lab-dot lab-gradient" cx={x(z)} cy={y(slope)} r={6} />
              </g>
            )}
          </Plot>
        </div>
      </div>
      <div class="lab-row">
        <Slider
          label="z"
          sign="z"
          min={-reach}
          max={reach}
          step={0.05}
          value={z}
          onValue={(z) => change({ z })}
        />
        <Choice
          label={text.f}
          name={`${lab}-f`}
          value={f}
          options={activations.map((one) => [one, words.lab.functions[one]] as const)}
          onValue={(f) => change({ f })}
        />
        <Toggle label={text.steepest} on={mark} onToggle={(mark) => change({ mark })} />
      </div>
    </Frame>
  );
}

const tex = (value: number) => shortNumber(value).replaceAll('−', '-');

function path(
  z: readonly number[],
  at: readonly number[],
  x: (z: number) => number,
  y: (v: number) => number,
) {
  return line<number>()
    .x((i) => x(z[i]!))
    .y((i) => y(at[i]!))(z.map((_, i) => i))!;
}

function tableOf(f: ActivationName, z: number): readonly (readonly string[])[] {
  const { value, slope, z: at } = curveOf(f, [z, -4, -2, -1, 0, 1, 2, 4]);
  return at.map((one, i) => [one, value[i]!, slope[i]!].map((number) => shortNumber(number)));
}
