// The page in which readers' programs run; see src/sandbox/page.ts.
import type { APIRoute } from 'astro';
import frame from '../sandbox/frame.js?raw';
import { harnessOf } from '../sandbox/harness.ts';
import { sandboxPage } from '../sandbox/page.ts';

const parts = import.meta.glob<string>('../sandbox/harness/*.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const harness = harnessOf((part) => parts[`../sandbox/harness/${part}.js`]!);

export const GET: APIRoute = () =>
  new Response(sandboxPage(frame, harness), { headers: { 'content-type': 'text/html; charset=utf-8' } });
