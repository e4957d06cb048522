// A page opened at its top has only that laid out; nobody who reads on, jumps in it or prints it can tell.
import { expect, type Locator, test } from '@playwright/test';

const chapter = 'backprop-by-hand/';

const laidOut = (block: Locator): Promise<boolean> =>
  block.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

const topOf = (block: Locator): Promise<number> =>
  block.evaluate((element) => Math.round(element.getBoundingClientRect().top));

test('text far below is laid out when the reader reads on, and on paper', async ({ page }) => {
  await page.goto(chapter);
  const far = page.locator('.text > .model .formula').last();
  expect(await laidOut(far)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await laidOut(far)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await laidOut(far)).toBe(false);
  await page.mouse.wheel(0, 50);
  await expect.poll(() => laidOut(far)).toBe(true);
});

test('a link lands at its place, from outside and from inside the page, and coming back finds it', async ({
  page,
}) => {
  const exercise = page.locator('.text > .exercise').nth(-3);
  await page.goto(chapter);
  const hash = `#${await exercise.getAttribute('id')}`;
  await page.goto('404.html');
  await page.goto(`${chapter}${hash}`);
  const top = await topOf(exercise);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(200);
  await page.reload();
  await expect.poll(() => topOf(exercise)).toBe(top);

  await page.goto('404.html');
  await page.goto(chapter);
  const contents = page.locator('.on-this-page a');
  const heading = page.locator(`[id="${(await contents.nth(-2).getAttribute('href'))?.slice(1)}"]`);
  await contents.nth(-2).click();
  await expect.poll(() => topOf(heading)).toBe(top);
});
