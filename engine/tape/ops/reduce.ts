// Sum, mean and maximum over some axes of a tensor, or over all.
import { requireWhole } from '../errors.ts';
import { Layout, places, stepsOf } from '../layout.ts';
import { type Shape, shapeText } from '../shape.ts';
import type { AxesOptions } from './signatures.ts';
import { largestOp, totalOp, type Windows } from './windows.ts';

/** Turns -1 into the last axis and refuses axes that the shape does not have. */
export function axisOf(op: string, axis: number, shape: Shape): number {
  requireWhole(op, `an axis of a ${shapeText(shape)}`, axis, -shape.length, shape.length - 1);
  return axis < 0 ? axis + shape.length : axis;
}

/** A window runs through the axes that are dropped, and stands on the ones that are kept. */
function plan([a]: readonly Shape[], { axes }: AxesOptions, op: string): Windows {
  const shape = a!;
  const dropped = axes?.map((axis) => axisOf(op, axis, shape));
  const steps = stepsOf(shape);
  const drop = (_: number, axis: number) => !dropped || dropped.includes(axis);
  const keep = (_: number, axis: number) => !drop(_, axis);
  const kept = shape.filter(keep);
  return {
    shape: kept,
    layout: new Layout(places(kept, steps.filter(keep)), places(shape.filter(drop), steps.filter(drop))),
  };
}

export const sum = totalOp(plan);
export const mean = totalOp(plan, true);
export const maxOver = largestOp(plan);
