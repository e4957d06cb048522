// Serves the built book under its base path and prints the address: `node src/tasks/serve.ts [--port 4321] [--dist dist]`.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { basePath, normalBase } from '../book/current.ts';
import { readOptions } from './options.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const values = readOptions({
  port: { type: 'string', default: process.env.PORT ?? '4321' },
  dist: { type: 'string', default: 'dist' },
  base: { type: 'string' },
});
const root = resolve(values.dist);
const base = values.base === undefined ? basePath() : normalBase(values.base);

const server = createServer((request, response) => {
  const address = new URL(request.url ?? '/', 'http://localhost');
  if (!address.pathname.startsWith(base)) {
    response.writeHead(302, { location: base }).end();
    return;
  }
  let path: string;
  try {
    path = decodeURIComponent(address.pathname.slice(base.length));
  } catch {
    send(request, response, join(root, '404.html'), 404);
    return;
  }
  const file = join(root, path);
  const inside = file === root || file.startsWith(root + sep);
  if (!inside || !existsSync(file)) send(request, response, join(root, '404.html'), 404);
  else if (!statSync(file).isDirectory()) send(request, response, file, 200);
  else if (!address.pathname.endsWith('/')) {
    response.writeHead(301, { location: `${address.pathname}/${address.search}` }).end();
  } else if (existsSync(join(file, 'index.html'))) send(request, response, join(file, 'index.html'), 200);
  else send(request, response, join(root, '404.html'), 404);
});

function send(request: IncomingMessage, response: ServerResponse, file: string, status: number): void {
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  const packing = /^text|json|svg|wasm/.test(type) ? packed(request) : undefined;
  response.writeHead(status, {
    'content-type': type,
    'cache-control': file.includes(`${sep}_astro${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(packing && { 'content-encoding': packing.name, vary: 'accept-encoding' }),
  });
  const content = createReadStream(file);
  if (packing) content.pipe(packing.stream).pipe(response);
  else content.pipe(response);
}

/** As hosts do, packed in what the browser can unpack; well, since they keep what they packed, and yet fast enough to wait for. */
function packed({ headers }: IncomingMessage) {
  const known = String(headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(known)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    return { name: 'br', stream: createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(known) ? { name: 'gzip', stream: createGzip() } : undefined;
}

/** The port asked for, or the next free one. */
function listen(port: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || port > Number(values.port) + 20) throw error;
    listen(port + 1);
  });
  server.listen(port, () => {
    console.log(`The book is at http://localhost:${port}${base}`);
  });
}

if (!existsSync(root)) {
  console.error('There is nothing built yet: run `npm run build` first.');
  process.exitCode = 1;
} else listen(Number(values.port));
