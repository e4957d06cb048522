// Handwritten digits, eight by eight: strokes drawn by a pen that slants, shifts and trembles, all from one seed.

import { createRandom } from '../../../engine/tape/index.ts';

export const SIZE = 8;

type Point = readonly [x: number, y: number];

/** The strokes of each digit on a square of side 1, y downwards. */
const strokes: readonly (readonly (readonly Point[])[])[] = [
  [arc(0.5, 0.5, 0.27, 0.4, 0, 1)],
  [
    [
      [0.35, 0.25],
      [0.55, 0.1],
      [0.55, 0.9],
    ],
  ],
  [[...arc(0.5, 0.3, 0.25, 0.2, 0.5, 1.05), [0.25, 0.88], [0.78, 0.88]]],
  [[...arc(0.47, 0.3, 0.24, 0.2, 0.55, 1.25)], [...arc(0.47, 0.7, 0.27, 0.2, 0.75, 1.45)]],
  [
    [
      [0.6, 0.1],
      [0.22, 0.6],
      [0.8, 0.6],
    ],
    [
      [0.62, 0.35],
      [0.62, 0.92],
    ],
  ],
  [[[0.74, 0.1], [0.32, 0.1], [0.3, 0.45], ...arc(0.47, 0.65, 0.27, 0.24, 0.7, 1.42)]],
  [
    [
      [0.66, 0.1],
      [0.36, 0.42],
      [0.28, 0.62],
    ],
    arc(0.5, 0.68, 0.23, 0.21, 0, 1),
  ],
  [
    [
      [0.22, 0.12],
      [0.78, 0.12],
      [0.42, 0.9],
    ],
  ],
  [arc(0.5, 0.3, 0.2, 0.19, 0, 1), arc(0.5, 0.7, 0.25, 0.21, 0, 1)],
  [
    arc(0.5, 0.32, 0.23, 0.21, 0, 1),
    [
      [0.73, 0.34],
      [0.66, 0.62],
      [0.55, 0.92],
    ],
  ],
];

/** Points on an ellipse; a turn is 1, beginning on the right and going clockwise. */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: 17 }, (_, i) => {
    const angle = 2 * Math.PI * (from + ((to - from) * i) / 16);
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });
}

const LOT = 50;

export interface Digits {
  /** Ink in each of the 64 cells, from 0 to 1, row by row. */
  readonly images: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/**
 * `count` digits, as many of each as can be; the same seed gives the same digits in every browser. Drawn in small lots,
 * between which the page may do something else.
 */
export async function drawDigits(count: number, seed: number): Promise<Digits> {
  const random = createRandom(seed);
  const labels = random.shuffle(Array.from({ length: count }, (_, i) => i % 10));
  const images: number[][] = [];
  for (const digit of labels) {
    if (images.length % LOT === LOT - 1) await new Promise((go) => setTimeout(go));
    const [slant, turn] = [random.uniform(-0.35, 0.4), random.uniform(-0.2, 0.2)];
    const [wide, high] = [random.uniform(0.65, 1.1), random.uniform(0.7, 1.05)];
    const [right, down] = [random.uniform(-0.11, 0.11), random.uniform(-0.09, 0.09)];
    const pen = random.uniform(0.075, 0.11);
    const moved = (strokes[digit] as readonly (readonly Point[])[]).map((stroke) =>
      stroke.map(([x, y]): Point => {
        const [u, v] = [(x - 0.5) * wide + random.uniform(-0.035, 0.035), (y - 0.5) * high];
        return [0.5 + u - slant * v - turn * v + right, 0.5 + v + turn * u + down];
      }),
    );
    images.push(inked(moved, pen));
  }
  return { images, labels };
}

/** Each cell is looked at in three by three places. */
const FINE = 3;
const PLACES = FINE * SIZE;

/** The ink of strokes: a cell darkens with each of its places that the pen passes near. */
export function inked(drawn: readonly (readonly Point[])[], pen: number): number[] {
  const near = new Uint8Array(PLACES * PLACES);
  for (const stroke of drawn)
    for (let i = 1; i < stroke.length; i++) mark(near, stroke[i - 1] as Point, stroke[i] as Point, pen);
  return Array.from({ length: SIZE * SIZE }, (_, cell) => {
    const [row, column] = [FINE * Math.floor(cell / SIZE), FINE * (cell % SIZE)];
    let ink = 0;
    for (let i = 0; i < FINE; i++)
      for (let j = 0; j < FINE; j++) ink += near[(row + i) * PLACES + column + j] as number;
    return Math.round((100 * ink) / FINE ** 2) / 100;
  });
}

/** Marks the places that lie nearer to a piece of a stroke than the pen is wide; only those around it are looked at. */
function mark(near: Uint8Array, a: Point, b: Point, pen: number): void {
  const [ax, ay, dx, dy] = [a[0], a[1], b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const first = (u: number, v: number) => Math.max(0, Math.floor((Math.min(u, v) - pen) * PLACES - 0.5));
  const last = (u: number, v: number) =>
    Math.min(PLACES - 1, Math.ceil((Math.max(u, v) + pen) * PLACES - 0.5));
  const [left, right] = [first(ax, b[0]), last(ax, b[0])];
  const [top, bottom] = [first(ay, b[1]), last(ay, b[1])];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [x, y] = [(column + 0.5) / PLACES - ax, (row + 0.5) / PLACES - ay];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
      if ((x - along * dx) ** 2 + (y - along * dy) ** 2 < pen * pen) near[row * PLACES + column] = 1;
    }
  }
}
