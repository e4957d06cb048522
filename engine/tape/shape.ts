// Shapes: the lengths of a tensor's axes, `[]` for a scalar, and how they are printed in messages.

/** The lengths of the axes, outermost first: `[]` is a scalar, `[3]` a vector, `[2, 3]` two rows of three. */
export type Shape = readonly number[];

/**
 * Number of entries.
 *
 * @example
 * sizeOf([2, 3]); // 6
 * sizeOf([]); // 1
 */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/**
 * Are the two shapes the same, axis by axis?
 *
 * @example
 * sameShape([2, 3], [3, 2]); // false
 */
export function sameShape(a: Shape, b: Shape): boolean {
  return String(a) === String(b);
}

/** Is `tail` the end of `shape`? `[3]` and `[2, 3]` end `[4, 2, 3]`; the scalar `[]` ends every shape. */
export function isTrailing(tail: Shape, shape: Shape): boolean {
  return sameShape(tail, shape.slice(shape.length - tail.length));
}

/**
 * A shape in words for people.
 *
 * @example
 * shapeText([2, 3]); // "2x3"
 * shapeText([]); // "scalar"
 */
export function shapeText(shape: Shape): string {
  if (shape.length === 0) return 'scalar';
  return shape.length === 1 ? `vector of ${shape[0]}` : shape.join('x');
}
