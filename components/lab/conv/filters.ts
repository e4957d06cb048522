// Small pictures, the kernels that are laid on them, and a kernel that learns to imitate another.

import { createRandom, createTape, sgd } from '../../../engine/tape/index.ts';

export const side = 16;

export const pictureNames = ['disc', 'frame', 'stairs', 'letter', 'dots'] as const;

/** Pictures of 16 by 16, drawn for this book. */
export const pictures: Readonly<Record<(typeof pictureNames)[number], readonly number[]>> = {
  disc: draw((x, y) => Math.hypot(x - 7.5, y - 7.5) < 5.5),
  frame: draw(
    (x, y) =>
      Math.max(Math.abs(x - 7.5), Math.abs(y - 7.5)) < 6 && !(Math.abs(x - 7.5) < 3 && Math.abs(y - 7.5) < 3),
  ),
  stairs: draw((x, y) => Math.floor(x / 3) + Math.floor((15 - y) / 3) < 5),
  letter: draw((x, y) => (y >= 2 && y <= 4 && x >= 3 && x <= 12) || (x >= 7 && x <= 8 && y >= 2 && y <= 13)),
  dots: draw((x, y) => x % 4 === 1 && y % 4 === 2),
};

function draw(inside: (x: number, y: number) => boolean): readonly number[] {
  return Array.from({ length: side * side }, (_, i) => (inside(i % side, Math.floor(i / side)) ? 1 : 0));
}

export const kernelNames = ['upright', 'level', 'outline', 'blur', 'sharpen'] as const;
export type KernelName = (typeof kernelNames)[number];

export const kernels: Readonly<Record<KernelName, readonly number[]>> = {
  upright: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  level: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  outline: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
  blur: Array.from({ length: 9 }, () => 1 / 9),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
};

/** The picture under the kernel: 14 by 14 numbers. */
export function filter(picture: readonly number[], kernel: readonly number[]): readonly number[] {
  const t = createTape();
  const v = t.conv2d(t.constant([1, 1, side, side], picture), t.constant([1, 1, 3, 3], kernel));
  return [...t.value(v)];
}

export interface Imitation {
  readonly steps: number;
  advance(): void;
  kernel(): readonly number[];
  output(): readonly number[];
  loss(): number;
}

/** A kernel that starts at random and learns, by gradient descent on one picture, to put out what another does. */
export function createImitation(
  picture: readonly number[],
  teacher: readonly number[],
  seed: number,
): Imitation {
  const random = createRandom(seed);
  const t = createTape();
  const x = t.constant([1, 1, side, side], picture);
  const w = t.parameter(
    [1, 1, 3, 3],
    Array.from({ length: 9 }, () => random.normal(0, 0.5)),
    'w',
  );
  const v = t.conv2d(x, w);
  const target = t.constant([1, 1, side - 2, side - 2], filter(picture, teacher));
  const loss = t.meanSquaredError(v, target);
  const by = sgd(t, { rate: 0.1 });
  t.forward();
  let steps = 0;
  return {
    get steps() {
      return steps;
    },
    advance() {
      t.backward(loss);
      by.update();
      t.forward();
      steps += 1;
    },
    kernel: () => [...t.value(w)],
    output: () => [...t.value(v)],
    loss: () => t.item(loss),
  };
}
