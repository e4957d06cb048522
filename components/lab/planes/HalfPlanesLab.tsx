// Two weights and a threshold against XOR: each point forbids a half-plane, and the four leave nothing.

import { words } from '../../words.ts';
import {
  type Fields,
  Frame,
  Numbers,
  numberIn,
  oneOf,
  Plot,
  Send,
  Slider,
  Toggle,
  useLabState,
} from '../frame/index.ts';
import { area, type Corner, cut, holds, inequalities, left, reach, square } from './planes.ts';

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

interface HalfPlanesLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function HalfPlanesLab({ question, lab = 'planes' }: HalfPlanesLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { w1, w2, b, on } = state;
  const chosen = inequalities.filter((_, i) => on[i] === '1');
  const room = left(chosen, b);
  const empty = room.length < 3 || area(room) < 1e-9;
  const right = inequalities.map((one) => holds(one, [w1, w2], b));
  const text = words.lab.planes;
  const clamp = (n: number) => Math.round(Math.max(-reach, Math.min(reach, n)) * 20) / 20;
  return (
    <Frame
      lab={lab}
      label={text.label}
      question={question}
      status={
        on === '1111'
          ? text.nothing
          : empty
            ? text.empty
            : text.some(chosen.length, right.filter(Boolean).length)
      }
      foot={
        <>
          <Numbers
            columns={[
              { title: text.point },
              { title: text.inequality },
              { title: text.here, hue: 'forward' },
            ]}
            rows={inequalities.map(({ p, q }, i) => [
              `(${p}, ${q})`,
              text.texts[i]!,
              right[i] ? text.holds : text.fails,
            ])}
          />
          <Send lab={lab} fields={fields} state={state} />
        </>
      }
    >
      <div class="lab-panels planes">
        <Plot
          label={text.picture}
          x={{ domain: [-reach, reach], label: 'w₁' }}
          y={{ domain: [-reach, reach], label: 'w₂' }}
          height={300}
          onPoint={(x, y) => change({ w1: clamp(x), w2: clamp(y) })}
        >
          {({ x, y }) => {
            const points = (polygon: readonly Corner[]) =>
              polygon.map(([u, v]) => `${x(u).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
            return (
              <g>
                {!empty && <polygon key="room" class="planes-room" points={points(room)} />}
                {inequalities.map((one, i) =>
                  on[i] === '1' ? (
                    <polygon key={i} class="planes-forbidden" points={points(cut(square, one, b, true))} />
                  ) : null,
                )}
                <circle class="lab-dot lab-forward" cx={x(w1)} cy={y(w2)} r={7} />
              </g>
            );
          }}
        </Plot>
        <div class="planes-choice">
          {inequalities.map((_, i) => (
            <Toggle
              key={i}
              label={`${text.texts[i]} ${right[i] ? '✓' : '✗'}`}
              on={on[i] === '1'}
              onToggle={(yes) => change({ on: on.slice(0, i) + (yes ? '1' : '0') + on.slice(i + 1) })}
            />
          ))}
          {(['w1', 'w2', 'b'] as const).map((name) => (
            <Slider
              key={name}
              label={name}
              sign={text.signs[name]}
              min={name === 'b' ? -2 : -reach}
              max={name === 'b' ? 2 : reach}
              step={0.05}
              value={state[name]}
              onValue={(value) => change({ [name]: value })}
            />
          ))}
        </div>
      </div>
    </Frame>
  );
}
