// The run behind `vanishing-cure`: is the gradient of the first layer of a deep net about as large as that of the last?

import { gradientRatio, UNITS } from './deep-net.ts';
import type { Run } from './runs.ts';
import { numberWords } from './runs-words.ts';
import type { Verdict } from './types.ts';

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const;
/** The ratio has to stay within 1/20 and 20. */
const WITHIN = 20;
const SHALLOWEST = 20;
const DEEPEST = 60;

/** Settings: activation (1 sigmoid, 2 tanh, 3 relu), scale (deviation of a weight times sqrt(units)), depth. */
export const vanishingCure: Run = {
  words: { activation: { sigmoid: 1, tanh: 2, relu: 3 } },
  judge: (settings, seed) => {
    const activation = ACTIVATIONS[(settings.get('activation') ?? 0) - 1];
    const scale = settings.get('scale') ?? 0;
    const depth = settings.get('depth') ?? 0;
    if (!activation) return unreadable('The activation is sigmoid, tanh or relu (or its number: 1, 2 or 3).');
    if (!Number.isInteger(depth) || depth < 1) return unreadable('The depth is a whole number of layers.');
    if (depth > DEEPEST) return unreadable(`At most ${DEEPEST} layers, please: the net is run in this page.`);
    if (!(scale > 0))
      return unreadable('The scale is a positive number: with weights of 0 no gradient passes.');
    if (scale > 100) return unreadable('A scale of at most 100 is enough for all that can happen here.');
    if (depth < SHALLOWEST)
      return {
        verdict: 'wrong',
        misconception: 'too-shallow',
        message: `A net of ${depth} layers is a way round the question. Keep at least ${SHALLOWEST} layers.`,
      };
    return verdictOn(
      gradientRatio({ activation, scale, depth }, seed),
      `${depth} ${activation} layers of ${UNITS} units`,
    );
  },
};

function verdictOn(ratio: number, net: string): Verdict {
  if (ratio === 0)
    return {
      verdict: 'wrong',
      misconception: 'vanishing',
      message: `In ${net} no gradient reaches the first layer at all: it is smaller than the smallest number of this machine.`,
    };
  const found = `In ${net} the gradient of the first layer is ${numberWords(ratio)} times that of the last one`;
  if (ratio > WITHIN)
    return {
      verdict: 'wrong',
      misconception: 'exploding',
      message: `${found}: it explodes on its way down. Each layer multiplies by too much.`,
    };
  if (ratio < 1 / WITHIN)
    return {
      verdict: 'wrong',
      misconception: 'vanishing',
      message: `${found}: it vanishes on its way down. Each layer multiplies by too little.`,
    };
  return { verdict: 'correct', message: `${found} (mean of five draws): it stays alive all the way down.` };
}

function unreadable(message: string): Verdict {
  return { verdict: 'unreadable', message };
}
