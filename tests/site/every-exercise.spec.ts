// Every exercise of the book, solved in its page by the written answer: restored from saved progress, then checked.
import { expect, test } from '@playwright/test';
import { readBook } from '../../src/book/index.ts';
import { books } from './books.ts';
import { progressKey, typed } from './typed.ts';

for (const chapter of readBook(books.book.root).chapters) {
  test(`${chapter.id}: every written answer is right in the page`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
      progressKey,
      typed(chapter.exercises.map(({ exercise }) => exercise)),
    ] as const);
    await page.goto(`${chapter.id}/`);
    for (const { exercise } of chapter.exercises) {
      for (const { name } of exercise.parts) {
        const id = name === '' ? exercise.id : `${exercise.id}-${name}`;
        const card = page.locator(`[data-card="${id}"]`);
        await card.scrollIntoViewIfNeeded();
        await expect(card).toHaveAttribute('data-ready', 'true');
        await card.locator('[data-action="check"]').click();
        await expect(card.locator('.verdict'), id).toHaveAttribute('data-verdict', 'correct', {
          timeout: 20_000,
        });
      }
    }
  });
}
