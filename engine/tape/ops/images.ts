// Images [batch, channels, height, width] and the windows that slide over them, in pooling as in convolution.
import { refuseShapes, requireWhole } from '../errors.ts';
import type { Shape } from '../shape.ts';

/** Refuses a first shape that is not one of images. */
export function requireImages(op: string, shapes: readonly Shape[]): [number, number, number, number] {
  if (shapes[0]!.length !== 4) refuseShapes(op, shapes, 'images of batch x channels x height x width');
  return shapes[0] as never;
}

/** How many windows of `rows` x `columns` fit into an image, [down, across], `stride` apart. */
export function slide(
  op: string,
  shapes: readonly Shape[],
  rows: number,
  columns: number,
  stride: number,
): [number, number] {
  const [, , height, width] = requireImages(op, shapes);
  requireWhole(op, 'the stride', stride, 1);
  if (rows > height || columns > width) {
    refuseShapes(op, shapes, `images not smaller than the window of ${rows}x${columns}`);
  }
  return [Math.floor((height - rows) / stride) + 1, Math.floor((width - columns) / stride) + 1];
}
