// Reshape, transpose and pick: operations that only move entries to new places.
import { shapeError, TapeError } from '../errors.ts';
import type { Op } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { axisOf } from './reduce.ts';
import type { PickOptions, ReshapeOptions, TransposeOptions } from './signatures.ts';
import { places, stepsOf, totalOp, type Windows } from './windows.ts';

/** A window of one entry for each result. */
function move(shape: Shape, steps: readonly number[], total: number, start = 0): Windows {
  return { shape, corner: places(shape, steps, start), offset: Int32Array.of(0), total };
}

export const reshape: Op<ReshapeOptions> = {
  plan([a], { shape }) {
    if (sizeOf(shape) !== sizeOf(a!)) {
      throw shapeError('reshape', [a!, shape], 'both must have equally many entries');
    }
    return { shape: [...shape] };
  },
  forward(v, { a, at, size }) {
    v.copyWithin(at, a, a + size);
  },
  backward(_, g, { a, at, size }, into) {
    if (into.a === 'store') g.copyWithin(a, at, at + size);
    if (into.a === 'add') for (let i = 0; i < size; i++) g[a + i]! += g[at + i]!;
  },
};

export const transpose = totalOp<TransposeOptions>(([a], options) => {
  const shape = a!;
  const order = (options.order ?? shape.map((_, axis) => -1 - axis)).map((k) =>
    axisOf('transpose', k, shape),
  );
  if (new Set(order).size !== shape.length || order.length !== shape.length) {
    throw shapeError('transpose', [shape], `the order ${order.join(', ')} must name each axis once`);
  }
  const steps = stepsOf(shape);
  return move(
    order.map((axis) => shape[axis]!),
    order.map((axis) => steps[axis]!),
    sizeOf(shape),
  );
});

export const pick = totalOp<PickOptions>(([a], { axis, index }) => {
  const which = axisOf('pick', axis, a!);
  const length = a![which]!;
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new TapeError('pick', `index ${index} is outside axis ${axis}, which runs from 0 to ${length - 1}`);
  }
  const steps = stepsOf(a!);
  const others = (_: number, axis: number) => axis !== which;
  return move(a!.filter(others), steps.filter(others), sizeOf(a!), index * steps[which]!);
});
