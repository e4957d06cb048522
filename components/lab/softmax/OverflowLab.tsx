// Softmax as its definition reads, failing on large logits, beside the same with the largest logit taken out.

import { shortNumber } from '../../figure/number.ts';
import { type Fields, numberIn, numbersIn } from '../../setting/index.ts';
import { Controls, Frame, type LabProps, Numbers, Slider, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { type ByHand, byHand } from './softmax.ts';

interface Setting {
  readonly s: readonly number[];
  /** Added to all three. */
  readonly shift: number;
}

const [reach, farthest] = [10, 1000];
const fields: Fields<Setting> = {
  s: numbersIn([0, 1, -1], -reach, reach),
  shift: numberIn(700, -farthest, farthest),
};

export function OverflowLab({ question, lab: name = 'overflow' }: LabProps) {
  const lab = useLab(name, fields);
  const { s, shift } = lab.state;
  const logits = s.map((logit) => logit + shift);
  const plain = byHand(logits, false);
  const mended = byHand(logits, true);
  const broken = plain.probabilities.some((p) => !Number.isFinite(p));
  const text = words.lab.overflow;
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={
        broken ? (plain.sum === 0 ? text.under : text.over) : text.fine(shortNumber(Math.max(...logits)))
      }
    >
      <Controls
        of={lab}
        controls={[{ slide: 'shift', label: text.shift, min: -farthest, max: farthest, step: 1 }]}
      >
        {s.map((logit, k) => (
          <Slider
            key={k}
            label={words.lab.simplex.logit(k)}
            sign={`s${'₀₁₂'[k]}`}
            min={-reach}
            max={reach}
            step={0.5}
            value={logit}
            onValue={(value) => lab.change({ s: s.with(k, value) })}
          />
        ))}
      </Controls>
      <div class="lab-panels overflow-panels">
        <Way title={text.plain} logits={logits} run={plain} head="s" />
        <Way title={text.mended} logits={logits} run={mended} head="s − max" />
      </div>
    </Frame>
  );
}

interface WayProps {
  readonly title: string;
  readonly logits: readonly number[];
  readonly run: ByHand;
  readonly head: string;
}

function Way({ title, run, head }: WayProps) {
  const text = words.lab.overflow;
  const number = (value: number) => (Number.isNaN(value) ? text.nan : shortNumber(value, 4));
  const failed = run.probabilities.some((p) => !Number.isFinite(p));
  return (
    <div class="overflow-way" data-failed={failed || undefined}>
      <p class="lab-panel-title">{title}</p>
      <Numbers
        open
        caption={title}
        columns={[
          { title: text.class },
          { title: head, hue: 'forward' },
          { title: text.exp, hue: 'forward' },
          { title: 'f', hue: 'forward' },
        ]}
        rows={[
          ...run.shifted.map((value, k) => [
            String(k),
            number(value),
            number(run.exponentials[k]!),
            number(run.probabilities[k]!),
          ]),
          [text.sum, '', number(run.sum), number(run.probabilities.reduce((a, b) => a + b, 0))],
        ]}
      />
    </div>
  );
}
