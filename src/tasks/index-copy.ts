// What the search index is made from: a copy of the pages in which the TeX of every formula counts as text, and in which what
// is read in later (src/layouts/Later.astro) stands at its place.
// The pages themselves do without that mark, which would stand in them a thousand times. Each word of TeX begins with a sign that
// is not seen, by which an excerpt can leave it out: the words of the formula follow it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readIn } from '../layouts/kept.ts';
import { TEX_SIGN } from '../scripts/tex-sign.ts';

/** Writes the copy to a new folder, which the caller removes, and returns its path. */
export function copyForIndex(out: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'search-'));
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const html = readFileSync(join(out, path), 'utf8');
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(
      join(copy, path),
      readIn(html).replaceAll(
        / data-tex="([^"]*)"/g,
        (_, tex: string) =>
          ` data-pagefind-index-attrs="data-tex" data-tex="${tex.replaceAll(/\S+/g, `${TEX_SIGN}$&`)}"`,
      ),
    );
  }
  return copy;
}
