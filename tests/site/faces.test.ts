// A page asks at once for the faces of its formulas, and for no others.
import katex from 'katex';
import { expect, test } from 'vitest';
import { facesByTurn, facesOf } from '../../src/layouts/faces.ts';

const typeset = (tex: string): string => katex.renderToString(tex, { displayMode: true, output: 'html' });

test.each([
  ['2', 'Main-Regular'],
  ['x', 'Main-Regular Math-Italic'],
  ['\\mathbf{1}', 'Main-Regular Main-Bold'],
  ['\\mathit{1}', 'Main-Regular Main-Italic'],
  ['\\boldsymbol{x}', 'Main-Regular Math-BoldItalic'],
  ['\\mathbb{R}', 'Main-Regular AMS-Regular'],
  ['\\leadsto', 'Main-Regular AMS-Arrows'],
  ['\\mathcal{L}', 'Main-Regular Caligraphic-Regular'],
  ['\\mathtt{1}', 'Main-Regular Typewriter-Regular'],
  ['\\big(', 'Main-Regular Size1-Regular'],
  ['\\sum', 'Main-Regular Size2-Regular'],
  ['\\textstyle\\sum', 'Main-Regular Size1-Regular'],
  ['\\bigg(', 'Main-Regular Size3-Regular'],
  ['\\Bigg(', 'Main-Regular Size4-Regular'],
])('%s', (tex, faces) => {
  expect(facesOf(typeset(tex))).toEqual(faces.split(' ').map((face) => `KaTeX_${face}`));
});

test('words need none, nor what is folded away', () => {
  expect(facesOf('<p class="text">mathbf</p>')).toEqual([]);
  expect(facesOf(`<details class="hint"><summary>Hint</summary>${typeset('x')}</details>`)).toEqual([]);
});

test('what is kept back brings its own', () => {
  const kept = `<noscript class="later">${typeset('x')}${typeset('\\mathbf{1}')}</noscript>`;
  expect(facesByTurn(typeset('x') + kept)).toEqual({
    first: ['KaTeX_Main-Regular', 'KaTeX_Math-Italic'],
    later: ['KaTeX_Main-Bold'],
  });
});
