// The run behind `xor-training`: a start from which the net for XOR never learns, and why it never will.

import type { Run } from './runs.ts';
import { numberWords } from './runs-words.ts';
import type { Verdict } from './types.ts';
import { RATE, STEPS, trainXor, type XorTraining, type XorWeights } from './xor-net.ts';

const NAMES = ['w11', 'w12', 'w21', 'w22', 'v1', 'v2'];
/** A gradient this small no longer moves anything within any training. */
const STILL = 1e-9;

/** Settings: the six weights at the start. */
export const xorTraining: Run = {
  judge: (settings) => {
    const start = NAMES.map((name) => settings.get(name) ?? 0) as unknown as XorWeights;
    if (start.some((value) => Math.abs(value) > 1000))
      return { verdict: 'unreadable', message: 'Give weights between -1000 and 1000.' };
    return verdictOn(trainXor(start));
  },
};

function verdictOn(run: XorTraining): Verdict {
  const [first, second] = run.deadFrom;
  if (run.learnedAt !== null)
    return {
      verdict: 'wrong',
      misconception: 'learns',
      message:
        run.learnedAt === 0
          ? 'All four classes are right before the first step: there is nothing left to learn.'
          : `It learns: after ${run.learnedAt} ${run.learnedAt === 1 ? 'step' : 'steps'} all four classes are right.`,
    };
  if (first !== null && second !== null)
    return correct(
      `${dead('Both units are', Math.max(first, second))}, so every gradient is exactly 0 and no weight moves again. The output stays 0.`,
    );
  if (first !== null || second !== null) {
    const unit = first !== null ? 1 : 2;
    return correct(
      `${dead(`Unit ${unit} is`, first ?? second ?? 0)}: nothing reaches its weights any more. The unit that is left would need to be above one half at $(0, 1)$ and at $(1, 0)$; then it is above 1 at $(1, 1)$.`,
    );
  }
  if (!Number.isFinite(run.slope))
    return {
      verdict: 'wrong',
      misconception: 'diverges',
      message: `The weights grow beyond all bounds: at the rate ${RATE} the steps overshoot. That is a fault of the rate; look for a start at which nothing moves.`,
    };
  if (run.twins)
    return correct(
      'The two units start alike and get the same gradient at every step, so they stay alike: two units that do the work of one.',
    );
  if (run.slope < STILL)
    return correct(
      `No unit is dead here. The descent has come to rest at a loss of ${numberWords(run.loss)}, where the slope is 0 although not every class is right: another way never to learn.`,
    );
  return {
    verdict: 'wrong',
    misconception: 'still-moving',
    message: `It has not learned after ${STEPS} steps, but the gradient is still ${numberWords(run.slope)} long: nothing shows that it never will.`,
  };
}

function dead(who: string, from: number): string {
  const when = from === 0 ? 'dead from the start' : `dead from step ${from} on`;
  return `${who} ${when}, with 0 at all four points`;
}

function correct(message: string): Verdict {
  return { verdict: 'correct', message: `Right, this start never learns. ${message}` };
}
