// Pooling of images: the largest or the mean entry of each square window.
import { requireWhole } from '../errors.ts';
import { Layout, places, stepsOf } from '../layout.ts';
import type { Shape } from '../shape.ts';
import { slide } from './images.ts';
import type { PoolOptions } from './signatures.ts';
import { largestOp, totalOp, type Windows } from './windows.ts';

function plan(shapes: readonly Shape[], { size, stride = size }: PoolOptions, op: string): Windows {
  requireWhole(op, 'the size', size, 1);
  const counts = slide(op, shapes, size, size, stride);
  const [image, channel, row] = stepsOf(shapes[0]!) as [number, number, number];
  const shape = [...shapes[0]!.slice(0, 2), ...counts];
  return {
    shape,
    layout: new Layout(places(shape, [image, channel, stride * row, stride]), places([size, size], [row, 1])),
  };
}

export const maxPool = largestOp(plan);
export const averagePool = totalOp(plan, true);
