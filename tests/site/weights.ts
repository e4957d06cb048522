// What a page weighs before anybody touches it, and how far it moves while it loads and while it is scrolled through.
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { listen } from './quiet.ts';

export interface Weights {
  /** Bytes: scripts and HTML as a host packs them, fonts as they are. */
  readonly script: number;
  readonly document: number;
  readonly font: number;
  /** Addresses of other hosts that were asked for anything. */
  readonly foreign: readonly string[];
  /** The sum of all layout shifts, and what was moved. */
  readonly shift: number;
  readonly moved: readonly string[];
  /** Faces that the page did not ask for at once, though it needs them. */
  readonly late: readonly string[];
}

/** The budget of every page, in bytes. */
export const budget = { script: 40_000, document: 40_000, font: 130_000 } as const;

/** Loads a page, scrolls it through as a reader does who touches nothing, and weighs it. */
export async function weigh(page: Page, path: string): Promise<Weights> {
  const weights = { script: 0, document: 0, font: 0 };
  const foreign: string[] = [];
  const pending: Promise<void>[] = [];
  const quiet = listen(page);
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !host.startsWith('localhost:')) foreign.push(request.url());
  });
  page.on('response', (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'font' && type !== 'document') return;
    const weighed = response.body().then((body) => {
      weights[type] += type === 'font' ? body.length : brotliCompressSync(body).length;
    });
    pending.push(weighed);
  });
  await page.addInitScript(watchShifts);
  await page.goto(path);
  await quiet();
  await page.evaluate(scrollThrough);
  await quiet();
  await Promise.all(pending);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  const late = await page.evaluate(lateFaces);
  const shift = shifts.reduce((sum, { value }) => sum + value, 0);
  return { ...weights, foreign, shift, moved: shifts.flatMap(({ moved }) => moved), late };
}

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

function watchShifts(): void {
  const global = window as unknown as { shifts: Shift[] };
  global.shifts = [];
  type Entry = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Entry[]) {
      const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 90) : '?'));
      global.shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function scrollThrough(): Promise<void> {
  await document.fonts.ready;
  // A reader begins with a notch of the wheel.
  scrollTo({ top: 50, behavior: 'instant' });
  for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Letters with accents stand in names only, and have faces of their own. */
function lateFaces(): string[] {
  const asked = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload]')].map(({ href }) => href);
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.woff2') && !name.includes('-accents') && !asked.includes(name));
}
