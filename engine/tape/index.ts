// The door of the tape room: tensors on a tape, gradients, layers, optimisers, random numbers. The gradient check and the
// printing of rows have doors of their own, gradient-check.ts and tex.ts: a page that only trains loads neither.
export { exp, log, log1p, sigmoid, tanh } from './elementary.ts';
export { TapeError } from './errors.ts';
export { filled, glorot, he, type Initialiser, orthogonal, uniform, zeros } from './initial.ts';
export {
  type Activation,
  type ConvLayerOptions,
  convolution,
  dense,
  flatten,
  type Layer,
  type LayerOptions,
} from './layers.ts';
export type { Into, Op, Plan, Write } from './op.ts';
export type { Operand } from './operations.ts';
export type { LeafName, OpName, OpOptions } from './ops/signatures.ts';
export { type OpTable, ops } from './ops/table.ts';
export { adam, momentum, type Optimiser, sgd, step } from './optimisers.ts';
export { createRandom, type Random } from './random.ts';
export type { Node } from './row.ts';
export { type Shape, sameShape, shapeText, sizeOf } from './shape.ts';
export { type BackwardOptions, createTape, type Numbers, type Tape } from './tape.ts';
