// Builds the book under a base path into a folder of its own, and serves it to the browser tests.
import { spawnSync } from 'node:child_process';

const [port = '4399'] = process.argv.slice(2);
const out = 'node_modules/.cache/site-under-test';
process.env.BASE_PATH = '/some/base/';
process.env.SITE_URL = 'https://example.org';

const built = spawnSync('node', ['src/tasks/build.ts', '--out', out], { stdio: 'inherit' });
if (built.status === 0) {
  process.argv.splice(2, process.argv.length, '--port', port, '--dist', out);
  await import('../../src/tasks/serve.ts');
} else process.exitCode = 1;
