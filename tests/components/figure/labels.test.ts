// Where the labels of a graph's edges stand: none lies on another, so that every local derivative can be read.

import { expect, it } from 'vitest';
import { labelPlaces } from '../../../components/figure/graph/labels.ts';
import { layOut } from '../../../components/figure/graph/layout.ts';
import { readGraph } from '../../../components/figure/index.ts';

const width = 28;
const height = 20;

it.each([
  ['two edges between the same nodes', 'y = x + z; l = y * y', 'x, z'],
  [
    'two layers',
    'a = w * x; b = v * z; h = a + b; c = u * x; g = t * z; k = c + g; o = relu(h); r = relu(k); ' +
      'p = m * o; q = n * r; y = p + q; l = y * y',
    'u, t, x, w, z, v, n, m',
  ],
])('%s', (_, text, inputs) => {
  const places = [...labelPlaces(layOut(readGraph(text, inputs.split(', '))!))];
  const covered = places.flatMap(([name, a], i) =>
    places
      .slice(i + 1)
      .filter(([, b]) => Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height)
      .map(([other]) => `${name} and ${other}`),
  );
  expect(covered).toEqual([]);
});
