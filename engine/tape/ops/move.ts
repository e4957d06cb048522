// Reshape, transpose, pick and pad: operations that only move entries to new places.
import { refuseShapes, requireShape, requireWhole } from '../errors.ts';
import { Layout, places, stepsOf } from '../layout.ts';
import { ADD, type Op, STORE } from '../op.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { requireImages } from './images.ts';
import { axisOf } from './reduce.ts';
import type { PadOptions, PickOptions, ReshapeOptions, TransposeOptions } from './signatures.ts';
import { collect, spread, totalOp, type Windows } from './windows.ts';

/** The entries stay in their order, so nothing has to be looked up. */
export const reshape: Op<ReshapeOptions> = {
  inputs: 1,
  plan([a], { shape }, op) {
    requireShape(op, shape);
    if (sizeOf(shape) !== sizeOf(a!)) refuseShapes(op, [a!, shape], 'equally many entries');
    return { shape: [...shape] };
  },
  forward(v, { a, at, size }) {
    v.copyWithin(at, a, a + size);
  },
  backward(_, g, { a, at, size }, into) {
    if (into.a === STORE) g.copyWithin(a, at, at + size);
    for (let i = 0; i < size && into.a === ADD; i++) g[a + i]! += g[at + i]!;
  },
};

/** Windows of one entry each, standing at `rows`. */
const single = (shape: Shape, rows: Int32Array) => ({ shape, layout: new Layout(rows, Int32Array.of(0)) });

export const transpose = totalOp<TransposeOptions>(([a], { order }, op) => {
  const axes = order?.map((axis) => axisOf(op, axis, a!)) ?? a!.map((_, k) => a!.length - 1 - k);
  if (new Set(axes).size !== a!.length || axes.length !== a!.length) {
    refuseShapes(op, [a!], `an order that names each axis once, not ${order}`);
  }
  const steps = stepsOf(a!);
  const shape = axes.map((axis) => a![axis]!);
  return single(
    shape,
    places(
      shape,
      axes.map((axis) => steps[axis]!),
    ),
  );
});

export const pick = totalOp<PickOptions>(([a], { axis, index }, op) => {
  const which = axisOf(op, axis, a!);
  requireWhole(op, `the index along axis ${axis}`, index, 0, a![which]! - 1);
  const steps = stepsOf(a!);
  const others = (_: number, k: number) => k !== which;
  const shape = a!.filter(others);
  return single(shape, places(shape, steps.filter(others), index * steps[which]!));
});

/** Zeros around images, for convolutions that keep their size: picking the images out again, the other way round. */
export const pad: Op<PadOptions, Windows> = {
  inputs: 1,
  plan(shapes, { padding }, op) {
    const images = requireImages(op, shapes);
    requireWhole(op, 'the padding', padding, 0);
    const shape = images.map((length, axis) => (axis < 2 ? length : length + 2 * padding));
    const steps = stepsOf(shape);
    return single(shape, places(images, steps, padding * (steps[2]! + 1)));
  },
  forward(v, { a, at, size, plan: { layout } }) {
    v.fill(0, at, at + size);
    spread(v, a, layout, v, at, 1);
  },
  backward(_, g, { a, at, plan: { layout } }, into) {
    collect(g, at, layout, g, a, 1, into.a);
  },
};
