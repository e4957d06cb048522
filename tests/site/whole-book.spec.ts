// The whole book on one page: two megabytes, of which a reader's first look needs little.
import { expect, test } from '@playwright/test';

test('its title page fills a window of any size', async ({ page }) => {
  for (const [width, height] of [
    [320, 640],
    [412, 823],
    [1440, 900],
    [1440, 2560],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('print/');
    await expect(page.locator('.paper-title')).toBeVisible();
    await expect(page.locator('.paper-chapter .lede').first()).not.toBeInViewport();
  }
});

test('its titles are there at once, all else and its faces with the first sign', async ({ page }) => {
  await page.goto('print/');
  const titles = page.locator('.paper-chapter-title');
  const faces = page.locator('link[rel=preload][as=font]');
  const sections = page.locator('.paper-chapter h2[id]');
  await expect(titles).toHaveCount(9);
  await expect(sections).toHaveCount(0);
  const few = await faces.count();
  await page.mouse.wheel(0, 50);
  await expect(page.locator('.answer-key dt')).toHaveCount(127);
  await expect(page.locator('.paper-chapter .exercise')).toHaveCount(127);
  expect(await sections.count()).toBeGreaterThan(50);
  expect(await faces.count()).toBeGreaterThan(few);
  await expect(page.locator('noscript')).toHaveCount(0);
});

test('what several chapters call alike has a name of its own in each', async ({ page }) => {
  await page.goto('print/');
  await page.mouse.wheel(0, 50);
  await expect(page.locator('.answer-key dt')).toHaveCount(127);
  const faults = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.paper-chapter a[href^="#"]')];
    return {
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
      // Links that a chapter makes to a place of its own, as those beside its headings.
      abroad: links
        .filter((link) => {
          const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          return place?.closest('.paper-chapter') !== link.closest('.paper-chapter');
        })
        .map(({ hash }) => hash),
    };
  });
  expect(faults).toEqual({ twice: [], abroad: [] });
});
