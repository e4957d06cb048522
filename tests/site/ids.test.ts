// Chapters that stand on one page: what two of them call alike.
import { expect, test } from 'vitest';
import { uniqueIds } from '../../src/layouts/ids.ts';

test('an id that an earlier chapter has gets a number, and so does all that refers to it', () => {
  const chapters = [
    '<h2 id="sum">Sum<a href="#sum"></a></h2>',
    '<h2 id="sum">Sum</h2><p><a href="#sum">there</a> <a href="#own">own</a></p><p id="own" aria-labelledby="own sum"></p>' +
      '<svg><linearGradient id="shade"></linearGradient><rect fill="url(#shade)" /></svg>',
    '<h2 id="sum">Sum</h2><svg><linearGradient id="shade"></linearGradient><rect fill="url(#shade)" /></svg>',
  ];
  expect(uniqueIds(chapters)).toEqual([
    chapters[0],
    '<h2 id="sum-2">Sum</h2><p><a href="#sum-2">there</a> <a href="#own">own</a></p><p id="own" aria-labelledby="own sum-2"></p>' +
      '<svg><linearGradient id="shade"></linearGradient><rect fill="url(#shade)" /></svg>',
    '<h2 id="sum-3">Sum</h2><svg><linearGradient id="shade-2"></linearGradient><rect fill="url(#shade-2)" /></svg>',
  ]);
});

test('the number is one that no other id has', () => {
  expect(uniqueIds(['<p id="a"><p id="a-2">', '<p id="a"><p id="a-3">'])[1]).toBe('<p id="a-4"><p id="a-3">');
});

test('what only looks like an id stays, and so does a link to another page', () => {
  const second = '<h2 id="sum"></h2><a href="other/#sum">sum</a><p data-id="sum" title="sum">sum</p>';
  expect(uniqueIds(['<h2 id="sum"></h2>', second])[1]).toBe(second.replace('id="sum"', 'id="sum-2"'));
});
