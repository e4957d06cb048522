// Runs of the engine that judge a reader's setting of a network, by name.

import type { Verdict } from './types.ts';

/** Judges settings (numbers by name) by training or measuring; the seed is the variant's. */
export type Run = (settings: ReadonlyMap<string, number>, seed: number) => Verdict;

export const runs: Readonly<Record<string, Run>> = {};
