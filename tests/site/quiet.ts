// When a page has loaded what it asks for. Playwright's own `networkidle` is at times not told in a browser without windows.
import type { Page, Request } from '@playwright/test';

/** How long nothing may be asked for until a page counts as loaded, in milliseconds. */
const QUIET = 500;

/** Counts the page's requests from now on; what it gives waits until all are answered and no more come. */
export function listen(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = Date.now();
  const ended = (request: Request): void => {
    open.delete(request);
    last = Date.now();
  };
  page.on('request', (request) => {
    open.add(request);
    last = Date.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    while (open.size > 0 || Date.now() - last < QUIET) await page.waitForTimeout(50);
  };
}
