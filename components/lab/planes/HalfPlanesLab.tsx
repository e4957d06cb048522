// Two weights and a threshold against XOR: each point forbids a half-plane, and the four leave nothing.

import { type Fields, numberIn, oneOf } from '../../setting/index.ts';
import { Controls, Frame, isEmpty, type LabProps, Toggle, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { Planes } from './Planes.tsx';
import { holds, inequalities, left, reach } from './planes.ts';

interface Setting {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
  /** Which of the four inequalities are asked for: `1110`. */
  readonly on: string;
}

const all = Array.from({ length: 16 }, (_, i) => i.toString(2).padStart(4, '0'));
const fields: Fields<Setting> = {
  w1: numberIn(1, -reach, reach),
  w2: numberIn(1, -reach, reach),
  b: numberIn(0, -2, 2),
  on: oneOf('0110', all),
};

export function HalfPlanesLab({ question, lab: name = 'planes' }: LabProps) {
  const lab = useLab(name, fields);
  const { w1, w2, b, on } = lab.state;
  const chosen = inequalities.filter((_, i) => on[i] === '1');
  const room = left(chosen, b);
  const right = inequalities.map((one) => holds(one, [w1, w2], b));
  const text = words.lab.planes;
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={
        chosen.length === 4
          ? text.nothing
          : isEmpty(room)
            ? text.empty
            : text.some(chosen.length, right.filter(Boolean).length)
      }
      table={{
        columns: [{ title: text.point }, { title: text.inequality }, { title: text.here, hue: 'forward' }],
        rows: inequalities.map(({ p, q }, i) => [
          `(${p}, ${q})`,
          text.texts[i]!,
          right[i] ? text.holds : text.fails,
        ]),
      }}
    >
      <div class="lab-panels planes">
        <Planes
          chosen={chosen}
          room={room}
          at={[w1, w2]}
          b={b}
          onPoint={(w1, w2) => lab.change({ w1, w2 })}
        />
        <div class="planes-choice">
          {inequalities.map((_, i) => (
            <Toggle
              key={i}
              label={`${text.texts[i]} ${right[i] ? '✓' : '✗'}`}
              on={on[i] === '1'}
              onToggle={(yes) => lab.change({ on: on.slice(0, i) + (yes ? '1' : '0') + on.slice(i + 1) })}
            />
          ))}
          <Controls
            of={lab}
            controls={[
              { slide: 'w1', label: 'w1', sign: text.signs.w1, min: -reach, max: reach, step: 0.05 },
              { slide: 'w2', label: 'w2', sign: text.signs.w2, min: -reach, max: reach, step: 0.05 },
              { slide: 'b', label: 'b', sign: text.signs.b, min: -2, max: 2, step: 0.05 },
            ]}
          />
        </div>
      </div>
    </Frame>
  );
}
