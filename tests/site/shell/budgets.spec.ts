// How much a page weighs before anybody touches it, and whether it stands still while it loads.
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const pages = ['', 'first/', 'second/', 'about/', 'exercises/', 'progress/'];
const kilobyte = 1000;

for (const path of pages) {
  test(`/${path} keeps its budget`, async ({ page }) => {
    const weights = { script: 0, font: 0, document: 0 };
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      if (type !== 'script' && type !== 'font' && type !== 'document') return;
      pending.push(
        response.body().then((body) => {
          weights[type] += type === 'font' ? body.length : brotliCompressSync(body).length;
        }),
      );
    });
    await page.addInitScript(() => {
      const global = window as unknown as { shift: number };
      global.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          global.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await Promise.all(pending);
    expect(weights.script, 'script').toBeLessThanOrEqual(40 * kilobyte);
    expect(weights.document, 'HTML').toBeLessThanOrEqual(40 * kilobyte);
    expect(weights.font, 'fonts').toBeLessThanOrEqual(130 * kilobyte);
    // Fonts and styles move nothing, nor does a list that turns into a field.
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift).toBeLessThan(0.001);
  });
}
