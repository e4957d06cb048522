// The house itself: walls between the rooms, sizes of files, and what may not be in the repository.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => /\.(ts|tsx|mjs|astro|css)$/.test(file));

const forbidden: readonly [file: string, from: string][] = [
  ['engine/tape/a.ts', '../formula/index.ts'],
  ['engine/tape/a.ts', 'katex'],
  ['engine/tape/a.ts', 'node:fs'],
  ['engine/tape/ops/a.ts', '../../../components/words.ts'],
  ['engine/formula/a.ts', '../exercise/index.ts'],
  ['engine/formula/a.ts', '../tape/row.ts'],
  ['engine/exercise/a.ts', '../formula/parse.ts'],
  ['engine/exercise/a.ts', 'preact'],
  ['components/figure/a.tsx', '../../engine/tape/row.ts'],
  ['components/exercise/a.ts', '../../src/words.ts'],
  ['components/exercise/a.ts', 'astro:content'],
  ['components/exercise/a.ts', 'node:path'],
  ['src/book/a.ts', '../../engine/exercise/judge.ts'],
];

const allowed: readonly [file: string, from: string][] = [
  ['engine/tape/ops/a.ts', '../row.ts'],
  ['engine/formula/a.ts', '../tape/index.ts'],
  ['engine/exercise/a.ts', '../formula/index.ts'],
  ['components/exercise/a.ts', '../../engine/exercise/index.ts'],
  ['components/exercise/a.ts', 'preact/hooks'],
  ['src/book/a.ts', '../../engine/exercise/index.ts'],
  ['src/mdx/a.ts', '../../components/exercise/index.ts'],
];

/** The files, each of one import, that Biome's rule complains about under the repository's settings. */
function complaints(cases: readonly [file: string, from: string][]): boolean[] {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  copyFileSync('biome.json', join(root, 'biome.json'));
  const files = cases.map(([file, from], i) => {
    const path = file.replace('a.ts', `case-${i}.ts`);
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), `import { x } from '${from}';\n\nexport const y = x;\n`);
    return path;
  });
  const { stdout, stderr } = spawnSync('biome', ['lint', '--vcs-enabled=false', '--max-diagnostics=none'], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true });
  const places = stdout + stderr;
  return files.map((path) => new RegExp(`${path}:\\d+:\\d+ lint/style/noRestrictedImports`).test(places));
}

describe('the walls', () => {
  const refused = complaints([...forbidden, ...allowed]);

  test.each(forbidden.map(([file, from], i) => [file, from, refused[i]]))(
    '%s may not import %s',
    (_file, _from, said) => {
      expect(said).toBe(true);
    },
  );

  test.each(allowed.map(([file, from], i) => [file, from, refused[forbidden.length + i]]))(
    '%s may import %s',
    (_file, _from, said) => {
      expect(said).toBe(false);
    },
  );

  test('keep Astro out of the engine and the content', () => {
    expect(files.filter((file) => /^(engine|content)\/.*\.astro$/.test(file))).toEqual([]);
  });
});

describe('files', () => {
  test('are at most 400 lines long, collected data aside', () => {
    const written = files.filter((file) => !file.startsWith('tests/fixtures/'));
    const long = written.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });

  test('do not hide behind empty names', () => {
    const names = /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.|$)/;
    expect(files.filter((file) => names.test(file))).toEqual([]);
  });

  test('open with a sentence on what they are', () => {
    const silent = files.filter((file) => {
      const text = readFileSync(file, 'utf8').replace(/^#!.*\n/, '');
      return !/^(---\n)?(\/\/|\/\*)/.test(text);
    });
    expect(silent).toEqual([]);
  });
});
