// Runs that judge settings of networks, and the numbers that the text takes from such runs.
import { expect, test } from 'vitest';
import { check, type Exercise, isMeasurement, measured } from '../../../engine/exercise/index.ts';

function network(run: string, weights: readonly string[]): Exercise {
  return {
    id: run,
    title: run,
    chapter: 'test',
    model: '',
    parts: [{ name: '', kind: 'network', weights, require: [], run, mistakes: [] }],
    random: false,
  };
}

const cure = network('vanishing-cure', ['activation', 'scale', 'depth']);
const xor = network('xor-training', ['w11', 'w12', 'w21', 'w22', 'v1', 'v2']);

test.each([
  ['tanh, 1, 30', 'correct', undefined],
  ['activation = relu, scale = sqrt(2), depth = 30', 'correct', undefined],
  ['3, 1.41, 40', 'correct', undefined],
  ['sigmoid, 1, 30', 'wrong', 'vanishing'],
  ['relu, 0.001, 60', 'wrong', 'vanishing'],
  ['relu, 2, 30', 'wrong', 'exploding'],
  ['tanh, 1, 5', 'wrong', 'too-shallow'],
  ['4, 1, 30', 'unreadable', undefined],
  ['tanh, 0, 30', 'unreadable', undefined],
  ['tanh, 1/0, 30', 'unreadable', undefined],
  ['tanh, 1, 1000000', 'unreadable', undefined],
  ['swish, 1, 30', 'unreadable', undefined],
])('a deep net with %s is %s', (response, verdict, misconception) => {
  expect(check(cure, '', response)).toMatchObject({ verdict, ...(misconception && { misconception }) });
});

test('another variant draws other nets and comes to the same verdict', () => {
  for (const seed of [2, 3, 4]) {
    expect(check(cure, '', 'relu, 1.41, 30', { seed }).verdict).toBe('correct');
    expect(check(cure, '', 'sigmoid, 1, 30', { seed }).verdict).toBe('wrong');
  }
});

test.each([
  ['-1, -1, -1, -1, 1, 1', 'correct', /dead from the start/],
  ['0, 0, 0, 0, 0, 0', 'correct', /exactly 0/],
  ['1, 1, -1, -1, 1, 1', 'correct', /Unit 2 is dead/],
  ['100, -100, 100, 50, 30, 20', 'correct', /dead from step 1/],
  ['1, 1, 1, 1, 1, 1', 'correct', /stay alike/],
  ['1, 0.5, 0.3, 1, 0.5, -0.5', 'correct', /come to rest/],
  ['0.5, -0.5, -0.5, 0.5, 0.5, 0.5', 'wrong', /after 13 steps/],
  ['1, -1, -1, 1, 1, 1', 'wrong', /before the first step/],
  ['1e9, 1, 1, 1, 1, 1', 'unreadable', /between/],
])('the start %s is %s', (response, verdict, says) => {
  const found = check(xor, '', response);
  expect(found.verdict).toBe(verdict);
  expect(found.message).toMatch(says);
});

test('the examples of the measurements', () => {
  expect(measured('xor-steps 0.5 -0.5 -0.5 0.5 0.5 0.5')).toBe('13');
  expect(measured('slower sigmoid 1 30')).toBe('3.7 \\cdot 10^{18}');
  // 4.4^29 is about 5 * 10^18.
  expect(measured('slower-a-layer sigmoid 1 30')).toBe('4.4');
  expect(isMeasurement('slower sigmoid 1 30')).toBe(true);
  expect(isMeasurement('faster')).toBe(false);
  expect(() => measured('faster')).toThrow(RangeError);
  expect(() => measured('slower gelu 1 30')).toThrow(RangeError);
});
