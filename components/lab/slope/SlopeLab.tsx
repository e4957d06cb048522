// An activation beside its slope: a point to move, its tangent, and where the slope is largest.

import { useMemo } from 'preact/hooks';
import { shortNumber, texNumber } from '../../figure/number.ts';
import { type Fields, flag, numberIn, oneOf } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { type ActivationName, activations, curveOf, reach, spaced, steepest } from './curve.ts';
import { SlopeGraph, ValueGraph } from './Graphs.tsx';

interface Setting {
  readonly f: ActivationName;
  readonly z: number;
  readonly mark: boolean;
}

const fields: Fields<Setting> = {
  f: oneOf('sigmoid', activations),
  z: numberIn(1, -reach, reach),
  mark: flag(false),
};

export function SlopeLab({ question, lab: name = 'slope' }: LabProps) {
  const lab = useLab(name, fields);
  const { f, z, mark } = lab.state;
  const curve = useMemo(() => curveOf(f, spaced(-reach, reach, 241)), [f]);
  const {
    value: [value = 0],
    slope: [slope = 0],
  } = curveOf(f, [z]);
  const places = [...new Set([-4, -2, -1, 0, 1, 2, 4, z])].sort((one, other) => one - other);
  const table = curveOf(f, places);
  const share = Math.round((100 * slope) / steepest(curve).slope);
  const text = words.lab.slope;
  const status = text.status(texNumber(z), texNumber(value), texNumber(slope), `${share} %`);
  const graph = {
    f,
    curve,
    at: [z, value, slope] as const,
    onMove: (x: number) => lab.change({ z: Math.round(Math.max(-reach, Math.min(reach, x)) * 100) / 100 }),
  };
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={mark ? `${status} ${text.where[f]}` : status}
      table={{
        columns: [
          { title: text.columns[0]! },
          { title: text.columns[1]!, hue: 'forward' },
          { title: text.columns[2]!, hue: 'gradient' },
        ],
        rows: table.z.map((z, i) => [z, table.value[i]!, table.slope[i]!].map((n) => shortNumber(n))),
      }}
    >
      <div class="lab-panels">
        <ValueGraph {...graph} />
        <SlopeGraph {...graph} mark={mark} />
      </div>
      <Controls
        of={lab}
        controls={[
          { slide: 'z', label: 'z', sign: 'z', min: -reach, max: reach, step: 0.05 },
          { choose: 'f', label: text.f, from: activations, names: words.lab.functions },
          { tick: 'mark', label: text.steepest },
        ]}
      />
    </Frame>
  );
}
