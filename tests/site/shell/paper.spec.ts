// On paper, and in the frame of another site.
import { expect, test } from '@playwright/test';

test('the print of the book has every exercise with lines to write on, and a key that can be left out', async ({
  page,
}) => {
  await page.goto('print/');
  await page.pdf();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.exercise')).toHaveCount(5);
  await expect(page.locator('.lines')).toHaveCount(6);
  await expect(page.locator('[data-mistake], .hint, .solution, astro-island [data-card]')).toHaveCount(0);
  const key = page.locator('.answer-key');
  await expect(key).toContainText('slope');
  await expect(key).toBeVisible();
  await expect(page.locator('.site-header')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('with the answer key').uncheck();
  await expect(key).toBeHidden();
});

test('a chapter has a print of its own', async ({ page }) => {
  await page.goto('second/');
  await page.getByRole('link', { name: 'Print this chapter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second things');
  await expect(page.locator('.exercise')).toHaveCount(3);
});

test('a chapter printed as it stands has lines too, and nothing to press', async ({ page }) => {
  await page.goto('first/');
  await page.emulateMedia({ media: 'print' });
  const field = page.locator('[data-exercise=slope] .exercise-field');
  await expect(field.getByRole('button')).toHaveCount(0);
  const line = await field.evaluate((box) => getComputedStyle(box, '::after').borderBottomStyle);
  expect(line).toBe('solid');
});

test('an exercise in a frame is solved there, and the frame grows with it', async ({ page, baseURL }) => {
  await page.goto('404.html');
  await page.evaluate((base) => {
    const frame = document.createElement('iframe');
    frame.src = `${base}embed/slope/`;
    frame.height = '100';
    const script = document.createElement('script');
    script.src = `${base}embed.js`;
    document.body.replaceChildren(frame, script);
  }, baseURL ?? '');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.exercise')).toHaveCount(1);
  await frame.locator('input').first().fill('2x');
  await frame.locator('[data-action=check]').click();
  await expect(frame.locator('.exercise')).toContainText('Solved');
  const height = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  expect(await height()).toBeGreaterThan(200);
  const inner = await frame.locator('html').evaluate((html) => [html.scrollHeight, html.clientHeight]);
  expect(inner[0]).toBeLessThanOrEqual((inner[1] ?? 0) + 4);
});
