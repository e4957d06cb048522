// The door of the language: read a formula or a model, check it, give it a value, compare and print it.

export type { BoundIndex, Expr, NameNode, Span } from './ast.ts';
export { children, make, mapChildren, some } from './ast.ts';
export { axesOf, type ResolvedAxis, resolve } from './axis.ts';
export { fiveDifferences } from './differences.ts';
export {
  type Difference,
  difference,
  entriesOf,
  everyEntry,
  forEachIndex,
  type Prepared,
  prepare,
} from './equal.ts';
export { evaluate, type Tensor } from './evaluate.ts';
export { evaluateMatrix } from './evaluate-matrix.ts';
export { FitFault, ReadFault } from './fault.ts';
export { type Field, Inexact, TooMuchWork, UndefinedValue } from './field.ts';
export { hash, integer, uniform } from './hash.ts';
export { checkIndices, inferFreeIndices, say } from './indices.ts';
export { refuseLength } from './lex.ts';
export { type Linear, linear, linearText, shifted } from './linear.ts';
export { formOf, isDomain, isRandom, type Model } from './model.ts';
export { parse } from './parse.ts';
export { ModelFault, parseModel } from './parse-model.ts';
export { plain } from './plain.ts';
export { Circular, Point } from './point.ts';
export { drawReal, exactPoint, floatingPoint, type Ground } from './points.ts';
export { primeField, type Residue, randomResidue } from './prime-field.ts';
export { printSpeech } from './print-speech.ts';
export { nameTex, printTex, realTex } from './print-tex.ts';
export { numberText, printText, realText } from './print-text.ts';
export * from './rational.ts';
export { rationalField } from './rational-field.ts';
export { type Real, realField } from './real-field.ts';
export { scaledField, unscaled } from './scaled-field.ts';
export { type ArrayForm, type Meaning, NUMBERS, nearest, type Scope } from './scope.ts';
export { isScalar, type Shape, shapeOf, shapeText } from './shapes.ts';
export { FUNCTIONS, SKIPPED } from './spelling.ts';
export { taped } from './tape-field.ts';
