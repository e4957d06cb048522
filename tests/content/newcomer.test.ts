// Does what content/README.md says, in its order, in a copy of the book's content, as a newcomer would.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBook } from '../../src/book/index.ts';
import { firstChapterOnly, readme, shown } from './readme.ts';

const root = mkdtempSync(join(tmpdir(), 'newcomer-'));
const at = (path: string): string => join(root, 'content', path);

beforeAll(() => {
  cpSync('content', join(root, 'content'), { recursive: true });
  writeFileSync(at('book.yaml'), firstChapterOnly(readFileSync(at('book.yaml'), 'utf8')));
});
afterAll(() => rmSync(root, { recursive: true }));

/** A command as it stands on the page, for this copy of the content. */
function type(command: string, input = '') {
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    input,
    env: { ...process.env, BOOK_ROOT: root },
  });
  return { status, out: stdout, err: stderr };
}

/** The verdicts on some responses to one exercise, in their order. */
function verdictsOn(exercise: string, ...responses: string[]): unknown[] {
  const lines = responses.map((response) => JSON.stringify({ exercise, response }));
  const { out } = type('npm run -s judge', `${lines.join('\n')}\n`);
  return out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { verdict: unknown }).verdict);
}

describe('a newcomer who follows content/README.md', () => {
  const file = 'my-topic/index.mdx';

  test('makes a chapter, which is in the book and passes the check as it is', () => {
    const command = shown('Make a chapter.');
    expect(command).toBe('npm run new -- chapter my-topic');
    const made = type(command);
    expect(made.status, made.err).toBe(0);
    expect(made.out).toContain('content/my-topic/index.mdx');
    expect(readFileSync(at('book.yaml'), 'utf8')).toMatch(/\n {2}- my-topic\n/);

    expect(shown('Check it.')).toBe('npm run check');
    const checked = type('npm run check');
    expect(checked.out).not.toContain('error');
    expect(checked.status, checked.out).toBe(0);
  }, 120_000);

  test('is told where an answer is wrong, mends it, and has it accepted', () => {
    const written = readFileSync(at(file), 'utf8');
    writeFileSync(at(file), written.replace('answer="2x + 3"', 'answer="2x + 4"'));
    const refused = type('npm run check');
    expect(refused.status).toBe(1);
    const [place] = shown('What is wrong is named').split(':');
    const line = written.split('\n').findIndex((text) => text.includes('answer="2x + 3"')) + 1;
    expect(refused.out).toMatch(
      new RegExp(`^${place}:${line}:\\d+: error: The answer is not d f / d x`, 'm'),
    );

    writeFileSync(at(file), written);
    expect(verdictsOn('my-topic-slope', '3 + x + x', '2x')).toEqual(['correct', 'wrong']);
  }, 120_000);

  test('writes the smallest chapter in its place, in at most 15 lines, and solves its exercise', () => {
    const smallest = shown('## The smallest chapter');
    expect(smallest).toMatch(/^---\ntitle: Squares\n/);
    expect(smallest.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
    writeFileSync(at(file), `${smallest}\n`);
    const checked = type('npm run check');
    expect(checked.status, checked.out).toBe(0);
    expect(checked.out).toMatch(/^content\/my-topic\/index\.mdx:\d+ square-slope {2}.*1 mistake caught/m);
    expect(verdictsOn('square-slope', '2x', 'x')).toEqual(['correct', 'wrong']);
  }, 120_000);

  test('leaves the chapter out again by one line', () => {
    expect(readme).toContain('`- relu-xor: off`');
    const book = readFileSync(at('book.yaml'), 'utf8');
    writeFileSync(at('book.yaml'), book.replace(/^ {2}- my-topic$/m, '  - my-topic: off'));
    const { chapters, problems } = readBook(root);
    expect(problems).toEqual([]);
    expect(chapters.map(({ id }) => id)).not.toContain('my-topic');
  });
});

describe('content/README.md', () => {
  test('speaks of every element, kind and field that stands in its tables', async () => {
    const { kinds } = await import('../../src/book/kinds.ts');
    for (const kind of Object.keys(kinds)) expect(readme, kind).toContain(`| \`${kind}\` |`);
    for (const element of [
      'Exercise',
      'Part',
      'Mistake',
      'Hint',
      'Solution',
      'Option',
      'Step',
      'Ref',
      'Cite',
    ])
      expect(readme, element).toContain(`<${element}`);
  });
});
