// What stands in the place of a formula until it is typeset.
import { expect, test } from 'vitest';
import { readable } from '../../../components/prose/index.ts';

test.each([
  ['x^{2} + x\\, y', 'x² + x y'],
  ['(0.0403,\\;\\allowbreak -0.0341)', '(0.0403, −0.0341)'],
  ['1 - \\Big(\\dfrac{e^z - 1}{\\grd{b}}\\Big)^2', '1 − ((e^z − 1)/b)²'],
  ['\\frac{1}{1+\\frac{a}{b}}', '1/(1+a/b)'],
  ['5.94 \\cdot 10^{-8}', '5.94 · 10⁻⁸'],
  ['\\displaystyle \\frac{\\partial L}{\\partial w_{11}}', '(∂L)/(∂w₁₁)'],
  ["{W^{2}}^{\\top} \\delta^{2} \\odot f'(z^{1})", "W²ᵀ δ² ⊙ f'(z¹)"],
  ['\\hat y = \\operatorname{relu}(e^{-2z})', 'ŷ = relu(e^(−2z))'.normalize('NFD')],
])('%s reads as %s', (tex, text) => {
  expect(readable(tex)).toBe(text);
});
