// Every page of the book keeps its budget and stands still: wide on a quick machine, narrow on a slow one.
import { expect, test } from '@playwright/test';
import { allPages, readingPages } from './pages.ts';
import { budget, weigh } from './weights.ts';

// Sheets to print and single exercises weigh the same at any width.
const pagesAt = new Map([
  [1280, allPages],
  [320, readingPages],
]);

for (const [width, paths] of pagesAt) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });
    for (const path of paths) {
      test(`/${path} keeps its budget and stands still`, async ({ page }) => {
        // Two megabytes are scrolled through.
        test.slow(path === 'print/');
        if (width === 320) {
          const slow = await page.context().newCDPSession(page);
          await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        }
        const weights = await weigh(page, path);
        expect(weights.foreign).toEqual([]);
        expect(weights.script, 'script before interaction').toBeLessThanOrEqual(budget.script);
        // The whole book on one page is for the printer.
        if (path !== 'print/') {
          expect(weights.document, 'HTML').toBeLessThanOrEqual(budget.document);
          expect(weights.font, 'fonts').toBeLessThanOrEqual(budget.font);
        }
        expect(weights.late, 'faces').toEqual([]);
        expect(weights.shift, weights.moved.join('\n')).toBe(0);
      });
    }
  });
}
