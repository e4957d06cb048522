// The books that the browser tests look at: the one in the repository, and a small one that has everything.
import { resolve } from 'node:path';

/** Both are built under a path, as on GitHub Pages. */
export const basePath = '/some/base/';

export const books = {
  book: { root: resolve('.'), out: 'node_modules/.cache/test-book', port: 4399 },
  shell: { root: resolve('tests/fixtures/book'), out: 'node_modules/.cache/test-fixture', port: 4398 },
} as const;

export const addressOf = (name: keyof typeof books): string =>
  `http://localhost:${books[name].port}${basePath}`;
