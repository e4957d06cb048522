// Sentences with formulas: cut into pieces, and made speakable.

import { describe, expect, it } from 'vitest';
import { pieces, spoken } from '../../../components/prose/sentence.ts';

describe('pieces', () => {
  it('cuts at dollar signs', () => {
    expect(pieces('the sign of $x^2$.')).toEqual([{ text: 'the sign of ' }, { tex: 'x^2' }, { text: '.' }]);
  });

  it('leaves a lonely dollar sign alone', () => {
    expect(pieces('5 $ each')).toEqual([{ text: '5 $ each' }]);
  });
});

describe('spoken', () => {
  it('says formulas in rough words, with no sign of TeX left', () => {
    expect(spoken('Your last node computes $x^2 + xy$.')).toBe('Your last node computes x squared + xy.');
    expect(spoken('$\\frac{\\partial f}{\\partial x} = -3$')).toBe('d f over d x equals minus 3');
    expect(spoken('$W^{\\mathsf{T}} d$ or $W^\\mathsf{T}$')).toBe('W transposed d or W transposed');
    expect(spoken('$\\grd{1} \\cdot \\tanh\\left(z_{k}\\right)$')).not.toMatch(/[\\{}$]/);
  });
});
