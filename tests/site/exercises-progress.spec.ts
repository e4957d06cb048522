// The page of progress: what was solved and tried, taken along in a file, erased in parts or as a whole.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { cardOf, openGraphs } from './card.ts';

async function solveSome(page: Page): Promise<void> {
  await openGraphs(page);
  const dx = await cardOf(page, 'graph-partials', 'dx');
  await dx.answer('<b>4x</b>');
  await dx.expectVerdict('unreadable');
  await dx.answer('2x + y');
  await dx.expectVerdict('wrong');
  await dx.answer('4x + 3y');
  await dx.expectVerdict('correct');
  const dy = await cardOf(page, 'graph-partials', 'dy');
  await dy.answer('3x + 2y');
  await dy.expectVerdict('correct');
  await page.goto('progress/');
}

test('lists what is solved, by which response, and what was tried', async ({ page }) => {
  await solveSome(page);
  const row = page.locator('.progress-exercise', { hasText: 'The partial derivatives' });
  await expect(row).toHaveAttribute('data-standing', 'solved');
  await expect(row.locator('.progress-part').first().locator('> code')).toHaveText('4x + 3y');
  await row.locator('summary').first().click();
  await expect(row.locator('ol li').first()).toContainText('2x + y');
  await expect(row.locator('ol li')).toHaveCount(3);
});

test('goes to another browser in a file', async ({ page, browser }) => {
  await solveSome(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const path = await (await download).path();
  expect(readFileSync(path, 'utf8')).toContain('graph-partials');
  const other = await browser.newPage();
  await other.goto('progress/');
  await expect(other.getByText('Nothing is saved yet')).toBeVisible();
  await other.locator('input[type=file]').setInputFiles(path);
  await expect(other.locator('.progress-said')).toContainText('1 exercise taken from the file');
  await expect(other.locator('.progress-exercise')).toHaveAttribute('data-standing', 'solved');
  await other.close();
});

test('poisoned, foreign and huge files do no harm', async ({ page }) => {
  await solveSome(page);
  const before = await page.evaluate(() => localStorage.getItem('backprop-by-hand:progress'));
  const give = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = page.locator('.progress-said');
  await give('{"a":1}');
  await expect(said).toContainText('not a record of progress');
  await give(' '.repeat(4_000_001));
  await expect(said).toContainText('too large');
  await give('{"format":"backprop-by-hand progress","version":99,"exercises":{}}');
  await expect(said).toContainText('newer edition');
  expect(await page.evaluate(() => localStorage.getItem('backprop-by-hand:progress'))).toBe(before);
  await give(
    '{"format":"backprop-by-hand progress","version":1,"exercises":{"__proto__":{"parts":{}},"constructor":{"parts":{"prototype":{}}},"graph-build":{"parts":{"":{"response":"<img src=x onerror=alert(1)>","seed":1,"at":1,"tries":[{"at":1,"seed":1,"verdict":"wrong","response":"<img src=x onerror=alert(1)>"}]}}}}}',
  );
  await expect(said).toContainText('2 entries were not understood');
  await page.locator('.progress-exercise', { hasText: 'Build a graph' }).locator('summary').click();
  await expect(page.locator('.progress-page img')).toHaveCount(0);
  expect(await page.evaluate(() => ({}) as { parts?: unknown })).toEqual({});
});

test('is erased only after asking, by exercise and as a whole, in other tabs too', async ({
  page,
  context,
}) => {
  await solveSome(page);
  const other = await context.newPage();
  await openGraphs(other);
  const card = await cardOf(other, 'graph-partials', 'dx');
  await expect(card.standing).toContainText('Solved');
  await page.getByRole('button', { name: 'Reset The partial derivatives' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.locator('.progress-exercise')).toHaveCount(1);
  await expect(page.locator('.progress-part-name').first()).toHaveText('(a)');
  await page.getByRole('button', { name: 'Reset everything' }).click();
  await page.getByRole('button', { name: /^Erase for good/ }).click();
  await expect(page.locator('.progress-exercise')).toHaveCount(0);
  await expect(page.getByText('Nothing is saved yet')).toBeVisible();
  await expect(card.standing).toHaveText('');
  await page.reload();
  await expect(page.getByText('Nothing is saved yet')).toBeVisible();
});

test('marks in lists of exercises follow', async ({ page }) => {
  await solveSome(page);
  await page.goto('exercises/');
  await expect(page.locator('[data-progress="graph-partials"]').first()).toHaveAttribute(
    'data-standing',
    'solved',
  );
  await expect(page.locator('[data-progress="graph-partials"]').first()).toContainText('solved');
  await expect(page.locator('[data-progress="graph-build"]').first()).toHaveAttribute(
    'data-standing',
    'untouched',
  );
});
