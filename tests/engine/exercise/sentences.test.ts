// What the sentences of verdicts say, and how: true of the response, and typeset.
import { expect, test } from 'vitest';
import { check, type Exercise, type FormulaPart } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

const said = (id: string, part: string, response: string) => check(fixture(id), part, response).message;

function asked(model: string, find: string, answer: string): Exercise {
  const part: FormulaPart = { name: '', kind: 'formula', find, answer, notation: 'entries', mistakes: [] };
  return { id: 'said', title: '', chapter: '', model, random: false, parts: [part] };
}
const plane = asked('x : number\ny : number\nf = 4 x + 3 y', 'f', '4x + 3y');

test('a layer that is moved is said in its shortest form', () => {
  expect(said('weight-gradient', '', 'delta_k^l a_j^l')).toMatch(/\$a_\{j\}\^\{l - 1\}\$ is needed/);
  expect(said('weight-gradient', '', 'delta_k^{l-1} a_j^{l-1}')).toContain('{l}$ is needed');
});

test('a term that is there too seldom is missing, one too often is too much', () => {
  expect(check(plane, '', '4x + 2y').message).toBe('A term is missing: $y$.');
  expect(check(plane, '', '4x + 4y').message).toBe('The term $y$ is too much.');
  expect(check(plane, '', '4x + 3y - x y').message).toBe('The term $-x\\, y$ is too much.');
});

test('paths are not spoken of where there is only a term', () => {
  expect(said('param-count', 'with', 'N M + K (N + 1)')).not.toMatch(/path/i);
});

test('the point at which two formulas differ is named, with typeset numbers', () => {
  expect(check(plane, '', 'x y + x^3').message).toMatch(
    /^Where \$x = -?[\d.]+\$ and \$y = -?[\d.]+\$, your formula gives \$-?[\d.]+\$; the right value there is \$-?[\d.]+\$\.$/,
  );
});

test('a whole number that is nearly right is no matter of rounding', () => {
  expect(said('dense-params', '', '101771')).not.toMatch(/digit|round/);
  expect(check(fixture('dense-params'), '', '101771')).not.toHaveProperty('misconception');
});

test('names, indices, layers and shapes are typeset', () => {
  expect(said('delta-recursion', '', 'z_j')).toBe('$z$ needs its layer: $z_{j}^{l}$.');
  expect(said('weight-gradient', '', 'delta_k^l a_m^{l-1} a_n^{l-1}')).toContain('The index $m$');
  expect(said('delta-matrix', 'weights', '(delta^l)^T a^{l-1}')).toMatch(/\\times/);
  expect(said('delta-matrix', 'weights', 'delta^l a^{l-1}')).toMatch(/Did you mean \$.*\\mathsf\{T\}/);
});

test('k1 is the declared size K1, and no other axis', () => {
  const model =
    'axis K1\naxis O1\naxis H = O1 + K1 - 1\ng_i : O1\nx_i : H\nw_m : K1\nL = sum_i g_i sum_m w_m x_{i+m}';
  const weight = asked(model, 'd L / d w_m', 'sum_i g_i x_{i+m}');
  const verdict = (upper: string) => check(weight, '', `\\sum_{i=0}^{${upper}} g_i x_{i+m}`).verdict;
  expect(['O_1-1', 'o1-1', 'H-k_1', 'n-1'].map(verdict)).toEqual(Array(4).fill('correct'));
  expect(['K1-1', 'k1-1', 'k_1-1', 'k_{1}-1'].map(verdict)).toEqual(Array(4).fill('wrong'));
  const factors = ['k1', 'k_1', 'k_{1}'].map((size) => check(weight, '', `${size} sum_i g_i x_{i+m}`));
  expect(factors.map((judged) => 'misconception' in judged && judged.misconception)).toEqual(
    Array(3).fill('size-factor'),
  );
  expect(check(weight, '', 'h sum_i g_i x_{i+m}').verdict).toBe('unreadable');
});

test('sizes belong to the point, and small numbers have a power of ten', () => {
  const count = asked('axis M\naxis N\nc = M N', 'c', 'M N');
  expect(check(count, '', 'M^2 + N').message).toMatch(/^Where \$M = \d\$ and \$N = \d\$,/);
  const decay = asked('x : number\nq = e^(-x)', 'q', 'e^(-x)');
  expect(check(decay, '', '10^-20 x').message).toMatch(/\\cdot 10\^\{-2\d\}\$/);
});

test('what is said to be too much gives the right answer where it is taken away', () => {
  expect(said('softmax-jacobian', '', 'f_k ([k=l] - f_l) [k=l]')).toBe('The factor $[k = l]$ is too much.');
  expect(said('softmax-jacobian', '', 'f_k [k=l] (1 - f_l)')).toMatch(
    /^Where .* It is right for \d+ of \d+ entries\.$/,
  );
  expect(said('tanh-derivative', '', '1/cosh(z)')).toMatch(/^Where /);
});

test('a missing term has its sign, and the sum that it belongs in', () => {
  expect(said('softmax-jacobian', '', 'f_k [k=l]')).toBe('A term is missing: $-f_{l}$ in $[k = l] - f_{l}$.');
  expect(said('param-count', 'with', 'N(M+K) + K')).toBe('A term is missing: $1$ in $M + 1$.');
});

test('a mean is spoken of only where one is asked for', () => {
  const sum = asked('axis N\na_n : N\nb_n : N\nf = sum_n a_n b_n', 'f', 'sum_n a_n b_n');
  expect(check(sum, '', 'N sum_n a_n b_n').message).toBe('Your formula is $N$ times the right one.');
  expect(check(sum, '', '1/N sum_n a_n b_n').message).toContain('a mean where a sum is asked for');
});

test('one sentence is enough where a second would take it back', () => {
  expect(said('conv-weight-gradient', 'full', 'sum_{i,j} g_ij o_ij (1-o_ij) x_ij')).not.toContain(
    'x_{i,j + n}',
  );
  expect(said('sigmoid-derivative-exp', '', 'e^-z/(1+e^-z)^3')).not.toContain('Another function');
});

test('the layer that an array needs is named by its letter', () => {
  expect(said('weight-gradient', '', 'delta_k a_j^{l-1}')).toMatch(
    /needs its layer: \$\\delta_\{k\}\^\{[lL]\}\$/,
  );
});
