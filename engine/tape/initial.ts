// First values for weights: zero, constant, uniform, Glorot, He and orthogonal.
import { TapeError } from './errors.ts';
import type { Random } from './random.ts';
import { type Shape, shapeText, sizeOf } from './shape.ts';

/** Makes the first values of a weight tensor. `zeros`, `glorot`, `he` and `orthogonal` are initialisers. */
export type Initialiser = (shape: Shape, random: Random) => Float64Array;

/** All zero: right for biases, and the start from which hidden layers never learn to differ. */
export const zeros: Initialiser = (shape) => new Float64Array(sizeOf(shape));

/** All entries the same. */
export function filled(value: number): Initialiser {
  return (shape) => new Float64Array(sizeOf(shape)).fill(value);
}

/** Every number from `low` to `high` equally likely. */
export function uniform(low: number, high: number): Initialiser {
  return (shape, random) => draw(shape, () => random.uniform(low, high));
}

/** Glorot and Bengio (2010): uniform within sqrt(6 / (inputs + outputs)); keeps the scale of tanh layers both ways. */
export const glorot: Initialiser = (shape, random) => {
  const { inputs, outputs } = fans(shape);
  const limit = Math.sqrt(6 / (inputs + outputs));
  return draw(shape, () => random.uniform(-limit, limit));
};

/** He et al. (2015): normal with variance 2 / inputs; makes up for the half that relu cuts away. */
export const he: Initialiser = (shape, random) => {
  const deviation = Math.sqrt(2 / fans(shape).inputs);
  return draw(shape, () => random.normal(0, deviation));
};

/**
 * Saxe et al. (2014): a random matrix whose columns (or rows, if there are fewer of them) have length 1 and are
 * at right angles, so that it changes no vector's length. By Gram-Schmidt, each vector cleaned twice.
 */
export const orthogonal: Initialiser = (shape, random) => {
  if (shape.length !== 2) throw new TapeError('orthogonal', `needs a matrix, got ${shapeText(shape)}`);
  const [rows, columns] = shape as [number, number];
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = draw([length], () => random.normal());
    for (const earlier of [...vectors, ...vectors]) {
      const along = dot(vector, earlier);
      for (let i = 0; i < length; i++) vector[i] = vector[i]! - along * earlier[i]!;
    }
    const norm = Math.sqrt(dot(vector, vector));
    // A vector that was almost spanned by the others is drawn again.
    if (norm > 1e-6) vectors.push(vector.map((x) => x / norm));
  }
  const across = columns <= rows;
  return Float64Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    return across ? vectors[column]![row]! : vectors[row]![column]!;
  });
};

/** How many numbers enter and leave a unit: [inputs, outputs] for a matrix, filters x window for a convolution. */
function fans(shape: Shape): { inputs: number; outputs: number } {
  if (shape.length === 2) return { inputs: shape[0]!, outputs: shape[1]! };
  if (shape.length === 4) {
    const window = shape[2]! * shape[3]!;
    return { inputs: shape[1]! * window, outputs: shape[0]! * window };
  }
  throw new TapeError(
    'initialiser',
    `needs a matrix or filters x channels x rows x columns, got ${shapeText(shape)}`,
  );
}

function draw(shape: Shape, next: () => number): Float64Array {
  return Float64Array.from({ length: sizeOf(shape) }, next);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
