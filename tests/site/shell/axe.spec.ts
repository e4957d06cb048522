// axe on every page, light and dark, and with an answered exercise.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const pages = ['', 'first/', 'second/', 'about/', 'exercises/', 'progress/', '404.html'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const path of pages) {
      test(`axe finds nothing on /${path}`, async ({ page }) => {
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('axe finds nothing on an answered exercise or in the search', async ({ page }) => {
      await page.goto('first/');
      const exercise = page.locator('[data-exercise=slope]');
      await exercise.locator('input').first().fill('x');
      await exercise.locator('[data-action=check]').click();
      await expect(exercise).toContainText('Both factors grow.');
      for (const summary of await page.locator('.text summary').all()) await summary.click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('formula');
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
