// The methods that record operations, one for each name in the table.
import type {
  AxesOptions,
  ConvOptions,
  LossOptions,
  MatmulOptions,
  OpName,
  OpOptions,
  PadOptions,
  PoolOptions,
} from './ops/signatures.ts';
import type { Node } from './row.ts';
import type { Shape } from './shape.ts';

/** An argument of an operation: a node, or a plain number, which becomes a constant. */
export type Operand = Node | number;

const NO_OPTIONS = {};

/** Each method computes at once, appends a row and returns it. Shapes that do not fit throw a TapeError. */
export abstract class Recorder {
  /** Records any operation by its name. */
  abstract record<Name extends OpName>(op: Name, inputs: readonly Operand[], options: OpOptions[Name]): Node;

  // Two tensors, entry by entry. The shapes are equal, or one is the end of the other: [2, 3] with [3] or a scalar.

  add(a: Operand, b: Operand): Node {
    return this.record('add', [a, b], NO_OPTIONS);
  }
  sub(a: Operand, b: Operand): Node {
    return this.record('sub', [a, b], NO_OPTIONS);
  }
  /** The product entry by entry; see `matmul` for matrices. */
  mul(a: Operand, b: Operand): Node {
    return this.record('mul', [a, b], NO_OPTIONS);
  }
  div(a: Operand, b: Operand): Node {
    return this.record('div', [a, b], NO_OPTIONS);
  }
  /** a to the power b; 0^0 is 1. */
  pow(a: Operand, b: Operand): Node {
    return this.record('pow', [a, b], NO_OPTIONS);
  }
  /** The larger of a and b; where they are equal the gradient goes to a. */
  max(a: Operand, b: Operand): Node {
    return this.record('max', [a, b], NO_OPTIONS);
  }
  /** b where the condition is greater than 0, else c; three equal shapes. */
  select(condition: Operand, b: Operand, c: Operand): Node {
    return this.record('select', [condition, b, c], NO_OPTIONS);
  }

  // One tensor, entry by entry.

  neg(a: Operand): Node {
    return this.record('neg', [a], NO_OPTIONS);
  }
  exp(a: Operand): Node {
    return this.record('exp', [a], NO_OPTIONS);
  }
  /** The natural logarithm. */
  log(a: Operand): Node {
    return this.record('log', [a], NO_OPTIONS);
  }
  sqrt(a: Operand): Node {
    return this.record('sqrt', [a], NO_OPTIONS);
  }
  /** The absolute value; its slope at 0 is 0. */
  abs(a: Operand): Node {
    return this.record('abs', [a], NO_OPTIONS);
  }
  tanh(a: Operand): Node {
    return this.record('tanh', [a], NO_OPTIONS);
  }
  /** 1 / (1 + e^-a). */
  sigmoid(a: Operand): Node {
    return this.record('sigmoid', [a], NO_OPTIONS);
  }
  /** max(0, a); its slope at 0 is 0. */
  relu(a: Operand): Node {
    return this.record('relu', [a], NO_OPTIONS);
  }

  // Reductions: over the axes named, or over all.

  sum(a: Operand, options: AxesOptions = NO_OPTIONS): Node {
    return this.record('sum', [a], options);
  }
  mean(a: Operand, options: AxesOptions = NO_OPTIONS): Node {
    return this.record('mean', [a], options);
  }
  /** The largest entry; the gradient goes to the first of equal ones. */
  maxOver(a: Operand, options: AxesOptions = NO_OPTIONS): Node {
    return this.record('maxOver', [a], options);
  }

  // Matrices, and entries moved to other places.

  /** [m, k] times [k, n] is [m, n]; a vector on the left is a row, on the right a column. */
  matmul(a: Operand, b: Operand, options: MatmulOptions = NO_OPTIONS): Node {
    return this.record('matmul', [a, b], options);
  }
  /** The same entries, row after row, in another shape. */
  reshape(a: Operand, shape: Shape): Node {
    return this.record('reshape', [a], { shape });
  }
  /** The axes in another order; left out: reversed. */
  transpose(a: Operand, order?: readonly number[]): Node {
    return this.record('transpose', [a], order === undefined ? NO_OPTIONS : { order });
  }
  /** Entry `index` along `axis`, which disappears: `pick(a, 0, 2)` is row 2, `pick(a, 1, 2)` column 2. */
  pick(a: Operand, axis: number, index: number): Node {
    return this.record('pick', [a], { axis, index });
  }

  // Softmax and losses. Rows of logits run along the last axis; losses are means over the batch unless said.

  softmax(a: Operand): Node {
    return this.record('softmax', [a], NO_OPTIONS);
  }
  logSoftmax(a: Operand): Node {
    return this.record('logSoftmax', [a], NO_OPTIONS);
  }
  /** ln of the sum of exponentials; drops the last axis. */
  logSumExp(a: Operand): Node {
    return this.record('logSumExp', [a], NO_OPTIONS);
  }
  /** Logits [n, classes] against class numbers [n] or distributions [n, classes]. */
  crossEntropy(logits: Operand, targets: Operand, options: LossOptions = NO_OPTIONS): Node {
    return this.record('crossEntropy', [logits, targets], options);
  }
  /** -y ln p - (1 - y) ln(1 - p). For training prefer `logLossFromLogits`. */
  logLoss(probability: Operand, target: Operand, options: LossOptions = NO_OPTIONS): Node {
    return this.record('logLoss', [probability, target], options);
  }
  /** The log loss of sigmoid(logit), exact for logits of any size. */
  logLossFromLogits(logit: Operand, target: Operand, options: LossOptions = NO_OPTIONS): Node {
    return this.record('logLossFromLogits', [logit, target], options);
  }
  /** The mean of (prediction - target)^2 over all entries. */
  meanSquaredError(prediction: Operand, target: Operand, options: LossOptions = NO_OPTIONS): Node {
    return this.record('meanSquaredError', [prediction, target], options);
  }

  // Images: [batch, channels, height, width].

  /**
   * Valid cross-correlation with filters [filters, channels, rows, columns], and a bias [filters] if given.
   * With padding, a row of its own first puts that many zeros around the images.
   */
  conv2d(
    images: Operand,
    filters: Operand,
    bias?: Operand,
    options: ConvOptions & Partial<PadOptions> = {},
  ): Node {
    const { stride = 1, padding = 0 } = options;
    const padded = padding === 0 ? images : this.pad(images, padding);
    return this.record('conv2d', bias === undefined ? [padded, filters] : [padded, filters, bias], {
      stride,
    });
  }
  /** Rows and columns of zeros around each image. */
  pad(images: Operand, padding: number): Node {
    return this.record('pad', [images], { padding });
  }
  /** The largest entry of each window; the gradient goes to the first of equal ones. */
  maxPool(images: Operand, options: PoolOptions): Node {
    return this.record('maxPool', [images], options);
  }
  averagePool(images: Operand, options: PoolOptions): Node {
    return this.record('averagePool', [images], options);
  }
}
