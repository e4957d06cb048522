// The page in which readers' programs run; see src/sandbox/page.ts.
import type { APIRoute } from 'astro';
import frame from '../sandbox/frame.js?raw';
import harness from '../sandbox/harness.js?raw';
import { sandboxPage } from '../sandbox/page.ts';

export const GET: APIRoute = () =>
  new Response(sandboxPage(frame, harness), { headers: { 'content-type': 'text/html; charset=utf-8' } });
