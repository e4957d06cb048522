// The door of the exercises: check a response, show what was understood, prove an exercise before it is published.

export { check } from './check.ts';
export type { Call, Nested } from './code-tasks.ts';
export { codeCases } from './kind-code.ts';
export { isMeasurement, measured } from './measured.ts';
export type { Finding, Proof } from './proof.ts';
export { prove } from './prove.ts';
export { type Claim, proveModel, proveStep, proveValue } from './prove-text.ts';
export type * from './types.ts';
export { drawsNumbers } from './variants.ts';
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
