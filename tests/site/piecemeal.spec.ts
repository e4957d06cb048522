// A page opened at its top has only that laid out; nobody who reads on or prints it can tell.
import { expect, type Locator, test } from '@playwright/test';

const laidOut = (block: Locator): Promise<boolean> =>
  block.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

test('text far below is laid out when the reader reads on, and on paper', async ({ page }) => {
  await page.goto('backprop-by-hand/');
  const far = page.locator('.text > .model .formula').last();
  expect(await laidOut(far)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await laidOut(far)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await laidOut(far)).toBe(false);
  await page.mouse.wheel(0, 50);
  await expect.poll(() => laidOut(far)).toBe(true);
});
