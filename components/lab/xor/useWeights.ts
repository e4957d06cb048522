// The six weights of the XOR lab and all that can be done to them: moved, trained, begun anew, or searched for.

import { useMemo, useState } from 'preact/hooks';
import { type Fields, numberIn, numbersIn, oneOf, wholeIn } from '../../setting/index.ts';
import { type Lab, mostSeed, runSlice, useTicker } from '../frame/index.ts';
import { type Future, futureOf, hopeless } from './fate.ts';
import { createXorNet, randomStart, type XorWeights } from './net.ts';

export const paces = ['1', '10', '100'] as const;

export interface Setting {
  readonly w: XorWeights;
  /** Where the weights go back to. */
  readonly from: XorWeights;
  readonly steps: number;
  readonly seed: number;
  readonly rate: number;
  /** Steps a frame. */
  readonly pace: (typeof paces)[number];
}

const begin = [1, 0.5, -0.5, 1, 1, -0.5];
/** A weight that training drives further away than this has left the picture for good. */
const most = 1000;
const mostSteps = 100_000;
const mostTries = 200;

export const fields: Fields<Setting> = {
  w: numbersIn(begin, -most, most),
  from: numbersIn(begin, -most, most),
  steps: wholeIn(0, 0, mostSteps),
  seed: wholeIn(0, 0, mostSeed),
  rate: numberIn(0.1, 0.001, 1),
  pace: oneOf('1', paces),
};

export function useWeights({ state, change, element }: Lab<Setting>) {
  const { w, from, steps, seed, rate, pace } = state;
  const net = useMemo(createXorNet, []);
  const [playing, setPlaying] = useState(false);
  /** What is known of the start: found by the search, and forgotten with the next change. */
  const [future, setFuture] = useState<Future>();
  const [search, setSearch] = useState<{ readonly next: number; readonly last: number }>();
  net.set(w);
  const more = steps < mostSteps;

  const train = (count: number) => {
    const bounded = () => net.weights().every((value) => Math.abs(value) < most);
    const taken = runSlice(
      () => {
        net.step(rate);
        return bounded();
      },
      Math.min(count, mostSteps - steps),
    );
    if (bounded()) change({ w: net.weights(), steps: steps + taken });
    else setPlaying(false);
  };
  const begins = (start: XorWeights, seed: number, told?: Future) => {
    setPlaying(false);
    setSearch(undefined);
    setFuture(told);
    change({ w: start, from: start, steps: 0, seed });
  };
  useTicker(element, playing && more, () => train(Number(pace)));
  useTicker(element, search !== undefined, () => {
    let { next, last } = search!;
    runSlice(() => {
      const start = randomStart(next);
      const told = futureOf(start, rate);
      if (hopeless(told.fate)) {
        begins(start, next, told);
        return false;
      }
      next = next >= mostSeed ? 0 : next + 1;
      return next !== last;
    }, mostTries);
    setSearch((now) => now && (next === last ? undefined : { next, last }));
  });

  return {
    net,
    future,
    moving: playing || search !== undefined,
    move: (i: number, value: number) => begins(w.with(i, value), seed),
    sow: (seed: number) => begins(randomStart(seed), seed),
    findHopeless() {
      setPlaying(false);
      setSearch({ next: seed + 1, last: (seed + mostTries) % (mostSeed + 1) });
    },
    player: {
      playing: playing && more,
      more,
      steps,
      onPlay: setPlaying,
      onStep: train,
      onReset: () => begins(from, seed, steps === 0 ? future : undefined),
    },
  };
}
