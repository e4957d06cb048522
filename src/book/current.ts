// The book of this process, read again only when one of its files has changed: pages and plugins ask for it many times.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, readBook } from './index.ts';
import type { Book } from './types.ts';

/** Where the book stands: the working directory, or BOOK_ROOT (tests build other books with the same site). */
export const bookRoot = process.env.BOOK_ROOT ?? process.cwd();

let known: { stamp: string; book: Book } | undefined;

export function currentBook(): Book {
  const stamp = stampOf(join(bookRoot, contentFolder));
  if (known?.stamp !== stamp) known = { stamp, book: readBook(bookRoot) };
  return known.book;
}

/** Changes whenever a file of the content is written, added or removed. */
function stampOf(folder: string): string {
  const stamps: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) stamps.push(stampOf(path));
    else stamps.push(`${path}:${statSync(path).mtimeMs}`);
  }
  return stamps.join('\n');
}
