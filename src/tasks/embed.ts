// Writes a page for each exercise alone, `/embed/<id>/`, cut out of the chapter's built page: to be shown in other sites' frames.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/index.ts';
import { facesOf } from '../layouts/faces.ts';
import { readIn } from '../layouts/kept.ts';
import { words } from '../words.ts';

/** The number of pages written. `base` starts and ends with a slash. */
export async function writeEmbeds(out: string, book: Book, base: string): Promise<number> {
  let written = 0;
  for (const chapter of book.chapters) {
    if (chapter.exercises.length === 0) continue;
    const html = await readFile(join(out, chapter.id, 'index.html'), 'utf8');
    const head = headOf(html);
    const scripts = scriptsOf(html);
    const [body] = /<body[^>]*>/.exec(html)!;
    for (const { exercise } of chapter.exercises) {
      const section = sectionOf(html, exercise.id);
      if (section === undefined) throw new Error(`The page of ${chapter.id} has no exercise ${exercise.id}.`);
      const address = `${base}${chapter.id}/#${exercise.id}`;
      const page = [
        withFacesOf(head, section).replace(
          /<title>[^<]*<\/title>/,
          `<title>${escapeHtml(exercise.title)}</title>`,
        ),
        `${body.replace(/class="[^"]*"/, 'class="embed"')}<main id="main">${topHeading(section)}`,
        `<p class="embed-source">${escapeHtml(words.embedFrom)} <a href="${address}" target="_blank" rel="noopener">`,
        `${escapeHtml(`${book.title}, ${chapter.title}`)}</a></p></main>`,
        `${scripts}${pageScripts(html)}<script src="${base}embedded.js"></script></body></html>`,
      ];
      const folder = join(out, 'embed', exercise.id);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'index.html'), page.join(''));
      written += 1;
    }
  }
  return written;
}

/** Puts the exercise that the first page offers into it, with the styles and scripts that it needs. */
export async function fillHome(out: string, book: Book): Promise<void> {
  const file = join(out, 'index.html');
  const home = await readFile(file, 'utf8');
  const place = /<div class="try" data-try="([^"]+)"[^>]*>[\s\S]*?<\/div>/.exec(home);
  const id = place?.[1];
  const chapter = book.chapters.find(({ exercises }) => exercises.some(({ exercise }) => exercise.id === id));
  if (!place || !id || !chapter) return;
  const html = await readFile(join(out, chapter.id, 'index.html'), 'utf8');
  const section = sectionOf(html, id);
  if (section === undefined) throw new Error(`The page of ${chapter.id} has no exercise ${id}.`);
  const styles = (html.match(/<link rel="stylesheet"[^>]*>/g) ?? []).filter((link) => !home.includes(link));
  const faces = facesIn(html, section).filter((link) => !home.includes(link));
  const scripts = home.includes('<style>astro-island') ? '' : scriptsOf(html);
  await writeFile(
    file,
    home
      .replace(place[0], () => `<div class="try" data-pagefind-ignore>${section}${scripts}</div>`)
      .replace(/<link rel="stylesheet"/, (link) => `${[...faces, ...styles].join('')}${link}`),
  );
}

/** The head, without what is for search engines and for the whole site. */
function headOf(html: string): string {
  return readIn(html.slice(0, html.indexOf('<body')))
    .replace(/<link rel="(canonical|manifest)"[^>]*>/g, '')
    .replace('<head>', '<head><meta name="robots" content="noindex">');
}

const faceLink = /<link rel="preload"[^>]*\/KaTeX_[^>]*>/g;

/** Those of the page's links to faces of which a section of it has need. */
function facesIn(html: string, section: string): string[] {
  const faces = facesOf(section);
  return (html.match(faceLink) ?? []).filter((link) => faces.some((face) => link.includes(`/${face}.`)));
}

/** The head of a page that has this section only. */
function withFacesOf(head: string, section: string): string {
  const needed = facesIn(head, section);
  return head.replace(faceLink, (link) => (needed.includes(link) ? link : ''));
}

/** The islands' own script and style, which Astro puts before the first island of a page. */
function scriptsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const inline = body.match(/<style>astro-island[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g) ?? [];
  return [...new Set(inline)].join('');
}

/** What the scripts of every page do is of use here, too: wide formulas within reach of the keyboard, copies as TeX. */
function pageScripts(html: string): string {
  return (html.match(/<script type="module" src="[^"]*"><\/script>/g) ?? []).join('');
}

/** The exercise's title is the page's. */
function topHeading(section: string): string {
  return section.replace(/<h(\d) (class="exercise-title"[\s\S]*?)<\/h\1>/, '<h1 $2</h1>');
}

/** `<section ... data-exercise="id">` up to the tag that closes it. */
function sectionOf(html: string, id: string): string | undefined {
  const mark = html.indexOf(`data-exercise="${id}"`);
  if (mark < 0) return undefined;
  const start = html.lastIndexOf('<section', mark);
  const tag = /<section\b|<\/section>/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[0] === '</section>' ? -1 : 1;
    if (depth === 0)
      return readIn(html.slice(start, tag.lastIndex)).replaceAll(/<script>[\s\S]*?<\/script>/g, '');
  }
  return undefined;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
