// After a check: what is said, what is offered next, and what happens where the engine is late or does not come.
import { expect, type Page, test } from '@playwright/test';
import { cardOf, openGraphs } from './card.ts';

/** The files with the engine's judge; everything else of the page is let through. */
const judge = /_astro\/.*\.js$/;

/** Holds back what the page asks for after it has come to life, until told otherwise. */
async function holdScripts(page: Page, how: 'offline' | 'late') {
  let held = true;
  const waiting: (() => void)[] = [];
  await page.route(judge, async (route) => {
    if (held && how === 'offline') return route.abort();
    if (held) await new Promise<void>((go) => waiting.push(go));
    return route.continue();
  });
  return () => {
    held = false;
    for (const go of waiting) go();
  };
}

test('a formula in the author’s message is heard once, in words', async ({ page }) => {
  await page.goto('softmax-cross-entropy/');
  const card = await cardOf(page, 'softmax-jacobian');
  await card.answer('f_k (1 - f_k)');
  await card.expectVerdict('wrong');
  await expect(card.live).toHaveText(/^Not right\. That is the diagonal, and it leaves l out\./);
  await expect(card.live).toContainText('happens to f sub k when');
});

test('help is offered after two wrong tries, the solution and the next exercise after a right one', async ({
  page,
}) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  const other = await cardOf(page, 'graph-partials', 'dy');
  const offer = card.verdict.locator('.verdict-next');
  await card.answer('4x');
  await card.expectVerdict('wrong');
  await expect(offer).toHaveCount(0);
  await card.answer('5x');
  await card.expectVerdict('wrong');
  await offer.getByRole('button', { name: 'Take a hint' }).click();
  const hint = page.locator('[data-part="dx"] [data-hint="1"]');
  await expect(hint).toHaveAttribute('open');
  await expect(hint.locator('summary')).toBeFocused();
  await card.field.fill('4x + 3y');
  await expect(card.verdict).toContainText('You have changed your response since.');
  await card.field.press('Enter');
  await card.expectVerdict('correct');
  // The solution tells of the other part, which is open still.
  await expect(offer).toHaveCount(0);
  await other.answer('3x + 2y');
  await other.expectVerdict('correct');
  await other.verdict.getByRole('button', { name: 'Compare with the solution' }).click();
  await expect(page.locator('#graph-partials [data-solution]')).toHaveAttribute('open');
  await other.verdict.getByRole('link', { name: /^Next: Exercise/ }).click();
  await expect(page).toHaveURL(/#graph-numbers$/);
});

test('offline: said, kept, and checked once the line is back', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  const connect = await holdScripts(page, 'offline');
  await card.answer('4x + 3y');
  await expect(card.root.locator('.card-notice')).toContainText('could not be loaded');
  await expect(card.live).toContainText('Are you offline?');
  await expect(card.field).toHaveValue('4x + 3y');
  connect();
  await card.check.click();
  await card.expectVerdict('correct');
  await expect(card.root.locator('.card-notice')).toHaveCount(0);
});

test('offline: no new numbers that the page could not show', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-numbers');
  const shown = await page.locator('#graph-numbers [data-value]').first().textContent();
  const connect = await holdScripts(page, 'offline');
  await card.root.locator('[data-action="renew"]').click();
  await expect(card.root.locator('.card-notice')).toContainText('could not be loaded');
  await expect(page.locator('#graph-numbers [data-value]').first()).toHaveText(shown!);
  connect();
  await card.root.locator('[data-action="renew"]').click();
  await expect(page.locator('#graph-numbers [data-value]').first()).not.toHaveText(shown!);
});

test('late: a word while the reader waits, and the verdict on what was typed last', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  const arrive = await holdScripts(page, 'late');
  await card.answer('4x');
  await expect(card.standing).toHaveText('Checking …');
  await card.answer('4x + 3y');
  arrive();
  await card.expectVerdict('correct');
  await expect(card.standing).toHaveText('Solved at the first try');
});

test('steps are checked as they are shown, also where none was moved', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-walk-order');
  await card.check.click();
  await card.expectVerdict('wrong');
  const rows = page.locator('#graph-walk-order .order > li');
  // All left out is a state of its own, not the beginning.
  for (let used = 6; used > 0; used--) {
    await rows
      .nth(used - 1)
      .getByRole('button', { name: /down$/ })
      .press('Enter');
    await expect(rows.nth(used - 1)).toHaveText('Steps below this line are left out');
  }
  await expect(rows.first()).toContainText('Steps below this line');
  await card.check.click();
  await card.expectVerdict('unreadable');
});

test('a choice is heard with its reason, and explained whole once it is solved', async ({ page }) => {
  await page.goto('dense-layers/');
  const card = await cardOf(page, 'delta-shapes');
  const options = page.locator('#delta-shapes .choice-option');
  await options.nth(1).locator('input').check();
  await card.check.click();
  await card.expectVerdict('wrong');
  await expect(card.live).toContainText('Not right. capital W layer 4 is 8 times 5');
  await expect(options.nth(0).locator('[data-because]')).toBeHidden();
  await options.nth(0).locator('input').check();
  await card.check.click();
  await card.expectVerdict('correct');
  for (const [i, mark] of ['Right.', 'Not right.', 'Not right.', 'Not right.'].entries()) {
    await expect(options.nth(i).locator('[data-because]')).toBeVisible();
    await expect(options.nth(i).locator('.choice-mark')).toHaveText(mark);
  }
});

test('a slip: the line chosen is marked, and asked for before the mend is read', async ({ page }) => {
  await page.goto('dense-layers/');
  const card = await cardOf(page, 'delta-index-slip');
  await card.answer("phi'(v) q");
  await card.expectVerdict('unreadable');
  await expect(card.verdict).toContainText('Choose the line');
  await expect(card.verdict.locator('mark')).toHaveCount(0);
  await card.root.locator('select').selectOption('3');
  await expect(page.locator('#delta-index-slip [data-chosen]')).toHaveAttribute('data-line', '3');
  await card.check.click();
  await expect(card.verdict.locator('mark')).toHaveText('v');
  await expect(card.verdict.locator('code')).not.toContainText('3:');
});

test('an array pasted into a cell fills the array', async ({ page }) => {
  await page.goto('dense-layers/');
  const card = await cardOf(page, 'delta-by-hand');
  const cells = card.root.locator('.entry-input');
  await cells.first().focus();
  await cells.first().evaluate((cell) => {
    const data = new DataTransfer();
    data.setData('text/plain', '[0.5\n -1\n 2/3]');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(cells.nth(0)).toHaveValue('0.5');
  await expect(cells.nth(1)).toHaveValue('-1');
  await expect(cells.nth(2)).toHaveValue('2/3');
});

test('a graph: deleting and undoing keep the focus, Escape lets an operand go', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-build');
  const undo = card.root.getByRole('button', { name: 'Undo' });
  await card.root.locator('[data-row="new"] button').press('Enter');
  await card.root.getByRole('button', { name: 'Delete node a' }).press('Enter');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card.root.locator('[data-row="a"]')).toHaveCount(1);
  await expect(card.live).toContainText('Undone');
  await page.keyboard.press('Enter');
  await expect(undo).toBeFocused();
  await card.root.locator('[data-node="x"]').press('Enter');
  await expect(card.root.locator('[data-state="picked"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card.root.locator('[data-state="picked"]')).toHaveCount(0);
});

test('a symbol that was put in can be undone', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  await card.field.fill('xy');
  await card.root.getByRole('button', { name: 'power' }).click();
  await expect(card.field).toHaveValue('xy^');
  await card.field.press('Control+z');
  await expect(card.field).not.toHaveValue('xy^');
});
