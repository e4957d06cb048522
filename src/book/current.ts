// The book of this process, read again only when one of its files has changed: pages and plugins ask for it many times.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, readBook } from './index.ts';
import type { Book } from './types.ts';

/** Where the book stands: the working directory, or BOOK_ROOT (tests build other books with the same site). */
export const bookRoot = process.env.BOOK_ROOT ?? process.cwd();

/** The path under which the book is served, with a slash at both ends: BASE_PATH, or what `book.yaml` says. */
export function basePath(): string {
  return normalBase(process.env.BASE_PATH ?? currentBook().base);
}

/** `book` and `/book` are `/book/`. */
export const normalBase = (base: string): string => `/${base}/`.replace(/\/{2,}/g, '/');

let known: { stamp: string; book: Book } | undefined;

export function currentBook(): Book {
  // While a checked book is built its files stand still, and a look at each of them for each formula would add up.
  if (known && process.env.BOOK_CHECKED) return known.book;
  const stamp = stampOf(join(bookRoot, contentFolder));
  if (known?.stamp !== stamp) known = { stamp, book: readBook(bookRoot) };
  return known.book;
}

/** Changes whenever a file, or one in a folder, is written, added or removed; what vanishes meanwhile is no fault. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    return readdirSync(path)
      .map((name) => stampOf(join(path, name)))
      .join('\n');
  }
  // The clock of a file system may tick only every few milliseconds: two writes can have one time.
  return `${path}:${found?.mtimeMs}:${found?.size}`;
}
