// The book of this process, read again only when one of its files has changed: pages and plugins ask for it many times.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, readBook } from './index.ts';
import type { Book } from './types.ts';

/** Where the book stands: the working directory, or BOOK_ROOT (tests build other books with the same site). */
export const bookRoot = process.env.BOOK_ROOT ?? process.cwd();

let known: { stamp: string; book: Book } | undefined;

export function currentBook(): Book {
  // While a checked book is built its files stand still, and a look at each of them for each formula would add up.
  if (known && process.env.BOOK_CHECKED) return known.book;
  const stamp = stampOf(join(bookRoot, contentFolder));
  if (known?.stamp !== stamp) known = { stamp, book: readBook(bookRoot) };
  return known.book;
}

/** Changes whenever a file of the content is written, added or removed; what vanishes meanwhile is no fault. */
function stampOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return stampOf(path);
      return `${path}:${statSync(path, { throwIfNoEntry: false })?.mtimeMs}`;
    })
    .join('\n');
}
