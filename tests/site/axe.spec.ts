// axe on every page of the book, chapters and all others, in light and dark, with every fold open and every island awake.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readBook } from '../../src/book/index.ts';
import { axeFaults } from './axe.ts';
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

for (const path of paths) {
  test(`axe finds nothing on /${path}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(path);
    await unfold(page);
    // Paper is white in both schemes.
    expect(await axeFaults(page, 'html', path.startsWith('print/') ? ['light'] : ['light', 'dark'])).toEqual(
      [],
    );
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
