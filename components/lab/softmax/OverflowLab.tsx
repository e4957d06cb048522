// Softmax as its definition reads, failing on large logits, beside the same with the largest logit taken out.

import { shortNumber } from '../../figure/number.ts';
import { words } from '../../words.ts';
import {
  type Fields,
  Frame,
  Numbers,
  numberIn,
  numbersIn,
  Send,
  Slider,
  useLabState,
} from '../frame/index.ts';
import { type ByHand, byHand } from './softmax.ts';

interface Setting {
  readonly s: readonly number[];
  /** Added to all three. */
  readonly shift: number;
}

const fields: Fields<Setting> = { s: numbersIn([0, 1, -1], -1000, 1000), shift: numberIn(700, -1000, 1000) };

interface OverflowLabProps {
  readonly question?: string;
  readonly lab?: string;
}

export function OverflowLab({ question, lab = 'overflow' }: OverflowLabProps) {
  const [state, change] = useLabState(lab, fields);
  const { s, shift } = state;
  const logits = s.map((logit) => logit + shift);
  const plain = byHand(logits, false);
  const mended = byHand(logits, true);
  const broken = plain.probabilities.some((p) => !Number.isFinite(p));
  const text = words.lab.overflow;
  return (
    <Frame
      lab={lab}
      label={text.label}
      question={question}
      status={
        broken ? (plain.sum === 0 ? text.under : text.over) : text.fine(shortNumber(Math.max(...logits)))
      }
      foot={<Send lab={lab} fields={fields} state={state} />}
    >
      <div class="lab-row">
        <Slider
          label={text.shift}
          min={-1000}
          max={1000}
          step={1}
          value={shift}
          onValue={(shift) => change({ shift })}
        />
        {s.map((logit, k) => (
          <Slider
            key={k}
            label={words.lab.simplex.logit(k)}
            sign={`s${'₀₁₂'[k]}`}
            min={-10}
            max={10}
            step={0.5}
            value={logit}
            onValue={(value) => change({ s: s.with(k, value) })}
          />
        ))}
      </div>
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
  const number = (value: number) => (Number.isNaN(value) ? text.nan : shortNumber(value, 5));
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
