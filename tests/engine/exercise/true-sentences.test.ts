// A sentence has to be true of the response that was typed, and where none is found, the plain one is better.
import { expect, test } from 'vitest';
import { check, type Exercise } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';
import { exercise, formula } from '../../fixtures/exercises/make.ts';

const said = (id: string, part: string, response: string) => check(fixture(id), part, response).message;
const saidOf = (asked: Exercise, response: string) => check(asked, '', response).message;

test('the side of the activation that was typed is the one that is spoken of', () => {
  const typed = "r sum_k w_k^3 f'(o_k^2) w_jk^2 f'(h_j^1) x_i";
  expect(said('net-derivatives', 'w1', typed)).toMatch(/f'\(h_\{k\}\^\{2\}\)\$ is needed, .*goes into/);
  expect(said('net-derivatives', 'w1', typed)).not.toContain('already');
  const twice = "r w_j^3 f'(f(h_j^2)) o_i^1";
  expect(said('net-derivatives', 'w2', twice)).toMatch(/f'\(h_\{j\}\^\{2\}\)\$ is needed, .*goes into/);
});

test('an exponent too much is no matter of brackets, even where the model makes both right', () => {
  const exponent = /^The exponent \$2\$ is too much: you have \$.*\^\{2\}\$ where \$.*\$ is needed\.$/;
  expect(said('ce-by-logit', 'onehot', '(f_l - y_l)^2')).toMatch(exponent);
  expect(said('delta-last', 'entry', '(a_k^L - t_k)^2')).toMatch(exponent);
  expect(said('softmax-layer-weight', '', '(a_i - y_i)^2 x_j')).toMatch(exponent);
  expect(said('tanh-both-one-exp', 'value', '(u-1)/(u+1)^2')).toMatch(exponent);
  expect(said('tanh-one-exp', '', '1-2/(e^(2z)+1)^2')).toMatch(exponent);
  expect(said('param-count', 'with', 'N(M+1)^2+K(N+1)')).toMatch(exponent);
  expect(said('sigmoid-derivative-exp', '', '(e^-z)^2/(1+e^-z)^2')).toMatch(exponent);
  const binary = '-sum_k [t_k ln softmax_k(z^L) + (1-t_k) ln(1-softmax_k(z^L))]';
  expect(said('ce-deep', 'loss', binary)).toMatch(/^The term \$\(1 - t_\{k\}\).*\$ is too much\.$/);
  expect(said('param-count', 'with', 'N M + N + N K + 1')).not.toContain('1^');
});

test('what the reader may have meant leads to the right value, or nothing is asked', () => {
  const meant = (id: string, part: string, response: string) =>
    /Did you mean \$(.*)\$\?$/.exec(said(id, part, response))?.[1] ?? null;
  expect(meant('delta-matrix', 'delta', "f'(z^l) (W^{l+1})^T delta^{l+1}")).toContain('\\odot');
  expect(meant('two-layer-matrix', 'W2', "X^T D W1^T f'(H)")).toContain("\\odot f'(H))");
  expect(meant('two-layer-matrix', 'W1', 'O^T D^T')).toBe('O^{\\mathsf{T}}\\, D');
  expect(meant('net-reuse', '', "f'(h) d W^T")).toMatch(/\\odot d\\, W/);
  expect(meant('net-as-function', '', 'f(f(X W1) W1) W3')).toBeNull();
  const layer = said('delta-matrix', 'delta', "f'(z^l) .* ((W^{l+1})^T delta^l)");
  expect(layer).toMatch(/You have \$\\delta\^\{l\}\$ where \$\\delta\^\{l \+ 1\}\$ is needed\.$/);
  expect(said('delta-last', 'vector', '-t ./ a^L')).not.toContain('only a number');
});

const BYPASS = exercise(
  'bypass',
  `axis n
layers 0..5 last L
f : function
x_i : n
W_ji^l : n x n
a_j^0 = x_j
z_j^l = sum_i W_ji^l a_i^{l-1}
a_j^l = a_j^{l-1} + f(z_j^l)
y_k : n
E = 1/2 sum_k (a_k^L - y_k)^2
g_j^l = d E / d a_j^l`,
  formula({
    find: 'g_j^l',
    answer: "g_j^{l+1} + sum_k g_k^{l+1} f'(z_k^{l+1}) W_kj^{l+1}",
    using: ['g', 'z', 'a', 'f', "f'", 'W'],
  }),
);
const CHAIN = exercise(
  'chain',
  `layers 0..5 last L
x : number
w^l : number
a^0 = x
z^l = w^l a^{l-1}
a^l = sigma(z^l)
y : number
E = 1/2 (a^L - y)^2
delta^l = d E / d z^l`,
  formula({ find: 'delta^l', answer: 'a^l (1 - a^l) w^{l+1} delta^{l+1}', using: ['a', 'w', 'delta'] }),
);

test('a layer that is off by two is said in one sentence', () => {
  const path = "sum_k g_k^{l+1} f'(z_k^{l+1}) W_kj^{l+1}";
  expect(saidOf(BYPASS, `g_j^{l-1} + ${path}`)).toBe('A layer is two too low: $g_{j}^{l + 1}$ is needed.');
  expect(saidOf(CHAIN, 'a^l(1-a^l) w^{l-1} delta^{l+1}')).toBe('The layer of $w$ is two too low.');
});

test('a sum over an index that says which entry is asked for has to go, where its body is right', () => {
  const go = (letter: string) =>
    `The sum over $${letter}$ has to go: one entry alone is asked for, and $${letter}$ says which.`;
  expect(said('softmax-layer-weight', '', 'sum_j (a_i - y_i) x_j')).toBe(go('j'));
  expect(said('weight-gradient', '', 'sum_k delta_k^l a_j^{l-1}')).toBe(go('k'));
  expect(said('relu-backward', '', 'sum_i g_i [x_i>0]')).toBe(go('i'));
  expect(said('ce-by-logit', 'onehot', 'sum_l f_l - y_l')).toBe(go('l'));
  const letter = 'e^{s_k}/sum_k e^{s_k}';
  expect(said('log-sum-exp-derivative', 'derivative', letter)).toContain('Choose another letter');
});

test('a term that lacks a factor 2 is there, with a wrong number before it', () => {
  const twice = /^The number before a term is wrong: \$-.*\$ is needed twice\.$/;
  expect(said('two-layer-matrix', 'step', 'W1 - gamma O^T (yhat - y)')).toMatch(twice);
  expect(said('batch-gradient', 'step', 'W - gamma/(2N) D^T A')).toMatch(twice);
  expect(said('tanh-derivative', '', '1 - 1/2 tanh(z)^2')).toMatch(twice);
});

const SHARED = exercise(
  'shared',
  'x : number\ny : number\ns = x + y\nk = x s s',
  formula({ find: 'd k / d x', answer: 's^2 + 2 x s', using: ['x', 'y', 's'] }),
);
const ROWS = exercise(
  'rows',
  'H : natural\nP : natural\nr = H - P + 1',
  formula({ find: 'r', answer: 'H - P + 1', using: ['H', 'P'] }),
);

test('a sign or a name that was mistaken is said, and not a number before a term', () => {
  expect(said('graph-partials', 'dx', '2x - y + 2(x+y)')).toBe('One sign is wrong: the minus before $y$.');
  expect(said('graph-partials', 'dy', '-x+2(x+y)')).toBe('One sign is wrong: the minus before $x$.');
  expect(said('sigmoid-derivative', '', 'σ(z)(1-σ(-z))')).toBe('One sign is wrong: the minus before $z$.');
  const name = (had: string, needed: string) => `In one place you have $${had}$ where $${needed}$ is needed.`;
  expect(saidOf(SHARED, 's^2+2ys')).toBe(name('y', 'x'));
  expect(said('param-count', 'with', 'N M + N + K N + N')).toBe(name('N', 'K'));
  expect(said('graph-partials', 'dx', '2x+x+2(x+y)')).toBe(name('x', 'y'));
});

test('the number before a term is wrong only where the response has that term', () => {
  expect(said('graph-partials', 'dx', '2x+y+2x')).toBe('A term is missing: $2 y$.');
  expect(said('graph-partials', 'dx', '4x+y')).toBe('The factor $3$ is missing.');
  expect(said('graph-partials', 'dx', '2x+y')).toBe(
    'The number before a term is wrong: look at $2 x$ and $y$.',
  );
  expect(said('tanh-one-exp', '', '2/(1+e^(-2z))')).toBe('A term is missing: $-1$.');
  expect(saidOf(ROWS, 'H-2')).toMatch(/^Where /);
});

const SQUARED = exercise(
  'squared',
  `axis K
s_k : K
c : index of K
y_k = [k = c] : K
f_k = exp(s_k) / sum_j exp(s_j)
Q = 1/2 sum_k (f_k - y_k)^2`,
  formula({ find: 'd Q / d s_l', answer: 'f_l ((f_l - y_l) - sum_k (f_k - y_k) f_k)', using: ['f', 'y'] }),
);

test('one sentence is said where one is true', () => {
  const cases = said('softmax-jacobian', '', 'f_k(1-f_k) if k != l else -f_k f_l');
  expect(cases).toMatch(/^The condition is the wrong way round: /);
  const bypass = "sum_k g_k^{l+1} (1 + f'(z_k^{l+1}) W_kj^{l+1})";
  expect(saidOf(BYPASS, bypass)).toMatch(/^\$g_\{j\}\^\{l \+ 1\}\$ is not to be summed/);
  expect(saidOf(SQUARED, 'f_l (f_l - y_l)')).toMatch(/^A term is missing: \$-\\sum_\{k\}/);
  expect(said('sigmoid-derivative-exp', '', '(1+e^-z)^2/e^-z')).toContain('upside down');
});

test('what only has the value of the wrong line is not said to be that line', () => {
  const mended = said('tanh-definition-slip', '', 'line 2: (e^z - e^z)/(e^z+e^-z)');
  expect(mended).toBe('That has the same value as what stands there already.');
  const same = '2: (e^(-z) - e^(-z))/(e^(-z) + e^(-z))';
  expect(said('tanh-definition-slip', '', same)).toBe('That is what stands there already.');
});

test('a line for one of two edges is not told what it says itself', () => {
  expect(said('graph-edges', '', 'da/dx = x')).toMatch(
    /two such edges with \$x\$ each, .* their sum, \$2 x\$/,
  );
  expect(said('graph-edges', '', 'da/dx = y')).toContain('passes to one factor the other factor');
});
