// Reading without a connection, and never two versions at once.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { books } from '../books.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial' });

const worker = `${books.shell.out}/offline.js`;
const released = readFileSync(worker, 'utf8');
const chapter = `${books.shell.out}/first/index.html`;
const text = readFileSync(chapter, 'utf8');
test.afterEach(() => {
  writeFileSync(worker, released);
  writeFileSync(chapter, text);
});

test('after the first visit the whole book, its engine and its search work offline', async ({
  page,
  context,
}) => {
  await page.goto('');
  await page.mouse.move(200, 200);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((done) => active?.addEventListener('statechange', done));
  });
  await context.setOffline(true);
  await page.goto('first/');
  await expect(page.locator('h1')).toHaveText('First things');
  const exercise = page.locator('[data-exercise=slope]');
  await exercise.locator('input').first().fill('x + x');
  await exercise.locator('[data-action=check]').click();
  await expect(exercise).toContainText('Solved');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('kinds');
  await expect(page.getByRole('dialog').getByRole('link').first()).toContainText('Second things');
  await page.goto('no-such-page/');
  await expect(page.locator('h1')).toHaveText('There is no such page');
});

test('a new version waits until the reader asks for it, and then replaces everything', async ({ page }) => {
  expect(released).not.toContain('__VERSION__');
  await page.goto('first/');
  await page.mouse.move(200, 200);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  writeFileSync(chapter, text.replace('</h1>', ', again</h1>'));
  writeFileSync(worker, released.replace(/const version = .*/, "const version = 'next';"));
  await page.reload();
  const notice = page.getByText('A new version of the book is here.');
  await expect(notice).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
  await expect(page.locator('h1')).toHaveText('First things');
  await page.getByRole('button', { name: 'Load it' }).click();
  await expect(page.locator('h1')).toHaveText('First things, again');
  await expect(notice).toBeHidden();
  expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/^book \/.* next$/)]);
});
