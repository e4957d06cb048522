// The engine of the book as a runner.
import { convolution, createRandom, createTape, dense, flatten, sgd, step } from '../../engine/tape/index.ts';
import type { Runner } from './workloads.ts';

export const engine: Runner = {
  name: 'this engine',
  tolerance: 0,
  prepare({ batch, units, activation, loss, conv, rate, x, y, weights, filters }) {
    const t = createTape();
    const random = createRandom(0);
    let a = t.data(conv ? [batch, 1, conv.side, conv.side] : [batch, units[0]!], x);
    if (conv) {
      a = convolution(t, a, conv.filters, conv.size, random, { activation, weights: () => filters! }).output;
      a = flatten(t, a);
    }
    weights.forEach((w, i) => {
      const last = i === weights.length - 1;
      a = dense(t, a, units[i + 1]!, random, {
        activation: last ? 'none' : activation,
        weights: () => w,
      }).output;
    });
    const root =
      loss === 'classes'
        ? t.crossEntropy(a, t.data([batch], y))
        : t.meanSquaredError(a, t.data([batch, units.at(-1)!], y));
    const optimiser = sgd(t, { rate });
    return { step: () => step(t, root, optimiser) };
  },
};
