// Takes out of the built pages what nothing reads: the random names of islands, which no packing makes smaller.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Astro's `uid` names an island only where the renderer has not numbered it. */
export async function slimPages(out: string): Promise<void> {
  for (const path of await readdir(out, { recursive: true })) {
    if (!path.endsWith('.html')) continue;
    const file = join(out, path);
    const html = await readFile(file, 'utf8');
    const slim = html.replaceAll(/(<astro-island) uid="\w+"(?= data-preact-island-id=)/g, '$1');
    if (slim !== html) await writeFile(file, slim);
  }
}
