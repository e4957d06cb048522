// axe on every page of the book, chapters and all others, in light and dark, with every fold open and every island awake.
import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { books } from './books.ts';
import { open } from './open.ts';
import { allPages } from './pages.ts';

// The whole book on paper repeats its chapters.
const paths = allPages.filter((path) => path !== 'print/');

/** Opens what is folded and wakes each island, so that all that a reader can meet is there to be looked at. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const asleep = document.querySelectorAll('astro-island[ssr]');
    for (const island of asleep) {
      island.firstElementChild?.scrollIntoView({ behavior: 'instant' });
      // Labs wait until the reader turns to them.
      island.dispatchEvent(new Event('pointerover'));
      while (island.hasAttribute('ssr')) await new Promise(requestAnimationFrame);
    }
  });
  // One that wakes may hold others.
  if ((await page.locator('astro-island[ssr]').count()) > 0) await unfold(page);
}

for (const path of paths) {
  test(`axe finds nothing on /${path}`, async ({ page }) => {
    test.setTimeout(180_000);
    await open(page, path);
    // What is kept back is there to be looked at, too.
    await expect(page.locator('noscript.later')).toHaveCount(0);
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
