// The door of figures.

export * from './graph/index.ts';
export { printedNumber, shortNumber, texNumber } from './number.ts';
export { countPaths, turns } from './paths/counts.ts';
export type { GraphRun, Step } from './stepper/run.ts';
export { runGraph } from './stepper/run.ts';
