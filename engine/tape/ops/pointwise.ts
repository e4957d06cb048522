// Operations entry by entry, on one tensor or on two, made from a value and its slopes; and losses, their sums.
import { refuseShapes } from '../errors.ts';
import { ADD, type Op, type Plan, SKIP, type Write } from '../op.ts';
import type { Row } from '../row.ts';
import { isTrailing, type Shape, sameShape, sizeOf } from '../shape.ts';
import type { LossOptions, None } from './signatures.ts';

/**
 * Result entry o is made of entry o of each input; of a smaller one, which is repeated, of entry o modulo n. The
 * first has `stepA` 0 then, the second `stepB`, else 1.
 */
export interface PairPlan extends Plan {
  /** How many entries are walked through. */
  readonly entries: number;
  /** Entries of the smaller input. */
  readonly n: number;
  readonly stepA: number;
  readonly stepB: number;
}

/** The smaller tensor is repeated if its shape ends the other's. */
export function planPair([a, b = a!]: readonly Shape[], _: None, op: string): PairPlan {
  const [small, large] = a!.length < b.length ? [a!, b] : [b, a!];
  if (!isTrailing(small, large)) {
    refuseShapes(op, [a!, b], 'equal shapes, or one that ends the other (or a scalar)');
  }
  const [n, entries] = [sizeOf(small), sizeOf(large)];
  const step = (shape: Shape) => Number(sizeOf(shape) === entries);
  return { shape: large, entries, n, stepA: step(a!), stepB: step(b) };
}

/** The slope at the point (x, y), where the value is z. */
type Slope = (x: number, y: number, z: number) => number;

/** Sends the gradient of a row on to one of its inputs, which begins at `to`, by its slope. */
function send(
  v: Float64Array,
  g: Float64Array,
  { a, b, at, plan: { entries, n, stepA, stepB } }: Row<PairPlan>,
  slope: Slope,
  to: number,
  step: number,
  write: Write,
): void {
  if (write === SKIP) return;
  for (let o = 0, j = 0; o < entries; o++) {
    const d = g[at + o]! * slope(v[a + (stepA ? o : j)]!, v[b + (stepB ? o : j)]!, v[at + o]!);
    const k = to + (step ? o : j);
    // A repeated input collects a gradient from each repetition: after the first they add.
    g[k] = write === ADD || (o >= n && !step) ? g[k]! + d : d;
    j = j + 1 < n ? j + 1 : 0;
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
    forward(v, { a, b, at, plan: { entries, n, stepA, stepB } }) {
      for (let o = 0, j = 0; o < entries; o++) {
        v[at + o] = value(v[a + (stepA ? o : j)]!, v[b + (stepB ? o : j)]!);
        j = j + 1 < n ? j + 1 : 0;
      }
    },
    backward(v, g, row, into) {
      send(v, g, row, slopeA, row.a, row.plan.stepA, into.a);
      if (slopeB) send(v, g, row, slopeB, row.b, row.plan.stepB, into.b);
    },
  };
}

interface LossPlan extends Plan {
  /** How many losses are added up, and what their sum is multiplied by. */
  readonly n: number;
  readonly factor: number;
}

/** A loss of a prediction x against a target y, for every entry; the losses are added up or averaged. */
export function loss(
  value: (x: number, y: number) => number,
  slopeX: (x: number, y: number) => number,
  slopeY: (x: number, y: number) => number,
): Op<LossOptions, LossPlan> {
  return {
    inputs: 2,
    plan(shapes, { reduction }, op) {
      const [x, y] = shapes as [Shape, Shape];
      if (!sameShape(x, y)) refuseShapes(op, shapes, 'predictions and targets of one shape');
      const n = sizeOf(x);
      return { shape: [], n, factor: reduction === 'sum' ? 1 : 1 / n };
    },
    forward(v, { a, b, at, plan: { n, factor } }) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += value(v[a + i]!, v[b + i]!);
      v[at] = sum * factor;
    },
    backward(v, g, { a, b, at, plan: { n, factor } }, into) {
      const d = g[at]! * factor;
      if (into.a) {
        const add = into.a === ADD;
        for (let i = 0; i < n; i++) {
          const sent = d * slopeX(v[a + i]!, v[b + i]!);
          g[a + i] = add ? g[a + i]! + sent : sent;
        }
      }
      if (into.b) {
        const add = into.b === ADD;
        for (let i = 0; i < n; i++) {
          const sent = d * slopeY(v[a + i]!, v[b + i]!);
          g[b + i] = add ? g[b + i]! + sent : sent;
        }
      }
    },
  };
}
