// The names of all operations and the options each takes: the list that the table of rules must answer.
import type { Shape } from '../shape.ts';

/** Leaves hold numbers from outside: `input` and `parameter` get gradients, `data` and `constant` do not. */
export type LeafName = 'input' | 'data' | 'parameter' | 'constant';

/** For ops without options. */
export type None = Record<never, never>;

/** Over which axes to reduce; left out: over all. Negative axes count from the end. */
export interface AxesOptions {
  axes?: readonly number[];
}

/** Whether the left or right matrix is to be read transposed. */
export interface MatmulOptions {
  transposeA?: boolean;
  transposeB?: boolean;
}

/** The order of the axes of the result; left out: reversed. */
export interface TransposeOptions {
  order?: readonly number[] | undefined;
}

export interface ReshapeOptions {
  shape: Shape;
}

/** Which entry of which axis to take; the axis disappears. `{ axis: 0, index: 2 }` is row 2, `{ axis: 1, ... }` a column. */
export interface PickOptions {
  axis: number;
  index: number;
}

/** Mean (the convention of the book) or sum of the losses of the examples. */
export interface LossOptions {
  reduction?: 'mean' | 'sum';
}

/** Step between windows. */
export interface ConvOptions {
  stride?: number | undefined;
}

/** How many rows and columns of zeros to put around each image. */
export interface PadOptions {
  padding: number;
}

/** Side of the window and step between windows (left out: the side). */
export interface PoolOptions {
  size: number;
  stride?: number;
}

/** Every operation, with the options it takes. */
export interface OpOptions {
  add: None;
  sub: None;
  mul: None;
  div: None;
  pow: None;
  max: None;
  select: None;
  neg: None;
  exp: None;
  log: None;
  sqrt: None;
  abs: None;
  tanh: None;
  sigmoid: None;
  relu: None;
  sum: AxesOptions;
  mean: AxesOptions;
  maxOver: AxesOptions;
  matmul: MatmulOptions;
  affine: None;
  reshape: ReshapeOptions;
  transpose: TransposeOptions;
  pick: PickOptions;
  softmax: None;
  logSoftmax: None;
  logSumExp: None;
  crossEntropy: LossOptions;
  logLoss: LossOptions;
  logLossFromLogits: LossOptions;
  meanSquaredError: LossOptions;
  pad: PadOptions;
  conv2d: ConvOptions;
  maxPool: PoolOptions;
  averagePool: PoolOptions;
}

export type OpName = keyof OpOptions;
