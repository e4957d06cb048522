// Operations entry by entry, on one tensor or on two, made from a value and its slopes; and losses, their sums.
import { refuseShapes } from '../errors.ts';
import type { Op, Plan, Write } from '../op.ts';
import type { Row } from '../row.ts';
import { isTrailing, type Shape, sameShape, sizeOf } from '../shape.ts';
import type { LossOptions, None } from './signatures.ts';

/** Result entry `r * n + j` is made of entry `r * stepA + j` of a and `r * stepB + j` of b. */
export interface PairPlan extends Plan {
  readonly repeat: number;
  readonly n: number;
  readonly stepA: number;
  readonly stepB: number;
  /** For a loss: what its sum is multiplied by. */
  readonly factor?: number;
}

/** The smaller tensor is repeated if its shape ends the other's. */
export function planPair([a, b = a!]: readonly Shape[], _: None, op: string): PairPlan {
  const [small, large] = a!.length < b.length ? [a!, b] : [b, a!];
  if (!isTrailing(small, large)) {
    refuseShapes(op, [a!, b], 'equal shapes, or one that is the end of the other (or a scalar)');
  }
  const n = sizeOf(small);
  const step = (shape: Shape) => (shape === small ? 0 : n);
  return { shape: large, repeat: sizeOf(large) / n, n, stepA: step(a!), stepB: step(b) };
}

/** A slope at the point (x, y), where the value is z; or a number if it is the same everywhere. */
type Slope = number | ((x: number, y: number, z: number) => number);

/** Sends the gradient of a row on to one of its inputs, which begins at `to`, by its slope. */
function send(
  v: Float64Array,
  g: Float64Array,
  { a, b, at, plan: { repeat, n, stepA, stepB, factor } }: Row<PairPlan>,
  slope: Slope,
  to: number,
  step: number,
  write: Write,
): void {
  if (write === 'skip') return;
  // A loss has one result for all entries.
  const stepOut = factor === undefined ? 1 : 0;
  const weight = factor ?? 1;
  for (let r = 0; r < repeat; r++) {
    // A repeated input (its step is 0) collects a gradient from each repetition: after the first they add.
    const add = write === 'add' || (step === 0 && r > 0);
    for (let j = 0; j < n; j++) {
      const o = at + (r * n + j) * stepOut;
      const d = g[o]! * weight;
      // Multiplied within each branch, so that no number has to be put on the heap.
      const sent =
        typeof slope === 'number'
          ? d * slope
          : d * slope(v[a + r * stepA + j]!, v[b + r * stepB + j]!, v[o]!);
      const k = to + r * step + j;
      g[k] = add ? g[k]! + sent : sent;
    }
  }
}

/** An op given by its value and its slope by the first and, if it has two, by the second input. */
export function pointwise(
  value: (x: number, y: number) => number,
  slopeA: Slope,
  slopeB?: Slope,
): Op<None, PairPlan> {
  return {
    inputs: slopeB ? 2 : 1,
    plan: planPair,
    forward(v, { a, b, at, plan: { repeat, n, stepA, stepB } }) {
      for (let r = 0; r < repeat; r++) {
        for (let j = 0; j < n; j++) {
          v[at + r * n + j] = value(v[a + r * stepA + j]!, v[b + r * stepB + j]!);
        }
      }
    },
    backward(v, g, row, into) {
      send(v, g, row, slopeA, row.a, row.plan.stepA, into.a);
      if (slopeB) send(v, g, row, slopeB, row.b, row.plan.stepB, into.b);
    },
  };
}

/** A loss: such an op on two equal shapes, its results added up or averaged. */
export function loss(
  value: (x: number, y: number) => number,
  slopeX: Slope,
  slopeY: Slope,
): Op<LossOptions, PairPlan> {
  return {
    inputs: 2,
    plan(shapes, { reduction }, op) {
      const [x, y] = shapes;
      if (!sameShape(x!, y!)) refuseShapes(op, shapes, 'predictions and targets of one shape');
      const plan = planPair(shapes, {}, op);
      return { ...plan, shape: [], factor: reduction === 'sum' ? 1 : 1 / plan.n };
    },
    forward(v, { a, b, at, plan: { n, factor } }) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += value(v[a + i]!, v[b + i]!);
      v[at] = sum * factor!;
    },
    backward: pointwise(value, slopeX, slopeY).backward,
  };
}
