// The table of operations: one rule for every name, so that a forgotten rule does not compile.
import type { Op } from '../op.ts';
import { relu, sigmoid, tanh } from './activation.ts';
import { add, div, max, mul, power, sub } from './binary.ts';
import { conv2d } from './conv.ts';
import { crossEntropy } from './cross-entropy.ts';
import { logLoss, logLossFromLogits, meanSquaredError } from './loss.ts';
import { matmul } from './matmul.ts';
import { pick, reshape, transpose } from './move.ts';
import { pad } from './pad.ts';
import { averagePool, maxPool } from './pool.ts';
import { maxOver, mean, sum } from './reduce.ts';
import { select } from './select.ts';
import type { OpName, OpOptions } from './signatures.ts';
import { logSoftmax, logSumExp, softmax } from './softmax.ts';
import { abs, exponential, logarithm, neg, sqrt } from './unary.ts';

export type OpTable = { readonly [Name in OpName]: Op<OpOptions[Name]> };

export const ops: OpTable = {
  add,
  sub,
  mul,
  div,
  pow: power,
  max,
  select,
  neg,
  exp: exponential,
  log: logarithm,
  sqrt,
  abs,
  tanh,
  sigmoid,
  relu,
  sum,
  mean,
  maxOver,
  matmul,
  reshape,
  transpose,
  pick,
  softmax,
  logSoftmax,
  logSumExp,
  crossEntropy,
  logLoss,
  logLossFromLogits,
  meanSquaredError,
  pad,
  conv2d,
  maxPool,
  averagePool,
};
