// axe on every page of the book, chapters and all others, in light and dark, with every fold open and every island awake.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '../../src/book/index.ts';
import { books } from './books.ts';

const ids = readBook(books.book.root).chapters.map(({ id }) => id);
const others = readdirSync(join(books.book.root, 'content/_pages')).map((file) => file.replace(/\.mdx$/, ''));
const paths = [
  '',
  '404.html',
  'exercises/',
  'progress/',
  ...others.filter((page) => page !== 'home').map((page) => `${page}/`),
  ...ids.map((id) => `${id}/`),
  ...ids.map((id) => `print/${id}/`),
];

/** Opens what is folded and wakes each island, so that all that a reader can meet is there to be looked at. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const asleep = page.locator('astro-island[ssr]');
  while ((await asleep.count()) > 0) {
    const first = await asleep.first().elementHandle();
    await first!.scrollIntoViewIfNeeded();
    // Labs wait until the reader turns to them.
    await first!.evaluate((island) => island.dispatchEvent(new Event('pointerover')));
    await expect.poll(() => first!.getAttribute('ssr')).toBeNull();
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of paths) {
      // Paper is white in both; the sheets are looked at once.
      if (colorScheme === 'dark' && path.startsWith('print/')) continue;
      test(`axe finds nothing on /${path}`, async ({ page }) => {
        test.setTimeout(300_000);
        await page.goto(path);
        await unfold(page);
        const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
        // Between the schemes only colours differ.
        const { violations } = await (colorScheme === 'dark'
          ? axe.withRules('color-contrast')
          : axe
        ).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160))}`,
        );
        expect(found).toEqual([]);
      });
    }
  });
}

test('every page that the build writes is looked at', () => {
  // One exercise a page and the whole book on paper repeat the chapters; the sandbox is an empty frame for programs.
  const repeats = /^(embed|pagefind|sandbox)\b|^print\/index\.html$/;
  const built = readdirSync(books.book.out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !repeats.test(file))
    .map((file) => file.replace(/index\.html$/, ''));
  expect(built.sort()).toEqual([...paths].sort());
});
