// What an instructor does: a new chapter from the template, the check by its command, the judge by its command.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chapter, writeThrowaway } from './throwaway.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

function bookOf(files: Record<string, string>): string {
  const root = writeThrowaway(files);
  roots.push(root);
  return root;
}

function run(root: string, script: string, args: string[] = [], input = '') {
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, BOOK_ROOT: root },
  });
  return { status, out: stdout, err: stderr };
}

const square = chapter(`\`\`\`model m
x : number
f = x^2
\`\`\`

<Exercise id="square" title="A square" model="m" find="d f / d x" answer="2x" aliases="old-square">
  What is the derivative?
  <Mistake is="x">The 2 is lost.</Mistake>
</Exercise>`);

describe('npm run new', () => {
  test('writes a chapter that passes the check as it is', () => {
    const root = bookOf({ 'one/index.mdx': square });
    mkdirSync(join(root, 'content/_template'));
    cpSync(resolve('content/_template'), join(root, 'content/_template'), { recursive: true });
    const made = run(root, 'src/tasks/new.ts', ['chapter', 'my-topic']);
    expect(made.status, made.err).toBe(0);
    expect(readFileSync(join(root, 'content/book.yaml'), 'utf8')).toContain('  - one\n  - my-topic\n');
    const checked = run(root, 'src/check/main.ts');
    expect(checked.out).toContain('2 chapters, 5 exercises: nothing to complain about.');
    expect(checked.status).toBe(0);
    expect(run(root, 'src/tasks/new.ts', ['chapter', 'my-topic']).err).toContain('is there already');
  });

  test('adds it to the chapters, wherever they stand', () => {
    const root = bookOf({ 'one/index.mdx': square });
    cpSync(resolve('content/_template'), join(root, 'content/_template'), { recursive: true });
    const file = join(root, 'content/book.yaml');
    const [before, after] = readFileSync(file, 'utf8').split(/(?=^chapters:)/m) as [string, string];
    writeFileSync(file, `${after.trimEnd()} # the only one\n\n${before}`);
    expect(run(root, 'src/tasks/new.ts', ['chapter', 'my-topic']).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('  - one # the only one\n  - my-topic\n');
    expect(run(root, 'src/check/main.ts').out).toContain('2 chapters');
  });

  test.each([
    [[], 'Write `npm run new -- chapter my-topic`'],
    [['chapter', 'My Topic'], 'cannot name a chapter'],
    [['chapter', 'print'], 'The name `print` is taken by a page of the site.'],
    [['chapter', 'one'], 'is there already'],
    [['chapter', 'square'], 'The name `square` is taken in the book.'],
  ])('%j is answered with what to write', (args, message) => {
    const { status, err } = run(bookOf({ 'one/index.mdx': square }), 'src/tasks/new.ts', args);
    expect(status).toBe(1);
    expect(err).toContain(message);
  });
});

describe('npm run check', () => {
  test('ends with 1 and names the place where an answer is wrong', () => {
    const { status, out } = run(
      bookOf({ 'one/index.mdx': square.replace('"2x"', '"3x"') }),
      'src/check/main.ts',
    );
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/one\/index\.mdx:11:\d+: error: /m);
  });

  test('records the ids, and from then on misses one that vanishes', () => {
    const root = bookOf({ 'one/index.mdx': square });
    expect(run(root, 'src/check/main.ts', ['--record']).status).toBe(0);
    const ids = readFileSync(join(root, 'content/ids.txt'), 'utf8');
    expect(ids).toBe('old-square\nsquare\n');
    const next = bookOf({ 'one/index.mdx': square.replace(' aliases="old-square"', ''), 'ids.txt': ids });
    const { status, out } = run(next, 'src/check/main.ts');
    expect(status).toBe(1);
    expect(out).toContain('content/ids.txt:1:1: error: The exercise `old-square` was published and is gone.');
  });
});

describe('npm run judge', () => {
  const root = bookOf({ 'one/index.mdx': square });

  test('answers line by line, in order', () => {
    const lines = ['2x', 'x + x', 'x', '2x)'].map((response) =>
      JSON.stringify({ exercise: 'square', response }),
    );
    const { status, out } = run(root, 'src/judge/main.ts', [], `${lines.join('\n')}\n\n`);
    expect(status).toBe(0);
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['correct', 'correct', 'wrong', 'unreadable']);
    expect(verdicts[2]).toMatchObject({ exercise: 'square', part: '', misconception: 'mistake-1' });
    expect(verdicts[3].span).toHaveLength(2);
  });

  test('knows an exercise by its old id', () => {
    const { out } = run(
      root,
      'src/judge/main.ts',
      [],
      '{"exercise": "old-square", "response": "2x", "variant": 7}',
    );
    expect(JSON.parse(out)).toMatchObject({ verdict: 'correct' });
  });

  test.each([
    ['not JSON', '{"exercise": '],
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown exercise', '{"exercise": "cube", "response": "2x"}'],
    ['an inherited name', '{"exercise": "__proto__", "response": "2x"}'],
    ['an unknown part', '{"exercise": "square", "part": "dx", "response": "2x"}'],
    ['a response that is a number', '{"exercise": "square", "response": 2}'],
    ['no response', '{"exercise": "square"}'],
    ['a variant that is a text', '{"exercise": "square", "response": "2x", "variant": "1"}'],
    ['an unknown field', '{"exercise": "square", "answer": "2x"}'],
  ])('gives a line with an error for %s, judges the rest, and ends with 1', (_, line) => {
    const right = '{"exercise": "square", "response": "2x"}';
    const { status, out } = run(root, 'src/judge/main.ts', [], `${line}\n${right}\n`);
    expect(status).toBe(1);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(first.error).toEqual(expect.any(String));
    expect(second.verdict).toBe('correct');
  });

  test('takes ten thousand lines in one run', () => {
    const line = '{"exercise": "square", "response": "x + x"}\n';
    const { status, out } = run(root, 'src/judge/main.ts', [], line.repeat(10_000));
    expect(status).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(10_000);
  });

  test('ends quietly when nobody reads on', async () => {
    const judge = spawn('node', ['src/judge/main.ts'], { env: { ...process.env, BOOK_ROOT: root } });
    let complaints = '';
    judge.stderr.on('data', (text) => {
      complaints += text;
    });
    judge.stdin.on('error', () => {});
    judge.stdout.once('data', () => judge.stdout.destroy());
    const ended = new Promise((resolve) => judge.once('close', resolve));
    judge.stdin.end('{"exercise": "square", "response": "x + x"}\n'.repeat(3000));
    expect([await ended, complaints]).toEqual([0, '']);
  });
});
