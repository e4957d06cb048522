// First values for weights: zero, constant, uniform, Glorot, He and orthogonal.
import { refuseShapes } from './errors.ts';
import type { Random } from './random.ts';
import { type Shape, sizeOf } from './shape.ts';

/** Makes the first values of a weight tensor. `zeros`, `glorot`, `he` and `orthogonal` are initialisers. */
export type Initialiser = (shape: Shape, random: Random) => Float64Array;

/**
 * All entries the same.
 *
 * @example
 * filled(0.5)([2], createRandom(1)); // [0.5, 0.5]
 */
export function filled(value: number): Initialiser {
  return (shape) => draw(shape, () => value);
}

/**
 * All zero: right for biases, and the start from which hidden layers never learn to differ.
 *
 * @example
 * zeros([3], createRandom(1)); // [0, 0, 0]
 */
export const zeros = filled(0);

/**
 * Every number from `low` to `high` equally likely.
 *
 * @example
 * uniform(-1, 1)([2], createRandom(1)); // [0.0748856582368, -0.835139898152]
 */
export function uniform(low: number, high: number): Initialiser {
  return (shape, random) => draw(shape, () => random.uniform(low, high));
}

/**
 * Glorot and Bengio (2010): uniform within sqrt(6 / (inputs + outputs)); keeps the scale of tanh layers both ways.
 *
 * @example
 * glorot([2, 4], createRandom(1)).every((w) => Math.abs(w) <= 1); // true
 */
export const glorot: Initialiser = (shape, random) => {
  const [inputs, outputs] = fans(shape);
  const limit = Math.sqrt(6 / (inputs + outputs));
  return uniform(-limit, limit)(shape, random);
};

/**
 * He et al. (2015): normal with variance 2 / inputs; makes up for the half that relu cuts away.
 *
 * @example
 * he([784, 128], createRandom(1)).length; // 100352
 */
export const he: Initialiser = (shape, random) => {
  const [inputs] = fans(shape);
  return draw(shape, () => random.normal(0, Math.sqrt(2 / inputs)));
};

/**
 * Saxe et al. (2014): a random matrix whose columns (or rows, if there are fewer of them) have length 1 and are
 * at right angles, so that it changes no vector's length. By Gram-Schmidt, each vector cleaned twice.
 *
 * @example
 * const [a, b, c, d] = orthogonal([2, 2], createRandom(1));
 * a * a + c * c; // 1
 * Math.abs(a * b + c * d) < 1e-15; // true
 */
export const orthogonal: Initialiser = (shape, random) => {
  fans(shape);
  const rows = shape[0]!;
  const columns = sizeOf(shape) / rows;
  const tall = rows > columns;
  const vectors: Float64Array[] = [];
  while (vectors.length < (tall ? columns : rows)) {
    let vector = draw([tall ? rows : columns], () => random.normal());
    for (const earlier of [...vectors, ...vectors]) {
      const along = dot(vector, earlier);
      vector = vector.map((x, i) => x - along * earlier[i]!);
    }
    const norm = Math.sqrt(dot(vector, vector));
    // A vector that was almost spanned by the others is drawn again.
    if (norm > 1e-6) vectors.push(vector.map((x) => x / norm));
  }
  return draw(shape, (_, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    return tall ? vectors[column]![row]! : vectors[row]![column]!;
  });
};

/**
 * How many numbers enter and leave a unit: [inputs, outputs] for a matrix, filters x window for a convolution.
 * Refuses any other shape.
 */
function fans(shape: Shape): [number, number] {
  const [m, n, ...window] = shape as [number, number, ...number[]];
  if (shape.length !== 2 && shape.length !== 4) {
    refuseShapes('initialiser', [shape], 'a matrix, or filters x channels x rows x columns');
  }
  return window.length ? [n * sizeOf(window), m * sizeOf(window)] : [m, n];
}

function draw(shape: Shape, next: (_: number, i: number) => number): Float64Array {
  return new Float64Array(sizeOf(shape)).map(next);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
