// The other kinds of exercise: a choice with its reasons, steps put in order by buttons.
import { expect, test } from '@playwright/test';
import { cardOf, openGraphs, wrapTexts } from './card.ts';

test('a choice, by keyboard; the reason stands beside what was chosen', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-direction');
  await wrapTexts(page);
  const options = page.locator('[data-exercise=graph-direction] .choice-option');
  await expect(options).toHaveCount(4);
  await options.first().locator('input').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await card.expectVerdict('wrong');
  await expect(options.nth(0).locator('[data-because]')).toBeVisible();
  await expect(options.nth(1).locator('[data-because]')).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(0).locator('[data-because]')).toBeHidden();
  await page.keyboard.press('Enter');
  await card.expectVerdict('correct');
  await expect(options.nth(1).locator('[data-because]')).toBeVisible();
  await page.reload();
  await cardOf(page, 'graph-direction');
  await expect(options.nth(1).locator('input')).toBeChecked();
});

test('steps, moved by buttons; one is left out', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-walk-order');
  await wrapTexts(page);
  const right = [
    'Work out the value',
    'Set the gradient',
    'Take the last node',
    'For each of its',
    'Repeat until',
  ];
  const rows = page.locator('[data-exercise=graph-walk-order] .order > li');
  await expect(rows).toHaveCount(7);
  const placeOf = async (text: string) =>
    (await rows.allTextContents()).findIndex((row) => row.includes(text));
  for (const [place, text] of [...right, 'Steps below this line'].entries()) {
    if (text.startsWith('Steps')) continue;
    for (let at = await placeOf(text); at > place; at = await placeOf(text)) {
      await rows.nth(at).getByRole('button', { name: /up$/ }).press('Enter');
    }
  }
  await card.check.click();
  await card.expectVerdict('wrong');
  const extra = rows.filter({ hasText: 'Follow each path' });
  const down = extra.getByRole('button', { name: /down$/ });
  while (!(await extra.getAttribute('data-out'))) await down.press('Enter');
  await expect(card.live).toContainText('left out');
  await card.check.click();
  await card.expectVerdict('correct');
  await page.reload();
  await cardOf(page, 'graph-walk-order');
  await expect(rows.first()).toContainText(right[0]!);
});

test('steps, dragged', async ({ page }) => {
  await openGraphs(page);
  await cardOf(page, 'graph-walk-order');
  const rows = page.locator('[data-exercise=graph-walk-order] .order > li');
  const first = await rows.first().getAttribute('data-key');
  await rows.first().scrollIntoViewIfNeeded();
  const from = (await rows.first().locator('.order-handle').boundingBox())!;
  const to = (await rows.nth(2).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 8 });
  await page.mouse.up();
  await expect(rows.nth(2)).toHaveAttribute('data-key', first!);
});
