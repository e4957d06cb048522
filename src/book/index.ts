// The one reader of content: book.yaml and the chapters' files to a book of data, faults included. It never throws on what is written there.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAcross, reserved } from './across.ts';
import { type BookFile, readBookFile } from './book-file.ts';
import { type ParsedChapter, parseChapter, readChapter } from './chapter.ts';
import { checkLinks, type PageText } from './links.ts';
import { nearest } from './nearest.ts';
import { checkPage } from './pages.ts';
import { readText } from './read-text.ts';
import { readSources, sourcesFile } from './sources.ts';
import { parseTree } from './tree.ts';
import type { Book, Complain, Fault, Model } from './types.ts';

export { idsFile } from './across.ts';
export { idRule, isId } from './book-file.ts';
export { isLab } from './elements.ts';
export { katexOptions } from './katex.ts';
export { numberIn } from './numbers.ts';
export { evened } from './read-text.ts';
export { keyAt, stepKeys } from './shuffle.ts';
export { namesOf } from './sources.ts';
export { equalsSign, type Step, stepsOf } from './steps.ts';
export { isElement, lift } from './tree.ts';
export type * from './types.ts';

/** Where the content of a book stands, from its root. */
export const contentFolder = 'content';

/** The pages around the chapters, each a file. */
const pagesFolder = `${contentFolder}/_pages`;

/** Reads the book whose `content/` stands in `root`. */
export function readBook(root: string): Book {
  const problems: Fault[] = [];
  const complain: Complain = (place, message, hint, severity = 'error') => {
    problems.push({ ...place, severity, message, ...(hint !== undefined && { hint }) });
  };
  const bookPath = `${contentFolder}/book.yaml`;
  const start = { file: bookPath, line: 1, column: 1 };
  const text = readText(join(root, bookPath));
  if (text === undefined) {
    complain(
      start,
      'There is no book.yaml.',
      'Write content/book.yaml with `title`, `description`, `authors` and `chapters`.',
    );
  }
  const front = readBookFile(text ?? '', bookPath, text === undefined ? () => {} : complain);
  const parsed = parseChapters(root, front, complain);

  const models = new Map<string, Model>();
  for (const chapter of parsed) {
    for (const model of chapter.models) {
      const first = models.get(model.name);
      if (first) {
        chapter.complain(
          model,
          `There are two models named \`${model.name}\`.`,
          `The first stands at ${first.file}:${first.line}; give one of them another name.`,
        );
      } else models.set(model.name, model);
    }
  }
  const all = parsed.map((chapter) => readChapter(chapter, models));
  const unreadable = parsed.some((chapter) => chapter.tree === undefined);
  const sources = readSources(readText(join(root, sourcesFile)) ?? '', complain);
  const pages = pagesIn(root);
  const targets = checkAcross(all, { root, unreadable, sources, pages, complain });
  const texts: PageText[] = parsed.flatMap(({ id, off, ...text }) =>
    text.tree && !off ? [{ ...text, path: id, tree: text.tree }] : [],
  );
  for (const page of pages) {
    const file = `${pagesFolder}/${page}.mdx`;
    const text = readText(join(root, file)) ?? '';
    checkPage(page, { root, file, text, complain }, unreadable ? undefined : targets);
    const tree = parseTree(text, file, () => {});
    if (tree) texts.push({ path: page === 'home' ? '' : page, file, tree, complain });
  }
  const chapters = all.filter((chapter) => !chapter.off);
  if (!unreadable && texts.length === chapters.length + pages.length) checkLinks(texts, chapters);
  return {
    root,
    title: front.title,
    description: front.description,
    authors: front.authors,
    language: front.language,
    repository: front.repository,
    site: front.site,
    base: front.base,
    chapters,
    models,
    targets,
    sources: sources ?? new Map(),
    problems: [...problems, ...chapters.flatMap((chapter) => chapter.problems)],
  };
}

function pagesIn(root: string): string[] {
  return filesIn(join(root, pagesFolder)).map((file) => file.slice(0, -'.mdx'.length));
}

/** Whether a page that is no chapter has this address: then no chapter can be named so. */
export function isPage(root: string, name: string): boolean {
  return reserved.includes(name) || pagesIn(root).includes(name);
}

function parseChapters(root: string, front: BookFile, complain: Complain): ParsedChapter[] {
  const folders = foldersIn(join(root, contentFolder));
  const parsed: ParsedChapter[] = [];
  let number = 0;
  for (const { id, off, place } of front.chapters) {
    const file = `${contentFolder}/${id}/index.mdx`;
    const text = readText(join(root, file));
    if (text === undefined) {
      const near = nearest(id, folders);
      complain(
        place,
        `The chapter \`${id}\` has no file ${file}.`,
        near
          ? `Did you mean \`${near}\`?`
          : 'Write the file, or take the line out; a renamed chapter keeps its old name under `aliases`.',
      );
      continue;
    }
    if (!off) number += 1;
    parsed.push(parseChapter(root, id, file, off ? '' : String(number), off, text));
  }
  for (const folder of folders) {
    if (
      front.chapters.some(({ id }) => id === folder) ||
      !existsSync(join(root, contentFolder, folder, 'index.mdx'))
    )
      continue;
    complain(
      { file: `${contentFolder}/book.yaml`, line: 1, column: 1 },
      `The folder ${contentFolder}/${folder} is not in the list of chapters.`,
      `Add \`- ${folder}\`, or \`- ${folder}: off\`.`,
      'warning',
    );
  }
  for (const file of filesIn(join(root, contentFolder))) {
    complain(
      { file: `${contentFolder}/${file}`, line: 1, column: 1 },
      'This file is not read: a chapter has a folder of its own.',
      `Move it to ${contentFolder}/${file.slice(0, -'.mdx'.length)}/index.mdx.`,
      'warning',
    );
  }
  return parsed;
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.mdx'))
    .sort();
}
