// The books that the browser tests look at: the one in the repository, and a small one that has everything.
import { resolve } from 'node:path';

/** Both are built under a path, as on GitHub Pages. */
export const basePath = '/some/base/';

/** Two runs at once on one machine need ports of their own. */
const port = Number(process.env.TEST_PORT ?? 4398);

export const books = {
  book: { root: resolve('.'), out: 'node_modules/.cache/test-book', port: port + 1 },
  shell: { root: resolve('tests/fixtures/book'), out: 'node_modules/.cache/test-fixture', port },
} as const;

export const addressOf = (name: keyof typeof books): string =>
  `http://localhost:${books[name].port}${basePath}`;
