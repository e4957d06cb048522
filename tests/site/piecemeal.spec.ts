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

test('fields far below are there when the reader reads on', async ({ page }) => {
  await page.goto('backprop-by-hand/');
  const empty = page.locator('.exercise-field:not(:has(.card))');
  const count = await page.locator('.exercise-field').count();
  expect(await empty.count()).toBeGreaterThan(count / 2);
  expect(await empty.count()).toBeLessThan(count);
  await page.mouse.wheel(0, 50);
  await expect(empty).toHaveCount(0);
});

test('boxes that are read in later are reachable by key where they scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('print/');
  await page.mouse.move(200, 200);
  await expect(page.locator('.answer-key')).toBeAttached();
  const boxes = page
    .locator('.paper-chapter ~ .paper-chapter')
    .locator('.formula, .derivation-box, .table-box, pre');
  const count = () =>
    boxes.evaluateAll((all) => {
      const seen = all.filter((box) => box.checkVisibility());
      const wide = seen.filter((box) => box.scrollWidth > box.clientWidth + 1);
      const reachable = seen.filter((box) => box.hasAttribute('tabindex'));
      return {
        wide: wide.length,
        reachable: reachable.length,
        both: wide.filter((box) => reachable.includes(box)).length,
      };
    });
  await page.mouse.wheel(0, 50);
  await expect.poll(async () => (await count()).reachable).toBeGreaterThan(20);
  await expect
    .poll(async () => {
      const { wide, reachable, both } = await count();
      return [wide - both, reachable - both];
    })
    .toEqual([0, 0]);
});
