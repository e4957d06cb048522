// A sentence has to be true of the response that was typed, and where none is found, the plain one is better.
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';

const said = (id: string, part: string, response: string) => check(fixture(id), part, response).message;

test('the side of the activation that was typed is the one that is spoken of', () => {
  const typed = "r sum_k w_k^3 f'(o_k^2) w_jk^2 f'(h_j^1) x_i";
  expect(said('net-derivatives', 'w1', typed)).toMatch(/f'\(h_\{k\}\^\{2\}\)\$ is needed, .*goes into/);
  expect(said('net-derivatives', 'w1', typed)).not.toContain('already');
  const twice = "r w_j^3 f'(f(h_j^2)) o_i^1";
  expect(said('net-derivatives', 'w2', twice)).toMatch(/f'\(h_\{j\}\^\{2\}\)\$ is needed, .*goes into/);
});
