// The table of operations: one rule for every name, so that a forgotten rule does not compile.
import type { Op } from '../op.ts';
import { relu, tanh } from './activations.ts';
import { conv2d } from './conv.ts';
import { crossEntropy } from './cross-entropy.ts';
import { curves, losses, pairs } from './formulas.ts';
import { affine, matmul } from './matmul.ts';
import { pad, pick, reshape, transpose } from './move.ts';
import { averagePool, maxPool } from './pool.ts';
import { maxOver, mean, sum } from './reduce.ts';
import { select } from './select.ts';
import type { OpName, OpOptions } from './signatures.ts';
import { logSoftmax, logSumExp, softmax } from './softmax.ts';

export type OpTable = { readonly [Name in OpName]: Op<OpOptions[Name]> };

export const ops: OpTable = {
  ...curves,
  ...pairs,
  ...losses,
  tanh,
  relu,
  select,
  sum,
  mean,
  maxOver,
  matmul,
  affine,
  reshape,
  transpose,
  pick,
  softmax,
  logSoftmax,
  logSumExp,
  crossEntropy,
  pad,
  conv2d,
  maxPool,
  averagePool,
};
