// The page on typing says what is read and what is refused: each spelling on it is given to the judge.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, type Exercise, type FormulaPart } from '../../engine/exercise/index.ts';

const page = readFileSync(new URL('../../content/_pages/typing.mdx', import.meta.url), 'utf8');

/** `x` and `y` are numbers in most rows, arrays in a few; the page does not have to know. */
const scalars = 'f : function\naxis K\nx : number\ny : number\ngamma : number\nyhat : number';
const arrays =
  'axis K\naxis I\naxis M\naxis J = I + M - 1\naxis n^l\nlayers 0..5 last L\n' +
  's_k : K\ny_k : K\nX_ij : I x M\nx_i : J\nz_j^l : n^l\na_j^l : n^l\nq_i : I\nr_m : M';
const matrices =
  'axis P\naxis Q\naxis n^l\nlayers 0..5 last L\nv : P\nA : P x Q\nB : Q x P\nC : P x Q\nW^l : n^l x n^{l-1}';

const grounds: Record<string, { model: string; notation: 'entries' | 'matrix' }> = {
  Formulas: { model: scalars, notation: 'entries' },
  'Letters and functions': { model: scalars, notation: 'entries' },
  'Indices and layers': { model: arrays, notation: 'entries' },
  Sums: { model: arrays, notation: 'entries' },
  'Whole matrices': { model: matrices, notation: 'matrix' },
  Numbers: { model: '', notation: 'entries' },
};

/** The rows of the table under a heading, as the code in their cells. */
function rowsUnder(heading: string): string[][][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => /^\|/.test(line) && line.includes('`'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string)),
    );
}

function verdict(
  ground: { model: string; notation: 'entries' | 'matrix' },
  answer: string,
  response: string,
) {
  const part: FormulaPart = {
    name: '',
    kind: 'formula',
    find: `1 * ${answer}`,
    answer,
    notation: ground.notation,
    mistakes: [],
  };
  const exercise: Exercise = {
    id: 'typing',
    title: 'Typing',
    chapter: 'test',
    model: ground.model,
    parts: [part],
    random: false,
  };
  return check(exercise, '', response);
}

describe.each(Object.entries(grounds))('%s', (heading, ground) => {
  const rows = rowsUnder(heading).map((cells) => cells.flat());
  test('there are rows', () => expect(rows.length).toBeGreaterThan(1));
  test.each(rows.flatMap((row) => row.map((typed) => [typed, row[0] as string])))(
    '%s is %s',
    (typed, first) => {
      const found = verdict(ground, first, typed);
      expect(found, found.message).toMatchObject({ verdict: 'correct' });
    },
  );
});

describe('What is not guessed', () => {
  const rows = rowsUnder('What is not guessed');
  const groundOf = (typed: string) =>
    /^101|^1e/.test(typed) ? grounds.Numbers : /[sz]_?|x_/.test(typed) ? grounds.Sums : grounds.Formulas;
  test.each(rows.map(([typed, instead]) => [typed?.[0] as string, instead as string[]] as const))(
    '%s is refused, %s is not',
    (typed, instead) => {
      const ground = groundOf(typed) as { model: string; notation: 'entries' };
      expect(verdict(ground, instead[0] as string, typed).verdict).toBe('unreadable');
      for (const spelling of instead)
        expect(verdict(ground, spelling, spelling), spelling).toMatchObject({ verdict: 'correct' });
    },
  );
});
