// Pooling of images [batch, channels, height, width]: the largest or the mean entry of each square window.
import { shapeError, TapeError } from '../errors.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { PoolOptions } from './signatures.ts';
import { largestOp, places, stepsOf, totalOp, type Windows } from './windows.ts';

/** Refuses anything but whole numbers from `least` on. */
export function wholeNumber(op: string, what: string, x: number, least: number): void {
  if (!Number.isInteger(x) || x < least)
    throw new TapeError(op, `${what} ${x} must be a whole number from ${least} on`);
}

/** How many windows of `size` fit into `length`, `stride` apart. */
export const fitting = (length: number, size: number, stride: number): number =>
  Math.floor((length - size) / stride) + 1;

function windows(op: string) {
  return ([shape]: readonly Shape[], { size, stride = size }: PoolOptions): Windows => {
    const [batch, channels, height, width] = shape as [number, number, number, number];
    wholeNumber(op, 'size', size, 1);
    wholeNumber(op, 'stride', stride, 1);
    if (shape!.length !== 4 || size > height || size > width) {
      throw shapeError(
        op,
        [shape!],
        `expected batch x channels x height x width, not smaller than ${size}x${size}`,
      );
    }
    const [image, channel, row] = stepsOf(shape!) as [number, number, number];
    const result = [batch, channels, fitting(height, size, stride), fitting(width, size, stride)];
    return {
      shape: result,
      corner: places(result, [image, channel, stride * row, stride]),
      offset: places([size, size], [row, 1]),
      total: sizeOf(shape!),
    };
  };
}

export const maxPool = largestOp(windows('maxPool'));
export const averagePool = totalOp(windows('averagePool'), true);
