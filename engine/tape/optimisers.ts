// Optimisers: how the parameters of a tape move against their gradients.
import { NO_GRADIENTS, refuse } from './errors.ts';
import { places as placesOf } from './layout.ts';
import type { Node } from './row.ts';
import type { Tape } from './tape.ts';

export interface Optimiser {
  /** The step size; may be changed between updates. */
  rate: number;
  /** Moves every parameter once, by the gradients of the last backward run. Does not allocate after the first time. */
  update(): void;
}

/**
 * Gradient descent: w <- w - rate * g. As all of them it closes the tape for recording, at its first update. Rates and
 * other options are finite and not negative.
 *
 * @example
 * const t = createTape();
 * const w = t.parameter(3);
 * const loss = t.mul(w, w);
 * const by = sgd(t, { rate: 0.1 });
 * step(t, loss, by); // 9
 * step(t, loss, by);
 * t.item(w); // 1.92
 */
export function sgd(t: Tape, options: { rate: number }): Optimiser {
  return optimiser(t, 'sgd', options, 0, (v, g, places, _, by) => {
    for (let i = 0; i < places.length; i++) {
      const p = places[i]!;
      v[p] = v[p]! - by.rate * g[p]!;
    }
  });
}

/**
 * Gradient descent with momentum (Polyak 1964): m <- momentum * m + g, then w <- w - rate * m; momentum is 0.9 if left
 * out.
 *
 * @example
 * const t = createTape();
 * const w = t.parameter(3);
 * const loss = t.mul(w, w);
 * const by = momentum(t, { rate: 0.1 });
 * step(t, loss, by); // 9
 * step(t, loss, by);
 * t.item(w); // 1.38
 */
export function momentum(t: Tape, options: { rate: number; momentum?: number }): Optimiser {
  const { rate, momentum: keep = 0.9 } = options;
  return optimiser(t, 'momentum', { rate, momentum: keep }, 1, (v, g, places, m, by) => {
    for (let i = 0; i < places.length; i++) {
      const p = places[i]!;
      m[i] = keep * m[i]! + g[p]!;
      v[p] = v[p]! - by.rate * m[i]!;
    }
  });
}

/**
 * Adam (Kingma and Ba 2015): the mean gradient over the root of the mean square, both corrected for their start at 0.
 *
 * @example
 * const t = createTape();
 * const w = t.parameter(3);
 * const loss = t.mul(w, w);
 * const by = adam(t, { rate: 0.1 });
 * step(t, loss, by); // 9
 * step(t, loss, by);
 * t.item(w); // 2.80010270741
 */
export function adam(
  t: Tape,
  options: { rate?: number; beta1?: number; beta2?: number; epsilon?: number } = {},
): Optimiser {
  const { rate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  return optimiser(t, 'adam', { rate, beta1, beta2, epsilon }, 2, (v, g, places, m, by, count) => {
    const n = places.length;
    const correct1 = 1 - beta1 ** count;
    const correct2 = 1 - beta2 ** count;
    for (let i = 0; i < n; i++) {
      const p = places[i]!;
      const d = g[p]!;
      // The first half of m holds the means, the second the mean squares.
      m[i] = beta1 * m[i]! + (1 - beta1) * d;
      m[n + i] = beta2 * m[n + i]! + (1 - beta2) * d * d;
      v[p] = v[p]! - (by.rate * (m[i]! / correct1)) / (Math.sqrt(m[n + i]! / correct2) + epsilon);
    }
  });
}

/**
 * Moves the parameters, whose entries stand at `places`; `memory` is the rule's own between updates, `count` counts
 * the updates from 1.
 */
type Move = (
  v: Float64Array,
  g: Float64Array,
  places: Int32Array,
  memory: Float64Array,
  by: Optimiser,
  count: number,
) => void;

/** `width` is how many numbers the rule remembers for each entry. */
function optimiser(
  t: Tape,
  name: string,
  options: { rate: number; [option: string]: number },
  width: number,
  move: Move,
): Optimiser {
  for (const [option, x] of Object.entries(options)) {
    if (!(x >= 0 && x < Infinity)) refuse(name, `the ${option} must be a number from 0 on, not ${x}`);
  }
  let places: Int32Array | undefined;
  let memory: Float64Array;
  let count = 0;
  return {
    rate: options.rate,
    update() {
      t.seal();
      if (t.gradients.length < t.values.length) refuse(name, NO_GRADIENTS);
      if (!places) {
        places = Int32Array.from(t.parameters.flatMap(({ at, size }) => [...placesOf([size], [1], at)]));
        memory = new Float64Array(width * places.length);
      }
      count += 1;
      move(t.values, t.gradients, places, memory, this, count);
      t.touch();
    },
  };
}

/**
 * One training step: forward, backward, update. Returns the loss before the update. Does not allocate.
 *
 * @example
 * const t = createTape();
 * const w = t.parameter(3);
 * const loss = t.mul(w, w);
 * step(t, loss, sgd(t, { rate: 0.1 })); // 9, and w is now 2.4
 */
export function step(t: Tape, loss: Node, by: Optimiser): number {
  t.forward();
  t.backward(loss);
  const value = t.item(loss);
  by.update();
  return value;
}
