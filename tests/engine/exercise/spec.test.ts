// One example or more for every rule of engine/exercise/SPEC.md, by its number.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

type Line = readonly [rule: number, place: string, response: string, verdict: string];

const tex = String.raw;
const RECURSION = "f'(z_j^l) sum_k delta_k^{l+1} W_kj^{l+1}";

const TABLE: readonly Line[] = [
  [1, 'tanh-derivative', '1 − tanh²(z)', 'correct'],
  [1, 'tanh-derivative', tex`$1-\tanh^2\left(z\right)$`, 'correct'],
  [2, 'conv-params', 'mck^2 + m', 'correct'],
  [2, 'mse-grad', '2/N (yhat_i - y_i)', 'correct'],
  [1, 'tanh-derivative', tex`The answer is \boxed{1-\tanh^2(z)}.`, 'correct'],
  [3, 'delta-recursion', tex`f'(z_j^l) \sum_{k'} \delta_{k'}^{l+1} W_{k'j}^{l+1}`, 'correct'],
  [3, 'delta-recursion', "f'(z[l][j]) sum_k delta[l+1][k] W[l+1][k][j]", 'correct'],
  [3, 'delta-recursion', "f'(z^l_j) sum_k delta^{(l+1)}_k W^{(l+1)}_{k,j}", 'correct'],
  [4, 'softmax-jacobian', 'f_k([k=l] - f_l)', 'correct'],
  [4, 'softmax-jacobian', 'F_k([k=l] - F_l)', 'unreadable'],
  [5, 'softmax-jacobian', 'f_k (delta_kl - f_l)', 'correct'],
  [5, 'conv-weight-gradient full', 'sum_{i,j} delta_ij x_{i+m,j+n}', 'unreadable'],
  [6, 'softmax-jacobian', tex`f_k(\mathbf{1}_{\{k=l\}}-f_l)`, 'correct'],
  [6, 'softmax-jacobian', tex`\begin{cases} f_k(1-f_k) & k=l \\ -f_k f_l & k \ne l \end{cases}`, 'correct'],
  [6, 'softmax-jacobian', 'f_k(1 - f_k), k = l; -f_k f_l, k != l', 'correct'],
  [6, 'relu-backward', 'g_i * x_i > 0', 'unreadable'],
  [6, 'relu-backward', 'g_i if x_i > 0 else 0', 'correct'],
  [6, 'relu-backward', 'where(x_i > 0, g_i, 0)', 'correct'],
  [7, 'delta-recursion', "f'(z_j^l) sum delta_k^{l+1} W_kj^{l+1}", 'unreadable'],
  [8, 'delta-recursion', tex`f'(z_j^l)\sum_{k=1}^{n_{l+1}}\delta_k^{l+1}W_{kj}^{l+1}`, 'correct'],
  [8, 'batch-gradient entry', '1/N sum_{n=0}^{N-1} delta_nk a_nj', 'correct'],
  [9, 'tanh-derivative', '1 - tanh z^2', 'unreadable'],
  [9, 'slope-bounds sigmoid', tex`1\frac14`, 'unreadable'],
  [9, 'tanh-one-exp', '1 - 2/(e^2z + 1)', 'unreadable'],
  [9, 'dense-params', '101,770', 'unreadable'],
  [10, 'ce-by-logit onehot', 'f_l - y', 'unreadable'],
  [10, 'delta-recursion', 'delta_j^l', 'unreadable'],
  [10, 'tanh-derivative', "tanh'(z)", 'unreadable'],
  [11, 'mse-grad', 'dE/dyhat_i = 2 (yhat_i - y_i)/N', 'correct'],
  [11, 'sigmoid-derivative', 's(1 - s) with s = sigma(z)', 'correct'],
  [11, 'mse-grad', 'y_i = 2 (yhat_i - y_i)/N', 'unreadable'],
  [12, 'delta-matrix delta', tex`f'(z^l) \odot (W^{l+1})^\top \delta^{l+1}`, 'correct'],
  [12, 'two-layer-matrix W1', "O' D", 'correct'],
  [12, 'two-layer-matrix W1', "einsum('nj,nk->jk', O, D)", 'correct'],
  [12, 'batch-gradient entry', 'np.sum(delta_nk * a_nj, axis=0)/N', 'correct'],
  [12, 'two-layer-matrix W1', 't(O) %*% D', 'correct'],
  [12, 'log-sum-exp-derivative derivative', 'np.exp(s[k])/np.sum(np.exp(s))', 'correct'],
  [12, 'two-layer-matrix D2', '(D W1^T) .* [H > 0]', 'correct'],
  [13, 'slope-bounds sigmoid', '0,25', 'correct'],
  [13, 'slope-bounds sigmoid', '25%', 'correct'],
  [13, 'slope-bounds sigmoid', '1e999', 'unreadable'],
  [14, 'invisible-8 W1', '[[0; -1]; [-1,5; 0]]', 'correct'],
  [14, 'outer-product', '[[3,0,5],[-6,-10]]', 'unreadable'],
  [15, 'delta-recursion', "f'(z_j^l) delta_k^{l+1} W_kj^{l+1}", 'wrong missing-sum'],
  [15, 'weight-gradient', 'sum_k delta_k^l a_j^{l-1}', 'wrong index-twice'],
  [16, 'delta-matrix weights', '(delta^l)^T a^{l-1}', 'wrong shape'],
  [16, 'sgd-zero-init step1-w3', '-0.125', 'wrong shape'],
  [17, 'conv-input-gradient', 'sum_{m,n} delta_{a-m,b-n} w_mn', 'correct'],
  [18, 'ce-by-logit onehot', 'f_l sum_k y_k - y_l', 'correct'],
  [18, 'weight-gradient', 'delta_k^l f(z_j^{l-1})', 'correct'],
  [19, 'log-sum-exp-derivative derivative', '1/sum_j e^{s_j - s_k}', 'correct'],
  [20, 'relu-backward', 'g_i (x_i + |x_i|)/(2 x_i)', 'correct'],
  [20, 'relu-backward', 'max(0, g_i)', 'wrong'],
  [20, 'relu-backward', 'g_i [x_i > 0.01]', 'wrong'],
  [20, 'relu-backward', 'g_i [x_i > 0] [x_i < 1000]', 'wrong'],
  [20, 'two-layer-matrix D2', '(D W1^T) .* [H >= 0]', 'wrong'],
  [21, 'tanh-derivative', '0/0', 'wrong'],
  [22, 'two-layer-matrix W1', 'D^T O', 'wrong transpose'],
  [23, 'invisible-9 forward', 'e/(1+e)', 'correct'],
  [24, 'invisible-9 forward', '0.7311', 'correct'],
  [25, 'invisible-9 forward', '0.731', 'form'],
  [25, 'invisible-9 forward', '0.7310', 'wrong rounding'],
  [26, 'sgd-zero-init step1-w3', '(-0.125, -0.063)', 'wrong'],
  [27, 'tanh-derivative', '1/cosh(z)', 'wrong'],
  [28, 'tanh-derivative', '1/cosh(z)^2', 'form'],
  [28, 'sigmoid-derivative-exp', '1/(2 + e^z + e^-z)', 'form'],
  [29, 'softmax-jacobian', 'f_k (1 - f_k)', 'wrong mistake-1'],
  [30, 'ce-by-logit onehot', 'y_l - f_l', 'wrong sign'],
  [30, 'batch-gradient entry', 'sum_n delta_nk a_nj', 'wrong size-factor'],
  [30, 'graph-partials dx', '2x + y', 'wrong term-factor'],
  [31, 'conv-params', 'm c k^2', 'wrong term-missing'],
  [31, 'ce-by-logit onehot', '(f_l - y_l) f_l', 'wrong factor-added'],
  [32, 'delta-recursion', 'sum_k delta_k^{l+1} W_kj^{l+1}', 'wrong derivative-missing'],
  [32, 'delta-recursion', RECURSION.replace('z_j^l', 'a_j^l'), 'wrong pre-or-post-activation'],
  [33, 'conv-input-gradient', 'sum_{m,n} delta_{a+m,b+n} w_mn', 'wrong kernel-flipped'],
  [33, 'weight-gradient', 'delta_k^l a_j^l', 'wrong layer-shift'],
  [34, 'delta-last vector', '(a^L - t)^T', 'wrong transpose'],
  [34, 'delta-matrix weights', 'delta^l .* (a^{l-1})^T', 'wrong matrix-product'],
  [35, 'weight-gradient', 'delta_j^l a_k^{l-1}', 'wrong transpose'],
  [36, 'invisible-9 forward', '0.2689', 'wrong complement'],
  [36, 'invisible-1', '(-1, 2)', 'wrong entries-exchanged'],
  [37, 'tanh-derivative', '', 'unreadable'],
  [38, 'tanh-derivative', '('.repeat(20_000), 'unreadable'],
  [39, 'choose-some', 'A and C', 'correct'],
  [39, 'put-in-order', '1. d 2. c 3. f 4. b 5. e', 'correct'],
  [39, 'choose-one', 'a, b', 'unreadable'],
  [40, 'xor-weights', 'W = [[1,-1],[-1,1]], v = (1, 1)', 'correct'],
  [40, 'xor-weights', 'sqrt(2), -1, -1, 1, 1, 1', 'unreadable'],
  [40, 'xor-not-linear', '2 2 2 2', 'correct'],
  [41, 'tanh-definition-slip', 'line 2: (e^z - e^-z)/(e^z + e^-z)', 'correct'],
  [41, 'data-row-slip', '0 - 1 -> 0', 'correct'],
  [41, 'tanh-definition-slip', '2', 'form'],
  [41, 'tanh-definition-slip', '2 (e^z - e^-z)/(e^z + e^-z)', 'unreadable'],
  [42, 'graph-build', 's = x + y; t = s + x; f = s t', 'correct'],
  [42, 'graph-edges', 'da/dy = 0', 'unreadable'],
  [43, 'conv-backward-code', 'function backward(', 'unreadable'],
];

test.each(TABLE.map((line) => [line[0], line[2].slice(0, 60), line] as const))(
  'rule %i: %s',
  (_, __, line) => {
    const [, place, response, expected] = line;
    const [id = '', part = ''] = place.split(' ');
    const verdict = check(fixture(id), part, response);
    const [kind, name] = expected.split(' ');
    expect(verdict.verdict, verdict.message).toBe(kind);
    if (name) expect(verdict).toMatchObject({ misconception: name });
  },
);

test('every rule has an example', () => {
  const spec = readFileSync(new URL('../../../engine/exercise/SPEC.md', import.meta.url), 'utf8');
  const rules = [...spec.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
  expect(rules).toEqual(Array.from({ length: rules.length }, (_, i) => i + 1));
  expect([...new Set(TABLE.map(([rule]) => rule))]).toEqual(rules);
});

test.each([
  ['xor-weights', 'none', '“none” is not a number, and no names are needed here.'],
  ['relu-backward', 'g_i [q_i > 0]', 'There is no q in this exercise.'],
])('%s: %s is told what it is', (id, response, message) => {
  expect(check(fixture(id), '', response)).toMatchObject({
    verdict: 'unreadable',
    message: expect.stringContaining(message),
  });
});
