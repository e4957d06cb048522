// Habits from programs and speech: functions behind their argument, entries in brackets, indices listed, places said aloud.
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

const verdicts = (place: string, responses: readonly string[]) => {
  const [id = '', part = ''] = place.split(' ');
  return responses.map((response) => check(fixture(id), part, response).verdict);
};
const tex = String.raw;
const all = (verdict: string, n: number) => Array(n).fill(verdict);

test('a function may stand behind its argument', () => {
  const right = [
    '1 - z.tanh()**2',
    '1 - torch.tanh(z).pow(2)',
    '1 - tanh(z).square()',
    '1 - z.tanh().mul(z.tanh())',
  ];
  expect(verdicts('tanh-derivative', right)).toEqual(all('correct', right.length));
  expect(verdicts('tanh-derivative', ['1 - z.square().tanh()', '1 - z.tanh()'])).toEqual(all('wrong', 2));
  const broken = ['1 - z.tanh(2)', '1 - z.pow()', '1 - .tanh()', '1 - z.tanh('];
  expect(verdicts('tanh-derivative', broken)).toEqual(all('unreadable', broken.length));
  expect(verdicts('sigmoid-derivative-exp', ['(-z).exp()/(1 + (-z).exp())**2'])).toEqual(['correct']);
});

test('log1p and expm1 are ln(1 + x) and e^x - 1', () => {
  expect(verdicts('invisible-10 forward', ['np.log1p(np.e)', 'log1p(exp(1))'])).toEqual(all('correct', 2));
  expect(verdicts('invisible-10 forward', ['log1p(1 + e)'])).toEqual(['wrong']);
  expect(verdicts('invisible-10 forward', ['log1p', 'log1p(1, 2)', 'log 1p(e)'])).toEqual(
    all('unreadable', 3),
  );
  expect(verdicts('tanh-one-exp', ['1 - 2/(expm1(2z) + 2)'])).toEqual(['correct']);
});

test('the indices of a sum may be listed in brackets, where something follows', () => {
  const listed = ['1/N sum(n) delta_nk a_nj', '1/N sum_n of delta_nk a_nj'];
  expect(verdicts('batch-gradient entry', listed)).toEqual(all('correct', listed.length));
  expect(verdicts('batch-gradient entry', ['1/N sum(k) delta_nk a_nj'])).toEqual(['wrong']);
  const unclear = ['sum(n)', 'sum(a) delta_nk', 'sum(delta_nk) a_nj'];
  expect(verdicts('batch-gradient entry', unclear)).toEqual(all('unreadable', unclear.length));
});

test('two readings are refused: t applied to z, and a double minus', () => {
  expect(verdicts('tanh-derivative', ['1 - t(z)^2', '1 -- tanh(z)^2', '1 --tanh(z)^2'])).toEqual(
    all('unreadable', 3),
  );
  expect(verdicts('tanh-derivative', ['1 - t(t)', '1 - -tanh(z)^2'])).toEqual(['correct', 'wrong']);
});

test('a pair in brackets is no decimal, and plus with minus may be both', () => {
  const unclear = ['(0,25)', '[0,25]', '(0, 25)', '+-0.25', '+-1/4'];
  expect(verdicts('slope-bounds sigmoid', unclear)).toEqual(all('unreadable', unclear.length));
  expect(verdicts('slope-bounds sigmoid', ['0,25', '(0.25)', '+0.25', '1/2 + -1/4'])).toEqual(
    all('correct', 4),
  );
});

test('entries of an array of weights are counted from 0', () => {
  const right = [
    'W[0][0] = 1, W[0][1] = -1, W[1][0] = -1, W[1][1] = 1, v[0] = 1, v[1] = 1',
    'W[0,0]=1; W[0,1]=-1; W[1,0]=-1; W[1,1]=1; v[0]=v[1]=1',
    'W = np.array([[1,-1],[-1,1]]); v = np.array([1,1])',
  ];
  expect(verdicts('xor-weights', right)).toEqual(all('correct', right.length));
  const fromOne = (right[0] as string).replace(/\d(?=\])/g, (digit) => String(Number(digit) + 1));
  expect(verdicts('xor-weights', [fromOne, 'W[0] = 1', 'W[0][0][0] = 1'])).toEqual(all('unreadable', 3));
});

test('the number of a name is no row of its entries', () => {
  const typed = (entries: readonly string[]) =>
    ['0,0', '0,1', '1,0', '1,1'].map((place, i) => `W1[${place}] = ${entries[i]}`).join('; ');
  expect(verdicts('invisible-8 W1', [typed(['0', '-1', '-1.5', '0'])])).toEqual(['correct']);
  expect(verdicts('invisible-8 W1', [typed(['0', '-1.5', '-1', '0'])])).toEqual(['wrong']);
});

test('slices are added up over the axis of the colon', () => {
  const right = [
    'np.mean(delta[:,k]*a[:,j])',
    '(delta[:, k] * a[:, j]).sum() / N',
    'delta[:,k] @ a[:,j] / N',
    'np.dot(delta[:,k], a[:,j])/N',
  ];
  expect(verdicts('batch-gradient entry', right)).toEqual(all('correct', right.length));
  const wrong = ['np.sum(delta[:,k]*a[:,j])', 'sum(delta[:,k])*sum(a[:,j])/N', 'np.sum(delta[k,:]*a[j,:])/N'];
  expect(verdicts('batch-gradient entry', wrong)).toEqual(all('wrong', wrong.length));
  const unclear = [
    'delta[:,k]*a[:,j]/N',
    'sum(delta[:,:]*a[:,j])/N',
    'sum(delta[1:,k]*a[:,j])/N',
    'sum(delta[:,k]*sum(a[:,j]))/N',
    'sum(delta_{nk}*a_{nj})/N',
    'delta_nk @ a_nj / N',
  ];
  expect(verdicts('batch-gradient entry', unclear)).toEqual(all('unreadable', unclear.length));
});

test('a bracket is closed by its own kind', () => {
  const crossed = ['(2, -1]', '[2, -1)', '[(2, -1])', '\\left(2, -1\\right]'];
  expect(verdicts('invisible-1', crossed)).toEqual(all('unreadable', crossed.length));
  expect(verdicts('invisible-8 W1', ['[[0,-1],(-1.5,0)]', '[[0,-1),[-1.5,0]]'])).toEqual([
    'correct',
    'unreadable',
  ]);
});

test('what is called first or last stands there, or the order is unclear', () => {
  const right = ['first d, then c, f and b, last e', 'd first, then c, f, b, and e last'];
  expect(verdicts('put-in-order', right)).toEqual(all('correct', right.length));
  const turned = ['last e, first d, c, f, b', 'e last, d first, then c, f, b', 'finally e; d c f b'];
  expect(verdicts('put-in-order', turned)).toEqual(all('unreadable', turned.length));
});

test.each(['zero', 'minus one', 'a quarter'])('a number in words is asked for in digits: %s', (response) => {
  const judged = check(fixture('slope-bounds'), 'where', response);
  expect(judged).toMatchObject({ verdict: 'unreadable', message: 'Write numbers in digits: 0, -1, 1/4.' });
});

test.each([
  ['tanh-derivative', '1 - Tanh[z]^2', 'correct'],
  ['tanh-derivative', '1 - Tanh(z)^2', 'unreadable'],
  ['tanh-derivative', '1 - jax.numpy.tanh(z)**2', 'correct'],
  ['relu-backwards', 'If[z > 0, g, 0]', 'correct'],
  ['relu-backwards', 'ifelse(z > 0, g, 0)', 'correct'],
  ['relu-backwards', 'g .* (z .> 0)', 'correct'],
  ['relu-backwards', 'g .* (z .>= 0)', 'wrong'],
  ['relu-backwards', '(z > 0 ? g : 0)', 'correct'],
  ['relu-backwards', '(z > 0 ? g : z)', 'wrong'],
  ['relu-backwards', 'g, if z > 0; 0 otherwise', 'correct'],
  ['relu-backwards', 'g si z > 0, 0 sinon', 'correct'],
  ['log-sum-exp-derivative derivative', 'torch.softmax(s, dim=0)[k]', 'correct'],
  ['log-sum-exp-derivative derivative', 'softmax(s, 2)[k]', 'unreadable'],
  ['invisible-1', 'c(2, -1)', 'correct'],
  ['invisible-8 W1', 'rbind(c(0, -1), c(-1.5, 0))', 'correct'],
  ['delta-recursion', "f'(z[l][j]) sum_k delta[l+1][k] W[l+1][k][j] + z[l][j]**2", 'wrong'],
  // Where upper letters are layers, this is no delta of Kronecker's.
  ['dense-sigmoid-weight weight', 'delta_i^l x_j^{l-1}', 'unreadable'],
])('%s: %s is %s, as R, Julia, Mathematica and speech have it', (place, response, verdict) => {
  expect(verdicts(place, [response])).toEqual([verdict]);
});

test.each([
  ['delta-recursion', tex`f'(z_j^l) \sum_k (W^{l+1})_{kj} (\delta^{l+1})_k`, 'correct'],
  ['delta-recursion', tex`f'(z_j^l) \sum_k [(W^{l+1})^\top]_{jk} \delta_k^{l+1}`, 'correct'],
  ['delta-recursion', tex`f'(z_j^l) \sum_k [(W^{l+1})^\top]_{kj} \delta_k^{l+1}`, 'wrong'],
  ['delta-recursion', tex`f'(z_j^l) \sum_k (W^{l+1})_{jk} \delta_k^{l+1}`, 'wrong'],
  ['batch-gradient entry', '1/N sum_n (delta^T)_{kn} a_nj', 'correct'],
  ['batch-gradient entry', '1/N sum_n (delta^T)_n a_nj', 'unreadable'],
])('entries of an array in brackets, %s: %s is %s', (place, response, verdict) => {
  expect(verdicts(place, [response])).toEqual([verdict]);
});

test('a point between two factors is a product', () => {
  expect(verdicts('sigmoid-derivative', ['sigma . (1 - sigma)', 'sigma(z).(1 - sigma(z))'])).toEqual(
    all('correct', 2),
  );
  expect(verdicts('sigmoid-derivative', ['sigma . (1 + sigma)', '. sigma'])).toEqual(['wrong', 'unreadable']);
});
