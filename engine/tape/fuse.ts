// Sealing: which rows a full run visits, with the bias of each layer added by the matrix product itself.
import type { MatmulPlan } from './ops/matmul.ts';
import type { Row } from './row.ts';

/**
 * The rows that a full run computes. Where a matrix product is followed by the addition of a vector to each of its
 * rows, the product writes both values, and the addition needs no visit. Both values stay readable, bit for bit.
 */
export function program(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.rule !== undefined && !(row.op === 'add' && fuse(row)));
}

function fuse(sum: Row): boolean {
  const [first, second] = sum.inputs as [Row, Row];
  const [product, bias] = first.op === 'matmul' ? [first, second] : [second, first];
  if (product.op !== 'matmul' || product === bias) return false;
  const plan = product.plan as MatmulPlan;
  // The bias must be there before the product: a leaf is, a computed row only if it was recorded earlier.
  const known = bias.rule === undefined || bias.index < product.index;
  if (!known || plan.biased >= 0 || bias.size !== plan.n || sum.size !== product.size) return false;
  plan.bias = bias.at;
  plan.biased = sum.at;
  return true;
}
