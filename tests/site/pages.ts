// The addresses of all pages of the book, from what its content says; of those that show one exercise alone, one of each kind.
import { readdirSync } from 'node:fs';
import { readBook } from '../../src/book/index.ts';
import { books } from './books.ts';

const book = readBook(books.book.root);

export const chapterPages: readonly string[] = book.chapters.map(({ id }) => `${id}/`);

const around = readdirSync('content/_pages')
  .map((file) => file.replace(/\.mdx$/, ''))
  .filter((name) => name !== 'home');

/** The first exercise of each kind, by the kind. */
export const oneOfEachKind: ReadonlyMap<string, string> = new Map(
  book.chapters
    .flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise))
    .reverse()
    .flatMap(({ id, parts }) => parts.map(({ kind }) => [kind, id] as const)),
);

export const readingPages: readonly string[] = [
  '',
  ...chapterPages,
  ...around.map((name) => `${name}/`),
  'exercises/',
  'progress/',
  '404.html',
];

export const allPages: readonly string[] = [
  ...readingPages,
  'print/',
  ...chapterPages.map((page) => `print/${page}`),
  ...[...new Set(oneOfEachKind.values())].map((id) => `embed/${id}/`),
];
