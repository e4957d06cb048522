// Exercises open to everyone: axe finds nothing before and after answering, in light and dark, at 320 px.
import { expect, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { cardOf, openGraphs } from './card.ts';

test('axe finds nothing with a verdict of each sort in the page', async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openGraphs(page);
  const build = await cardOf(page, 'graph-build');
  await build.root.locator('[data-row="new"] button').click();
  await build.check.click();
  await build.expectVerdict('wrong');
  await cardOf(page, 'graph-edges');
  const dx = await cardOf(page, 'graph-partials', 'dx');
  await dx.answer('4x + 3q');
  await dx.expectVerdict('unreadable');
  const dy = await cardOf(page, 'graph-partials', 'dy');
  await dy.answer('3x + 2y');
  await dy.expectVerdict('correct');
  await cardOf(page, 'graph-numbers');
  expect(await axeFaults(page, '.text')).toEqual([]);
});

test('320 px: nothing scrolls sideways but boxes that are made for it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openGraphs(page);
  for (const id of ['graph-build', 'graph-edges', 'graph-numbers']) await cardOf(page, id);
  const dx = await cardOf(page, 'graph-partials', 'dx');
  await dx.answer(`${'4x + 3y + '.repeat(30)}q`);
  await dx.expectVerdict('unreadable');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('targets are at least 24 px', async ({ page }) => {
  await openGraphs(page);
  for (const id of ['graph-build', 'graph-edges', 'graph-numbers']) await cardOf(page, id);
  const dx = await cardOf(page, 'graph-partials', 'dx');
  await dx.field.focus();
  await expect(dx.root.locator('.formula-symbol').first()).toBeVisible();
  const small = await page
    .locator('.card :is(button, input, select, textarea), .card .graph-node')
    .evaluateAll((targets) =>
      targets
        .map((target) => ({
          // Pressing anywhere on its label ticks a box.
          box: (
            target.closest('label') ??
            target.querySelector('.graph-shape') ??
            target
          ).getBoundingClientRect(),
          html: target.outerHTML.slice(0, 80),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ html }) => html),
    );
  expect(small).toEqual([]);
});
