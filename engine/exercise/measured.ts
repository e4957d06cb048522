// Numbers that the text states about runs of networks, by name: each is measured when the book is built.

import { createRandom } from '../tape/index.ts';
import { distances, gradientRatio } from './deep-net.ts';
import { measuredTex } from './runs-words.ts';
import { trainXor, wideNetLearns, xorStarts } from './xor-net.ts';

type Measurement = (...words: readonly string[]) => number;

const XOR_STARTS = 1000;
const WIDE_STARTS = 200;

const measurements: Readonly<Record<string, Measurement>> = {
  /** `slower sigmoid 1 30`: how many times smaller the first layer's gradient is than the last one's. */
  slower: (activation, scale, depth) => 1 / gradientRatio(netOf(activation, scale, depth), 1),
  /** `slower-a-layer sigmoid 1 30`: the factor that each step down costs, as a geometric mean. */
  'slower-a-layer': (activation, scale, depth) =>
    gradientRatio(netOf(activation, scale, depth), 1) ** (-1 / (Number(depth) - 1)),
  /** `larger relu 2 30`: how many times larger it is. */
  larger: (activation, scale, depth) => gradientRatio(netOf(activation, scale, depth), 1),
  /** `larger-skip sigmoid 1 30`: the same with skip connections. */
  'larger-skip': (activation, scale, depth) =>
    gradientRatio({ ...netOf(activation, scale, depth), skip: true }, 1),
  /** `moved first sigmoid 1 10 100`: how far a layer's weights move in so many steps of rate 1/2. */
  moved: (end, activation, scale, depth, steps) => {
    const [first, last] = distances(netOf(activation, scale, depth), Number(steps), 0.5, 1);
    return end === 'first' ? first : last;
  },
  /** Random starts of the net for XOR that were tried. */
  'xor-starts': () => XOR_STARTS,
  'xor-learned': () => xorCount((run) => run.learnedAt !== null),
  'xor-two-dead': () => xorCount((run) => run.learnedAt === null && dead(run) === 2),
  'xor-one-dead': () => xorCount((run) => run.learnedAt === null && dead(run) === 1),
  'xor-at-rest': () => xorCount((run) => run.learnedAt === null && dead(run) === 0 && run.slope < 1e-9),
  /** `xor-steps w11 w12 w21 w22 v1 v2`: steps until all four classes are right. */
  'xor-steps': (...words) => trainXor(six(words)).learnedAt ?? Number.NaN,
  'xor-moving': () => xorCount((run) => run.learnedAt === null && dead(run) === 0 && run.slope >= 1e-9),
  'xor-wide-starts': () => WIDE_STARTS,
  /** `xor-wide 8`: how many of these starts learn if there are eight hidden units. */
  'xor-wide': (units) => {
    const random = createRandom(2);
    return Array.from({ length: WIDE_STARTS }, () => wideNetLearns(Number(units), random)).filter(Boolean)
      .length;
  },
  'xor-loss': (...words) => trainXor(six(words)).loss,
};

const known = new Map<string, number>();

/** Whether the text names a measurement: `slower sigmoid 1 30` does. */
export function isMeasurement(text: string): boolean {
  return Object.hasOwn(measurements, text.trim().split(/\s+/)[0] ?? '');
}

/**
 * The number that a measurement gives, as TeX with two significant digits; counts are whole. The same text gives the
 * same number on every machine. Throws a RangeError for a name that there is not, and for a run that gives no number.
 *
 * @example
 * measured('xor-steps 0.5 -0.5 -0.5 0.5 0.5 0.5') // '13'
 */
export function measured(text: string): string {
  const [name = '', ...words] = text.trim().split(/\s+/);
  if (!isMeasurement(text)) throw new RangeError(`There is no measurement ${name}.`);
  const value = known.get(text) ?? (measurements[name] as Measurement)(...words);
  if (!Number.isFinite(value)) throw new RangeError(`The measurement ${text} gives no number.`);
  known.set(text, value);
  return measuredTex(value);
}

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const;

function netOf(activation = '', scale = '', depth = '') {
  const found = ACTIVATIONS.find((one) => one === activation);
  if (!found) throw new RangeError(`There is no activation ${activation}.`);
  return { activation: found, scale: Number(scale), depth: Number(depth) };
}

type XorRun = ReturnType<typeof trainXor>;

let xorRuns: readonly XorRun[] | undefined;

function xorCount(counts: (run: XorRun) => boolean): number {
  xorRuns ??= xorStarts(XOR_STARTS, 1).map((start) => trainXor(start));
  return xorRuns.filter(counts).length;
}

const dead = (run: XorRun) => run.deadFrom.filter((from) => from !== null).length;

function six(words: readonly string[]): Parameters<typeof trainXor>[0] {
  return words.map(Number) as unknown as Parameters<typeof trainXor>[0];
}
