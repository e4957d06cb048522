// Runs of the engine that judge a reader's setting of a network, by name.

import { vanishingCure } from './runs-deep.ts';
import { xorTraining } from './runs-xor.ts';
import type { Verdict } from './types.ts';

/** A run judges settings (numbers by name) by training or measuring; the seed is the variant's. */
export interface Run {
  /** Words that may stand for a setting's number, by setting: `tanh` for 2. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly judge: (settings: ReadonlyMap<string, number>, seed: number) => Verdict;
}

export const runs: Readonly<Record<string, Run>> = {
  'vanishing-cure': vanishingCure,
  'xor-training': xorTraining,
};
