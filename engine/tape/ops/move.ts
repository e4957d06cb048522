// Reshape, transpose and pick: operations that only move entries to new places.
import { shapeError, TapeError } from '../errors.ts';
import type { Op, Plan } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { axisOf } from './reduce.ts';
import type { PickOptions, ReshapeOptions, TransposeOptions } from './signatures.ts';

/** Entry i of the result is entry `from[i]` of the input, which has `total` entries. */
interface MovePlan extends Plan {
  readonly from: Int32Array;
  readonly total: number;
}

function moveOp<Options>(parts: Pick<Op<Options, MovePlan>, 'plan' | 'tex'>): Op<Options, MovePlan> {
  return {
    arity: 1,
    ...parts,
    local: () => ['1'],
    forward(v, { a, at, size, plan: { from } }) {
      for (let i = 0; i < size; i++) v[at + i] = v[a + from[i]!]!;
    },
    backward(_, g, { a, at, size, plan: { from, total } }, into) {
      if (into.a === 'skip') return;
      // Entries that were not taken get no gradient.
      if (into.a === 'store') g.fill(0, a, a + total);
      for (let i = 0; i < size; i++) g[a + from[i]!]! += g[at + i]!;
    },
  };
}

/** Strides of a shape: how far apart neighbours along each axis lie. */
function stridesOf(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

/** Where to find the entries of `shape` in the input, if moving along axis k there means steps of `strides[k]`. */
function sources(shape: Shape, strides: readonly number[], start = 0): Int32Array {
  const own = stridesOf(shape);
  return Int32Array.from({ length: sizeOf(shape) }, (_, i) => {
    let place = start;
    for (let axis = 0; axis < shape.length; axis++) {
      place += (Math.floor(i / own[axis]!) % shape[axis]!) * strides[axis]!;
    }
    return place;
  });
}

export const reshape = moveOp<ReshapeOptions>({
  tex: ([a], { shape }) => `\\operatorname{reshape}_{${shape.join(' \\times ')}}(${a})`,
  plan([a], { shape }) {
    if (sizeOf(shape) !== sizeOf(a!))
      throw shapeError('reshape', [a!, shape], 'both must have equally many entries');
    return {
      shape: [...shape],
      from: Int32Array.from({ length: sizeOf(shape) }, (_, i) => i),
      total: sizeOf(a!),
    };
  },
});

export const transpose = moveOp<TransposeOptions>({
  tex: ([a]) => `{${a}}^\\top`,
  plan([a], options) {
    const order = (options.order ?? a!.map((_, axis) => a!.length - 1 - axis)).map((k) =>
      axisOf('transpose', k, a!),
    );
    if (new Set(order).size !== a!.length || order.length !== a!.length) {
      throw shapeError('transpose', [a!], `the order ${order.join(', ')} must name each axis once`);
    }
    const strides = stridesOf(a!);
    const shape = order.map((axis) => a![axis]!);
    const from = sources(
      shape,
      order.map((axis) => strides[axis]!),
    );
    return { shape, from, total: sizeOf(a!) };
  },
});

export const pick = moveOp<PickOptions>({
  tex: ([a], { axis, index }) => `{${a}}_{${axis === 0 ? `${index},:` : `:,${index}`}}`,
  plan([a], { axis, index }) {
    const which = axisOf('pick', axis, a!);
    const length = a![which]!;
    if (!Number.isInteger(index) || index < 0 || index >= length) {
      throw new TapeError(
        'pick',
        `index ${index} is outside axis ${axis}, which runs from 0 to ${length - 1}`,
      );
    }
    const strides = stridesOf(a!);
    const keep = (_: number, k: number) => k !== which;
    const shape = a!.filter(keep);
    return { shape, from: sources(shape, strides.filter(keep), index * strides[which]!), total: sizeOf(a!) };
  },
});
