// The door of the exercises: check a response, show what was understood, prove an exercise before it is published.

export { check } from './check.ts';
export type * from './types.ts';
export {
  answerText,
  type Preview,
  preview,
  type Shown,
  type SymbolButton,
  shapeOf,
  symbols,
  valuesOf,
} from './views.ts';
