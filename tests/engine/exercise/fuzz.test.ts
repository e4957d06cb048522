// Nothing that is typed throws or hangs, and what cannot be read is marked where. Rules 37 and 38 of SPEC.md.
import { expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';
import { fuzz } from '../../fixtures/responses/fuzz.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20261120);
const COUNT = Number(process.env.FUZZ_COUNT ?? 8000);

test(`${COUNT} responses from seed ${SEED}`, { timeout: 600_000 }, () => {
  for (const { exercise, part, response } of fuzz(SEED, COUNT)) {
    const shown = `${exercise} ${part} ${JSON.stringify(response)} (seed ${SEED})`;
    let verdict: ReturnType<typeof check>;
    try {
      verdict = check(fixture(exercise), part, response);
    } catch (error) {
      throw new Error(`${shown} throws`, { cause: error });
    }
    if (verdict.message.trim() === '') throw new Error(`${shown} gets no sentence`);
    if (verdict.verdict !== 'unreadable') continue;
    const [start, end] = verdict.span ?? [-1, -1];
    if (start < 0 || end < start || end > response.length)
      throw new Error(`${shown} is marked at ${start} to ${end}`);
  }
});

test.each([
  ['20,000 brackets', '('.repeat(20_000)],
  ['20,000 signs', '-'.repeat(20_000)],
  ['1,900 signs', `${'-'.repeat(1900)}z`],
  ['1,900 strokes', `1${'/2'.repeat(950)}`],
  ['powers of brackets', `${'('.repeat(45)}z${')^2'.repeat(45)}`],
  ['a long sum', Array.from({ length: 900 }, () => 'z').join('+')],
  ['a long product', Array.from({ length: 900 }, () => 'z').join(' ')],
  ['nested functions', `${'tanh('.repeat(300)}z${')'.repeat(300)}`],
  ['a huge power', '2^(10^9)'],
  ['a tower', '((((9^9)^9)^9)^9)^9'],
  ['a left side of spaces', `d${' '.repeat(3000)}=1`],
  ['1e999', '1e999'],
  ['a long number', '9'.repeat(3000)],
])('%s gets a verdict', (_, response) => {
  const verdict = check(fixture('tanh-derivative'), '', response);
  expect(['unreadable', 'wrong']).toContain(verdict.verdict);
});

test('sums inside sums are refused before they take long', () => {
  const response = 'sum_p sum_q sum_r sum_u sum_v delta_pq delta_ru delta_vp x_{p+m,q+n} x_{r+m,u+n}';
  expect(['unreadable', 'wrong']).toContain(
    check(fixture('conv-weight-gradient'), 'delta', response).verdict,
  );
});
