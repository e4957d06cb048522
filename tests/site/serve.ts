// Builds the book and the fixture book under a base path, and serves both to the browser tests.
import { spawn, spawnSync } from 'node:child_process';
import { basePath, books } from './books.ts';

for (const { root, out } of Object.values(books)) {
  const { status } = spawnSync('node', ['src/tasks/build.ts', '--out', out, '--quiet'], {
    stdio: 'inherit',
    env: { ...process.env, BASE_PATH: basePath, SITE_URL: 'https://example.org', BOOK_ROOT: root },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const servers = Object.values(books).map(({ out, port }) =>
  spawn('node', ['src/tasks/serve.ts', '--port', String(port), '--dist', out, '--base', basePath], {
    stdio: 'inherit',
  }),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const server of servers) server.kill();
    process.exit(0);
  });
}
