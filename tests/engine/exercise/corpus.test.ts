// Every response of the corpus gets its verdict, and most wrong ones a name. All rules of SPEC.md at work together.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/exercise/index.ts';
import { fixture } from '../../fixtures/exercises/index.ts';
import { RESPONSES } from '../../fixtures/responses/index.ts';

interface Spelling {
  readonly exercise: string;
  readonly part: string;
  readonly text: string;
  readonly latex: string;
  readonly verdict: string;
}

const spellings: readonly Spelling[] = JSON.parse(
  readFileSync(new URL('../../fixtures/responses/both-spellings.json', import.meta.url), 'utf8'),
);
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

test.each(spellings.flatMap((row) => [row.text, row.latex].map((typed) => [row, typed] as const)))(
  '%o: %s',
  (row, typed) => {
    expect(check(fixture(row.exercise), row.part, typed).verdict).toBe(row.verdict);
  },
);

const ids = [...new Set(RESPONSES.map((row) => row.exercise))];
describe.each(ids)('%s', (id) => {
  const rows = RESPONSES.filter((row) => row.exercise === id);
  test.each(rows.map((row) => [short(row.response), row.part, row.verdict, row] as const))(
    '%s (%s) is %s',
    (_, part, verdict, row) => {
      const judged = check(fixture(id), part, row.response);
      expect(judged.verdict, judged.message).toBe(verdict);
      if (row.misconception) expect(judged).toMatchObject({ misconception: row.misconception });
      if (judged.verdict !== 'unreadable') return;
      const [start, end] = judged.span ?? [-1, -1];
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(row.response.length);
    },
  );
});

test('at least 80 of 100 wrong responses are named', () => {
  const wrong = RESPONSES.filter((row) => row.verdict === 'wrong');
  const named = wrong.filter(
    (row) => 'misconception' in check(fixture(row.exercise), row.part, row.response),
  );
  expect(named.length / wrong.length).toBeGreaterThan(0.8);
});
