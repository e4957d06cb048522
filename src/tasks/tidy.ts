// Puts right in the built pages what Astro leaves as it is.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const charset = '<meta charset="utf-8">';
const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/g;
const script = /<script src="[^"]*early\.js"><\/script>/g;
const style = /<link rel="stylesheet" href="[^"]*">/g;

/** Goes over all pages in the folder `out`, those that were cut out of others, too. */
export async function tidyPages(out: string): Promise<void> {
  for (const path of await readdir(out, { recursive: true })) {
    if (!path.endsWith('.html')) continue;
    const file = join(out, path);
    const html = await readFile(file, 'utf8');
    const tidy = blockingFirst(withoutNames(html));
    if (tidy !== html) await writeFile(file, tidy);
  }
}

/** Astro's `uid` names an island only where the renderer has not numbered it: a random name, which no packing makes smaller. */
function withoutNames(html: string): string {
  return html.replaceAll(/(<astro-island) uid="\w+"(?= data-preact-island-id=)/g, '$1');
}

/**
 * The policy holds for what comes after it, and where it stands behind a script, a browser asks for no style before that has run.
 * What the first frame waits for comes next, before faces and icons, which would take its place on the way.
 */
function blockingFirst(html: string): string {
  const end = html.indexOf('</head>');
  if (!html.slice(0, end).includes(charset)) return html;
  let head = html.slice(0, end);
  const first: string[] = [];
  for (const one of [policy, script, style])
    head = head.replaceAll(one, (element) => {
      first.push(element);
      return '';
    });
  return head.replace(charset, () => charset + first.join('')) + html.slice(end);
}
