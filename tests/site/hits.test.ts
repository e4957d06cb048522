// What the search shows of what Pagefind finds.
import { expect, test } from 'vitest';
import { isHit } from '../../src/scripts/hits.ts';

test.each([
  ['the <mark>gradients</mark> of a loss', 'gradient'],
  ['a <mark>cross-entropy</mark>', 'entropy'],
  ['a <mark>Softmax</mark> here', 'softmax zzqq'],
  ['the letter <mark>z</mark>', 'z'],
  ['so <mark>frac</mark> it is', '\\frac{1}{N}'],
])('%s is a hit for %s', (excerpt, query) => {
  expect(isHit(excerpt, query)).toBe(true);
});

test.each([
  ['the letter <mark>z</mark>', 'zzqqxx'],
  ['and <mark>so</mark> on', 'sofmtax'],
  ['no mark', 'mark'],
])('%s is no hit for %s', (excerpt, query) => {
  expect(isHit(excerpt, query)).toBe(false);
});
