// Sum, mean and maximum over some axes of a tensor, or over all.
import { TapeError } from '../errors.ts';
import { type Shape, shapeText, sizeOf } from '../shape.ts';
import type { AxesOptions } from './signatures.ts';
import { largestOp, places, stepsOf, totalOp, type Windows } from './windows.ts';

/** Turns -1 into the last axis and refuses axes that the shape does not have. */
export function axisOf(op: string, axis: number, shape: Shape): number {
  const positive = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(axis) && positive >= 0 && positive < shape.length) return positive;
  throw new TapeError(op, `axis ${axis} does not exist in ${shapeText(shape)}; axes count from 0`);
}

/** A window runs through the axes that are dropped; its corner moves along those that are kept. */
function along(op: string) {
  return ([a]: readonly Shape[], options: AxesOptions): Windows => {
    const shape = a!;
    const dropped = (options.axes ?? shape.map((_, axis) => axis)).map((axis) => axisOf(op, axis, shape));
    const steps = stepsOf(shape);
    const keep = (_: number, axis: number) => !dropped.includes(axis);
    const drop = (_: number, axis: number) => dropped.includes(axis);
    const kept = shape.filter(keep);
    return {
      shape: kept,
      corner: places(kept, steps.filter(keep)),
      offset: places(shape.filter(drop), steps.filter(drop)),
      total: sizeOf(shape),
    };
  };
}

export const sum = totalOp(along('sum'));
export const mean = totalOp(along('mean'), true);
export const maxOver = largestOp(along('max'));
