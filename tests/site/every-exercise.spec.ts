// Every exercise of the book, solved in its page by the written answer: restored from saved progress, then checked.
import { expect, test } from '@playwright/test';
import { answerText } from '../../engine/exercise/index.ts';
import { readBook } from '../../src/book/index.ts';
import { books } from './books.ts';

/** Progress as if the reader had typed the answers and closed the page before checking. */
function typed(exercises: ReturnType<typeof readBook>['chapters'][number]['exercises']): string {
  const entries = exercises.map(({ exercise }) => {
    const parts = exercise.parts.map(({ name }) => {
      const response = answerText(exercise, name, 1);
      return [name, { response, seed: 1, at: 1, tries: [], earlier: 0 }];
    });
    return [exercise.id, { seed: 1, seedAt: 0, cleared: 0, parts: Object.fromEntries(parts) }];
  });
  const format = 'backprop-by-hand progress';
  return JSON.stringify({ format, version: 1, exercises: Object.fromEntries(entries) });
}

for (const chapter of readBook(books.book.root).chapters) {
  test(`${chapter.id}: every written answer is right in the page`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
      'backprop-by-hand:progress',
      typed(chapter.exercises),
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
