// The door of progress: the store of a reader's work, and what shows it.

export { merge } from './merge.ts';
export { longestText, readProgress } from './read.ts';
export type { Shelf } from './shelf.ts';
export { storageKey } from './shelf.ts';
export type { Notice, Outcome, Store } from './store.ts';
export { createStore, progress } from './store.ts';
export type { Listed, Standing } from './summary.ts';
export { standing } from './summary.ts';
export type { ExerciseProgress, PartProgress, Progress, Try } from './types.ts';
export { longestResponse, triesKept, triesOf } from './types.ts';
export { writeProgress } from './write.ts';
