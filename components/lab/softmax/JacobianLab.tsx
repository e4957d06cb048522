// The Jacobian of softmax as a live matrix: its rows and its columns add up to 0.

import { useState } from 'preact/hooks';
import { shortNumber, texNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { type Fields, numbersIn } from '../../setting/index.ts';
import { Frame, type LabProps, Slider, useLab } from '../frame/index.ts';
import { words } from '../words.ts';
import { jacobian, softmaxRun } from './softmax.ts';

interface Setting {
  readonly s: readonly number[];
}

const fields: Fields<Setting> = { s: numbersIn([1, 0, -1], -50, 50, [2, 3, 4, 5]) };

export function JacobianLab({ question, lab: name = 'jacobian' }: LabProps) {
  const lab = useLab(name, fields);
  const { change } = lab;
  const { s } = lab.state;
  const [last, setLast] = useState(0);
  const matrix = jacobian(s);
  const { probabilities } = softmaxRun(s, 0);
  const text = words.lab.jacobian;
  const sum = (numbers: readonly number[]) => {
    const total = numbers.reduce((all, one) => all + one, 0);
    return shortNumber(Math.abs(total) < 1e-12 ? 0 : total);
  };
  const k = Math.min(last, s.length - 1);
  return (
    <Frame
      of={lab}
      label={text.label}
      question={question}
      status={text.status(
        k,
        matrix.map((row) => texNumber(row[k]!, 3)),
      )}
    >
      <div class="lab-panels jacobian-panels">
        <div class="simplex-controls">
          {s.map((logit, i) => (
            <Slider
              key={i}
              label={words.lab.simplex.logit(i)}
              sign={`s${'₀₁₂₃₄'[i]}`}
              min={-5}
              max={5}
              step={0.1}
              value={logit}
              onValue={(value) => {
                setLast(i);
                change({ s: s.with(i, value) });
              }}
            />
          ))}
          <div class="lab-buttons">
            <button
              type="button"
              class="button"
              aria-disabled={s.length >= 5 || undefined}
              onClick={() => s.length < 5 && change({ s: [...s, 0] })}
            >
              {text.more}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={s.length <= 2 || undefined}
              onClick={() => s.length > 2 && change({ s: s.slice(0, -1) })}
            >
              {text.fewer}
            </button>
          </div>
        </div>
        <section
          class="scroll-x"
          aria-label={text.matrix}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
          tabIndex={0}
        >
          <table class="jacobian notranslate">
            <thead>
              <tr>
                <th scope="col">f</th>
                {s.map((_, l) => (
                  <th key={l} scope="col">{`∂ s${'₀₁₂₃₄'[l]}`}</th>
                ))}
                <th scope="col">{text.sum}</th>
              </tr>
            </thead>
            <tbody>
              {matrix.map((row, i) => (
                <tr key={i}>
                  <th scope="row" class="forward">
                    <Say>{`f${'₀₁₂₃₄'[i]} = ${shortNumber(probabilities[i]!, 3)}`}</Say>
                  </th>
                  {row.map((entry, l) => (
                    <td
                      key={l}
                      class="gradient"
                      data-diagonal={i === l || undefined}
                      style={`--share:${(Math.min(1, Math.abs(entry) * 4) * 100).toFixed(0)}%`}
                    >
                      <Say>{shortNumber(entry, 3)}</Say>
                    </td>
                  ))}
                  <td class="jacobian-sum">
                    <Say>{sum(row)}</Say>
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{text.sum}</th>
                {s.map((_, l) => (
                  <td key={l} class="jacobian-sum">
                    <Say>{sum(matrix.map((row) => row[l]!))}</Say>
                  </td>
                ))}
                <td />
              </tr>
            </tbody>
          </table>
        </section>
      </div>
    </Frame>
  );
}
