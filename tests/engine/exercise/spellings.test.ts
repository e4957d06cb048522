// Spellings that readers bring along from papers and slides, judged through the door.
import { expect, test } from 'vitest';
import { check, type Exercise, type Part } from '../../../engine/exercise/index.ts';

const exercise = (model: string, part: Partial<Part>): Exercise => ({
  id: 'spelling',
  title: 'Spelling',
  chapter: 'test',
  model,
  parts: [{ name: '', kind: 'formula', notation: 'entries', mistakes: [], ...part } as Part],
  random: false,
});

const softmax = exercise('axis K\ns_k : K\nf_k = exp(s_k) / sum_c exp(s_c)', {
  find: 'd f_k / d s_l',
  answer: 'f_k ([k=l] - f_l)',
  using: ['f'],
});

test.each(['f_k (delta_kl - f_l)', 'f_k (δ_kl − f_l)', 'f_l(\\delta_{lk}-f_k)', 'f_k(\\delta_{k,l} - f_l)'])(
  'an undeclared delta with two indices is Kronecker’s: %s',
  (response) => expect(check(softmax, '', response).verdict).toBe('correct'),
);

test.each([
  'f_k (1 - f_k) [k=l] - f_k f_l [k≠l]',
  'f_k (1 - f_k) [k=l] - f_k f_l [k<>l]',
  '\\begin{cases} f_k(1-f_k) & k=l \\\\ -f_k f_l & k \\neq l \\end{cases}',
  '\\begin{cases} f_k(1-f_k), & \\text{if } k=l, \\\\ -f_k f_l, & \\text{otherwise} \\end{cases}',
  '\\begin{cases} f_k(1-f_k) & k=l \\\\ f_k(1-f_k) - f_k f_l - f_k(1-f_k) & k=k \\end{cases}',
])('cases, one by one or in one environment: %s', (response) => {
  expect(check(softmax, '', response).verdict).toBe('correct');
});

test.each([
  ['\\begin{cases} f_k(1-f_k) & k=l \\\\ f_k f_l & k \\neq l \\end{cases}', 'wrong'],
  ['\\begin{cases} f_k(1-f_k) & k=l \\end{cases}', 'wrong'],
  ['\\begin{cases} f_k(1-f_k) & k=l \\\\ -f_k f_l \\end{cases}', 'unreadable'],
  ['\\begin{cases} f_k(1-f_k) & k=l \\\\ -f_k f_l & k \\neq l', 'unreadable'],
  ['\\begin{cases} \\end{cases}', 'unreadable'],
])('%s is %s', (response, verdict) => expect(check(softmax, '', response).verdict).toBe(verdict));

test('digits and letters may be one word below an array', () => {
  const model = 'axis I = 2\naxis J = 2\nw_ij : I x J\nx_j : J\ny_i = sum_j w_ij x_j';
  const dense = exercise(model, { find: 'y_i', answer: 'sum_j w_ij x_j' });
  expect(check(dense, '', 'w_i0 x_0 + w_i1 x_1').verdict).toBe('correct');
  expect(check(dense, '', 'w_0i x_0 + w_1i x_1').verdict).toBe('wrong');
});

test.each(['f_k (delta_k - f_l)', 'f_k (delta - f_l)', 'f_k (delta_{klm} - f_l)'])(
  'with any other number of indices it is unknown: %s',
  (response) => expect(check(softmax, '', response).verdict).toBe('unreadable'),
);

const net = [
  'axis n^l',
  'layers 0..5 last L',
  'f : function',
  'x_j : n^0',
  'W_ji^l : n^l x n^{l-1}',
  'a_j^0 = x_j',
  'z_j^l = sum_i W_ji^l a_i^{l-1}',
  'a_j^l = f(z_j^l)',
  'L = sum_k (a_k^L)^2',
  'delta_j^l = d L / d z_j^l',
].join('\n');

test.each([
  "(W^{l+1})^{\\mathsf{T}} \\delta^{l+1} \\odot f'(z^l)",
  "(\\mathbf{W}^{l+1})^{\\mathrm{T}} \\delta^{l+1} \\odot f'(\\mathbf{z}^l)",
  "f'(z^l) ⊙ ((W^{l+1})ᵀ δ^{l+1})",
  "f'(z^l) ∘ ((W^{l+1})ᵀ δ^{l+1})",
])('letters in other faces and drawn operators: %s', (response) => {
  const part = {
    find: 'delta^l',
    answer: "f'(z^l) .* ((W^{l+1})^T delta^{l+1})",
    notation: 'matrix',
  } as const;
  expect(check(exercise(net, part), '', response).verdict).toBe('correct');
});

test('the size of a layer may bound a sum', () => {
  const part = { find: 'delta_j^l', answer: "f'(z_j^l) sum_k delta_k^{l+1} W_kj^{l+1}" };
  const response = "f'(z_j^l) \\sum_{k=1}^{n_{l+1}} \\delta^{l+1}_k W^{l+1}_{kj}";
  expect(check(exercise(net, part), '', response).verdict).toBe('correct');
});

test('a slip is not mended by naming the quantity itself', () => {
  const slip: Exercise = {
    ...exercise(net, {}),
    parts: [
      {
        name: '',
        kind: 'slip',
        find: 'delta_j^l',
        lines: ['delta_j^l = sum_k delta_k^{l+1} W_kj^{l+1}'],
        notation: 'entries',
        mistakes: [],
      },
    ],
  };
  expect(check(slip, '', '1: delta_j^l').verdict).toBe('unreadable');
  expect(check(slip, '', "1: f'(z_j^l) sum_k delta_k^{l+1} W_kj^{l+1}").verdict).toBe('correct');
});

test.each(['max(0, x)', 'relu(x)'])('at 0 the slope of %s is 0, and a jump there counts', (value) => {
  const slope = exercise(`x : number\ng : number\nM = g ${value}`, {
    find: 'd M / d x',
    answer: 'g [x > 0]',
  });
  expect(check(slope, '', 'g H(x)').verdict).toBe('correct');
  expect(check(slope, '', 'g max(0, x)/x').verdict).toBe('correct');
  expect(check(slope, '', 'g [x >= 0]')).toMatchObject({ verdict: 'wrong', misconception: 'condition' });
  const found = exercise(slope.model, { find: 'd M / d x' });
  expect(['g [x > 0]', 'g [x >= 0]'].map((response) => check(found, '', response).verdict)).toEqual([
    'correct',
    'wrong',
  ]);
  const open = exercise(`x : number, nonzero\ng : number\nM = g ${value}`, { find: 'd M / d x' });
  expect(check(open, '', 'g [x >= 0]').verdict).toBe('correct');
});

test.each([
  'f_k \\left([\\![k=l]\\!] - f_l\\right)',
  'f_k(\\mathbbm{1}_{k=l} - f_l)',
  'f_k(\\delta_{kl} - f_l) \\tag{3}',
  'f_k(\\delta_{kl} - f_l) \\quad \\text{since } \\sum_k f_k = 1',
  'f_k(\\delta_{kl} - f_l \\Sigma_m f_m)',
])('signs from printed pages: %s', (response) => {
  expect(check(softmax, '', response).verdict).toBe('correct');
});

test.each([
  ['k=l: f_k(1-f_k); k!=l: -f_k f_l', 'correct'],
  ['for k = l: f_k(1-f_k), otherwise: -f_k f_l', 'correct'],
  ['if k = l then f_k(1-f_k) else -f_k f_l', 'correct'],
  ['if k == l: f_k(1-f_k)\nelse: -f_k f_l', 'correct'],
  ['k \\neq l: -f_k f_l, \\quad k = l: f_k - f_k^2', 'correct'],
  ['k = l: -f_k f_l, k != l: f_k(1-f_k)', 'wrong'],
  ['k = l: 2 f_k, otherwise: f_k([k=l] - f_l)', 'wrong'],
  ['if k = l then f_k(1-f_k)', 'unreadable'],
  ['k = l: f_k(1-f_k), k != l:', 'unreadable'],
])('conditions may come first: %s is %s', (response, verdict) => {
  expect(check(softmax, '', response).verdict).toBe(verdict);
});

test('a size in small letters is the size inside an index, too', () => {
  const flipped = exercise('axis K1\nw_m : K1\nx_m : K1\ny = sum_m w_m x_{K1-1-m}', { find: 'y' });
  expect(check(flipped, '', 'sum_m w_m x_{k_1-1-m}').verdict).toBe('correct');
  expect(check(flipped, '', 'sum_m w_m x_{k_1-m}').verdict).toBe('wrong');
});
