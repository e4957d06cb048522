// Writes the service worker of a built book: the list of its files and a version that changes when any of them does.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { cardFile } from '../card.ts';

const workerFile = 'offline.js';

/** What only other sites and systems ask for. */
const elsewhere = new Set([cardFile, 'icon.png']);

/** Fills src/public/offline.js, already copied to `out`, with the files of the build. */
export async function writeServiceWorker(out: string): Promise<{ files: number; version: string }> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== workerFile && !elsewhere.has(path) && !path.endsWith('.map'))
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(await readFile(join(out, path)));
  const template = await readFile(join(out, workerFile), 'utf8');
  hash.update(template);
  const version = hash.digest('hex').slice(0, 12);
  const addresses = paths.map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
  const filled = template
    .replace("'__VERSION__'", JSON.stringify(version))
    .replace("['__FILES__']", JSON.stringify(addresses));
  await writeFile(join(out, workerFile), filled);
  return { files: paths.length, version };
}
