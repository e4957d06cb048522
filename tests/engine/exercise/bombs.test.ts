// Short responses that would take for ever to work out end at a bound. Rule 38 of SPEC.md.
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

const SQUARE = '[[1, 2], [3, 4]]';

test.each([
  ['invisible-8', 'W1', `${Array(200).fill(SQUARE).join(' * ')}`],
  ['invisible-8', 'W1', `${'softmax('.repeat(40)}(1, 2)${')'.repeat(40)}`],
  ['log-sum-exp', 'softmax', `${'softmax('.repeat(40)}(1, 2, 3)${')'.repeat(40)}`],
  ['two-layer-matrix', 'W1', `${'X @ '.repeat(900)}X`],
  ['two-layer-matrix', 'W1', `${'X ⊗ '.repeat(900)}X`],
  ['slope-bounds', 'sigmoid', '((((9^9)^9)^9)^9)^9'],
  ['slope-bounds', 'sigmoid', 'exp(exp(exp(exp(exp(10)))))'],
  ['slope-bounds', 'sigmoid', `${'z = '.repeat(900)}1/4`],
] as const)('%s %s: %s', (id, part, response) => {
  expect(check(fixture(id), part, response).verdict).toMatch(/wrong|unreadable/);
});
