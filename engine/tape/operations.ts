// The operations as methods of a tape, one for each name in the table: what a caller can write.
import type {
  AxesOptions,
  ConvOptions,
  LossOptions,
  MatmulOptions,
  PadOptions,
  PoolOptions,
} from './ops/signatures.ts';
import type { Node } from './row.ts';
import type { Shape } from './shape.ts';

/** An argument of an operation: a node, or a plain number, which becomes a constant. */
export type Operand = Node | number;

/** Each method computes at once, appends a row and returns it. Shapes that do not fit throw a TapeError. */
export interface Operations {
  // Two tensors, entry by entry. The shapes are equal, or one is the end of the other: [2, 3] with [3] or a scalar.

  add(a: Operand, b: Operand): Node;
  sub(a: Operand, b: Operand): Node;
  /** The product entry by entry; see `matmul` for matrices. */
  mul(a: Operand, b: Operand): Node;
  div(a: Operand, b: Operand): Node;
  /** a to the power b; 0^0 is 1. */
  pow(a: Operand, b: Operand): Node;
  /** The larger of a and b; where they are equal the gradient goes to a. */
  max(a: Operand, b: Operand): Node;
  /** b where the condition is greater than 0, else c; three equal shapes. */
  select(condition: Operand, b: Operand, c: Operand): Node;

  // One tensor, entry by entry.

  neg(a: Operand): Node;
  exp(a: Operand): Node;
  /** The natural logarithm. */
  log(a: Operand): Node;
  sqrt(a: Operand): Node;
  /** The absolute value; its slope at 0 is 0. */
  abs(a: Operand): Node;
  tanh(a: Operand): Node;
  /** 1 / (1 + e^-a). */
  sigmoid(a: Operand): Node;
  /** max(0, a); its slope at 0 is 0. */
  relu(a: Operand): Node;

  // Reductions: over the axes named, or over all.

  sum(a: Operand, options?: AxesOptions): Node;
  mean(a: Operand, options?: AxesOptions): Node;
  /** The largest entry; the gradient goes to the first of equal ones. */
  maxOver(a: Operand, options?: AxesOptions): Node;

  // Matrices, and entries moved to other places.

  /** [m, k] times [k, n] is [m, n]; a vector on the left is a row, on the right a column. */
  matmul(a: Operand, b: Operand, options?: MatmulOptions): Node;
  /** x W + b: a product, and a number of the vector b for each of its columns; the sums of a dense layer. */
  affine(x: Operand, weights: Operand, bias: Operand): Node;
  /** The same entries, row after row, in another shape. */
  reshape(a: Operand, shape: Shape): Node;
  /** The axes in another order; left out: reversed. */
  transpose(a: Operand, order?: readonly number[]): Node;
  /** Entry `index` along `axis`, which disappears: `pick(a, 0, 2)` is row 2, `pick(a, 1, 2)` column 2. */
  pick(a: Operand, axis: number, index: number): Node;

  // Softmax and losses. Rows of logits run along the last axis; losses are means over the batch unless said.

  softmax(a: Operand): Node;
  logSoftmax(a: Operand): Node;
  /** ln of the sum of exponentials; drops the last axis. */
  logSumExp(a: Operand): Node;
  /** Logits [n, classes] against class numbers [n] or distributions [n, classes]. */
  crossEntropy(logits: Operand, targets: Operand, options?: LossOptions): Node;
  /** -y ln p - (1 - y) ln(1 - p). For training prefer `logLossFromLogits`. */
  logLoss(probability: Operand, target: Operand, options?: LossOptions): Node;
  /** The log loss of sigmoid(logit), exact for logits of any size. */
  logLossFromLogits(logit: Operand, target: Operand, options?: LossOptions): Node;
  /** The mean of (prediction - target)^2 over all entries. */
  meanSquaredError(prediction: Operand, target: Operand, options?: LossOptions): Node;

  // Images: [batch, channels, height, width].

  /**
   * Valid cross-correlation with filters [filters, channels, rows, columns], and a bias [filters] if given.
   * With padding, a row of its own first puts that many zeros around the images.
   */
  conv2d(
    images: Operand,
    filters: Operand,
    bias?: Operand,
    options?: ConvOptions & Partial<PadOptions>,
  ): Node;
  /** Rows and columns of zeros around each image. */
  pad(images: Operand, padding: number): Node;
  /** The largest entry of each window; the gradient goes to the first of equal ones. */
  maxPool(images: Operand, options: PoolOptions): Node;
  averagePool(images: Operand, options: PoolOptions): Node;
}
