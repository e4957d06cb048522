// axe on every page of the fixture book, on an answered exercise, and in the search.
import { expect, test } from '@playwright/test';
import { axeFaults } from '../axe.ts';

const pages = ['', 'first/', 'second/', 'about/', 'exercises/', 'progress/', '404.html'];

for (const path of pages) {
  test(`axe finds nothing on /${path}`, async ({ page }) => {
    await page.goto(path);
    expect(await axeFaults(page)).toEqual([]);
  });
}

test('axe finds nothing on an answered exercise or in the search', async ({ page }) => {
  await page.goto('first/');
  const exercise = page.locator('[data-exercise=slope]');
  await exercise.locator('input').first().fill('x');
  await exercise.locator('[data-action=check]').click();
  await expect(exercise).toContainText('Both factors grow.');
  for (const summary of await page.locator('.text summary').all()) await summary.click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('formula');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});
