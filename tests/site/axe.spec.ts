// axe on every page of the book, chapters and all others, in light and dark, with every fold open and every island awake.
import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { books } from './books.ts';
import { allPages } from './pages.ts';

// The whole book on paper repeats its chapters.
const paths = allPages.filter((path) => path !== 'print/');

/** Opens what is folded and wakes each island, so that all that a reader can meet is there to be looked at. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const asleep = page.locator('astro-island[ssr]');
  // One that wakes may hold others.
  while ((await asleep.count()) > 0) {
    for (const island of await asleep.elementHandles()) {
      await island.scrollIntoViewIfNeeded();
      // Labs wait until the reader turns to them.
      await island.evaluate((element) => element.dispatchEvent(new Event('pointerover')));
      await expect.poll(() => island.getAttribute('ssr')).toBeNull();
    }
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
  // Of the exercises alone one of each kind is; the sandbox is an empty frame for programs.
  const others = /^(embed|pagefind|sandbox)\b/;
  const built = readdirSync(books.book.out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !others.test(file))
    .map((file) => file.replace(/index\.html$/, ''));
  expect(built.sort()).toEqual(allPages.filter((path) => !others.test(path)).sort());
});
