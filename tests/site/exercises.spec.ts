// Answering in the page: right, wrong, unreadable; saved, restored, heard, by keyboard alone, and after translation.
import { expect, test } from '@playwright/test';
import { cardOf, openGraphs, wrapTexts } from './card.ts';

test.describe('a formula', () => {
  test('right in any equivalent form', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    for (const right of ['4x + 3y', '2x + y + 2(x + y)', '3(x+y) + x', '\\frac{8x + 6y}{2}', '4·x + 3·y']) {
      await card.answer(right);
      await card.expectVerdict('correct');
    }
    await expect(card.standing).toContainText('Solved at the first try');
  });

  test('wrong, with the author’s message for the mistake that was made', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    await card.answer('2x + y');
    await card.expectVerdict('wrong');
    const authored = page.locator('[data-exercise="graph-partials"] [data-mistake]').first();
    await expect(authored).toBeHidden();
    await expect(card.verdict).toContainText((await authored.textContent())!.trim().slice(0, 20));
    await expect(card.standing).toContainText('1 try');
    await expect(card.live).toContainText('Not right');
  });

  test('is contested with all that is needed to repeat it', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    await card.answer('2x + y');
    await card.expectVerdict('wrong');
    await card.verdict.getByText('Report this verdict').click();
    const report = card.verdict.getByRole('textbox');
    await expect(report).toHaveValue(/^Verdict on graph-partials \[dx\]\n/);
    await expect(report).toHaveValue(/numbers \d+\nResponse:\n {4}2x \+ y\nVerdict: wrong/);
  });

  test('unreadable, with the place, and no try counted', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    await card.answer('4x + 3q');
    await card.expectVerdict('unreadable');
    await expect(card.verdict.locator('mark')).toHaveText('q');
    await expect(card.standing).toHaveText('');
    await expect(card.field).toHaveAttribute('aria-invalid', 'true');
  });

  test('is typeset while it is typed', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    await card.field.fill('(4x + 3y)/2');
    await expect(card.root.locator('.formula-preview .katex .mfrac')).toBeVisible();
    await card.field.fill('(4x + 3y');
    await expect(card.root.locator('.formula-error mark')).toBeVisible();
  });

  test('symbols are put in at the caret', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-partials', 'dx');
    await card.field.fill('xy');
    await card.field.press('ArrowLeft');
    await card.root.getByRole('button', { name: 'power' }).click();
    await expect(card.field).toHaveValue('x^y');
    await expect(card.field).toBeFocused();
  });
});

test.describe('what is kept', () => {
  test('the response and the mark survive a reload; unchecked text too', async ({ page }) => {
    await openGraphs(page);
    let card = await cardOf(page, 'graph-partials', 'dx');
    await card.answer('4x');
    await card.expectVerdict('wrong');
    await card.answer('4x + 3y');
    await card.expectVerdict('correct');
    const other = await cardOf(page, 'graph-partials', 'dy');
    await other.field.fill('3x +');
    await page.reload();
    card = await cardOf(page, 'graph-partials', 'dx');
    await expect(card.field).toHaveValue('4x + 3y');
    await expect(card.standing).toContainText('Solved at try 2');
    await expect((await cardOf(page, 'graph-partials', 'dy')).field).toHaveValue('3x +');
  });

  test('two tabs keep each other’s work', async ({ context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    await openGraphs(one);
    await openGraphs(two);
    const first = await cardOf(one, 'graph-partials', 'dx');
    const second = await cardOf(two, 'graph-partials', 'dy');
    await first.answer('4x + 3y');
    await first.expectVerdict('correct');
    await second.answer('3x + 2y');
    await second.expectVerdict('correct');
    await expect((await cardOf(one, 'graph-partials', 'dy')).standing).toContainText('Solved');
    await expect((await cardOf(two, 'graph-partials', 'dx')).standing).toContainText('Solved');
  });

  test('a storage that is forbidden or damaged costs a notice, not the page', async ({ browser }) => {
    for (const [spoil, says] of [
      [
        'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })',
        'does not let the page save',
      ],
      [
        'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }',
        'storage is full',
      ],
      ['localStorage.setItem("backprop-by-hand:progress", "{\\"format\\":")', 'could not be read'],
    ] as const) {
      const page = await browser.newPage();
      await page.addInitScript(spoil);
      await openGraphs(page);
      const card = await cardOf(page, 'graph-partials', 'dx');
      await card.answer('4x + 3y');
      await card.expectVerdict('correct');
      await expect(card.standing).toContainText('Solved');
      await expect(card.root.locator('.card-notice')).toContainText(says);
      await page.close();
    }
  });
});

test('bad input is told apart from wrong answers, counts no try, and breaks nothing', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  const bad = [
    '',
    '   ',
    'I do not know',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    '('.repeat(20_000),
    '1e999',
    '\\href{javascript:alert(1)}{x}',
    '4x + 3y \u202e',
  ];
  page.on('dialog', () => {
    throw new Error('a response ran as script');
  });
  for (const text of bad) {
    await card.answer(text);
    await card.expectVerdict('unreadable');
    await expect(card.verdict.locator('.verdict-message')).not.toHaveText('');
    await expect(card.standing).toHaveText('');
  }
  await card.answer('0/0');
  await expect(card.verdict).toHaveAttribute('data-verdict', /wrong|unreadable/);
  await card.answer('4x + 3y');
  await card.expectVerdict('correct');
});

test('every text wrapped by a translator: still judged, shown and saved', async ({ page }) => {
  await openGraphs(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  await wrapTexts(page);
  await card.answer('2x + y');
  await card.expectVerdict('wrong');
  await expect(card.standing).toContainText('1 try');
  await wrapTexts(page);
  await card.answer('4x + 3q');
  await card.expectVerdict('unreadable');
  await wrapTexts(page);
  await card.answer('4x + 3y');
  await card.expectVerdict('correct');
  await expect(card.verdict).toContainText('Right');
  await expect(card.verdict).not.toContainText('Not right');
  await expect(card.standing).toHaveText(/^Solved at try 2$/);
});

test('translated before the script arrives: the cards still come to life', async ({ page }) => {
  await page.route('**/*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 600));
    await route.continue();
  });
  await page.goto('computation-graphs/', { waitUntil: 'commit' });
  await page.locator('footer').waitFor({ state: 'attached' });
  await wrapTexts(page);
  const card = await cardOf(page, 'graph-partials', 'dx');
  await card.answer('4x + 3y');
  await card.expectVerdict('correct');
  await expect(card.root.locator('[data-action="check"]')).toHaveText('Check');
});

test('by keyboard alone, from the exercise’s heading to the verdict', async ({ page }) => {
  await openGraphs(page);
  await cardOf(page, 'graph-partials', 'dx');
  await page.locator('#graph-partials .anchor').first().focus();
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press('Tab');
    if (
      await page
        .locator('[id="graph-partials-dx-field"]')
        .evaluate((field) => field === document.activeElement)
    )
      break;
  }
  await expect(page.locator('[id="graph-partials-dx-field"]')).toBeFocused();
  await page.keyboard.type('4x + 3y');
  await page.keyboard.press('Enter');
  const card = await cardOf(page, 'graph-partials', 'dx');
  await card.expectVerdict('correct');
  await expect(card.field).toBeFocused();
  await expect(card.live).toContainText('Right');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('prompts, hints and solutions are there, and no dead field', async ({ page }) => {
    await page.goto('computation-graphs/');
    const exercise = page.locator('[data-exercise="graph-partials"]');
    await expect(exercise.locator('.card').first()).toBeHidden();
    await expect(exercise.locator('.card-paper').first()).toBeVisible();
    await exercise.locator('[data-solution] summary').first().click();
    await expect(exercise.locator('[data-solution] .folded').first()).toBeVisible();
  });
});
