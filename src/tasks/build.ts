// Builds the book: the check first, then the pages, the search index, and what is needed to read offline.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { basePath, currentBook } from '../book/current.ts';
import { fillHome, writeEmbeds } from './embed.ts';
import { copyForIndex } from './index-copy.ts';
import { writeServiceWorker } from './offline.ts';
import { readOptions } from './options.ts';
import { tidyPages } from './tidy.ts';

const values = readOptions({
  out: { type: 'string', default: 'dist' },
  quiet: { type: 'boolean', default: false },
});
const out = resolve(values.out);

function run(what: string, command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BOOK_CHECKED: '1' },
  });
  if (status !== 0) {
    console.error(`${what} failed; nothing is published.`);
    process.exit(status ?? 1);
  }
}

run('The check', 'node', ['src/check/main.ts', ...(values.quiet ? ['--quiet'] : [])]);
run('Building the pages', 'astro', ['build', '--outDir', out, '--silent']);
const book = currentBook();
const base = basePath();
await writeEmbeds(out, book, base);
await fillHome(out, book);
await tidyPages(out);
// A formula is found by its words and its TeX, not by the letters that are drawn; a hint, which is folded up, and what a lab
// shows just now are not found.
const indexed = copyForIndex(out);
run('Indexing for search', 'pagefind', [
  ...['--site', indexed, '--output-path', join(out, 'pagefind')],
  ...['.katex', '.hint', '.lab'].flatMap((selector) => ['--exclude-selectors', selector]),
  '--silent',
]);
rmSync(indexed, { recursive: true });
// The book has its own search dialogue; Pagefind's ready-made ones are not needed.
for (const file of readdirSync(join(out, 'pagefind'))) {
  if (/-ui\.|highlight|unknown/.test(file)) rmSync(join(out, 'pagefind', file));
}
const { files, version } = await writeServiceWorker(out);
console.log(`Built ${files} files into ${values.out}, version ${version}.`);
