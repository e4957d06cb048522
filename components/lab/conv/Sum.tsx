// One sum of a convolution written out, product by product.

import { shortNumber } from '../../figure/number.ts';
import { Say } from '../../prose/index.ts';
import { words } from '../words.ts';
import { type ConvRun, type ConvSetting, type Meeting, type Mode, outputSide } from './sums.ts';

interface SumProps {
  readonly mode: Mode;
  readonly at: number;
  readonly meetings: readonly Meeting[];
  readonly setting: ConvSetting;
  readonly delta: readonly number[];
  readonly run: ConvRun;
}

export function Sum({ mode, at, meetings, setting, delta, run }: SumProps) {
  const { image, side, kernel, kernelSide } = setting;
  const out = outputSide(setting);
  const width = mode === 'output' ? out : mode === 'weight' ? kernelSide : side;
  const place = `${Math.floor(at / width)}${at % width}`;
  const pixel = ({ a, b, outside }: Meeting) => (outside ? 0 : image[a * side + b]!);
  const weight = ({ m, n }: Meeting) => kernel[m * kernelSide + n]!;
  const coming = ({ i, j }: Meeting) => delta[i * out + j]!;
  const [first, second] = { output: [weight, pixel], weight: [coming, pixel], pixel: [coming, weight] }[
    mode
  ] as [(one: Meeting) => number, (one: Meeting) => number];
  const hues = mode === 'output' ? 'forward' : 'gradient';
  const total = { output: run.output, weight: run.weightGradient, pixel: run.imageGradient }[mode][at]!;
  const text = words.lab.conv;
  return (
    <p class="conv-sum notranslate">
      <span class={hues}>
        <Say>{`${text.sumOf[mode]}${low(place)} = `}</Say>
      </span>
      {meetings.length === 0 && <Say>{text.nothing}</Say>}
      {meetings.map((one, i) => (
        <span key={`${one.i} ${one.j} ${one.m} ${one.n}`}>
          {/* Outside the term, where a line may break. */}
          {i > 0 ? ' + ' : ''}
          <span class="conv-term" data-outside={one.outside || undefined}>
            <span class={hues}>
              <Say>{bracketed(first(one))}</Say>
            </span>
            {' · '}
            <span class="forward">
              <Say>{bracketed(second(one))}</Say>
            </span>
          </span>
        </span>
      ))}
      <span class={hues}>
        <Say>{` = ${shortNumber(total)}`}</Say>
      </span>
    </p>
  );
}

const bracketed = (value: number) => (value < 0 ? `(${shortNumber(value)})` : shortNumber(value));
const low = (digits: string) => [...digits].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
