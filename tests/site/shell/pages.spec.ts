// The site around the chapters: addresses, navigation, themes, search, copying, small screens.
import { expect, test } from '@playwright/test';

const pages = ['', 'first/', 'second/', 'about/', 'exercises/', 'progress/', '404.html'];

test('every page stands on its own under a base path and asks no other host for anything', async ({
  page,
  baseURL,
}) => {
  const bad: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url()))
      bad.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) bad.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => bad.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') bad.push(message.text());
  });
  for (const path of pages) {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    const broken = await page
      .locator('a[href]')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).href)
          .filter(
            (href) =>
              new URL(href).origin === location.origin && !new URL(href).pathname.startsWith('/some/base/'),
          ),
      );
    expect(broken, path).toEqual([]);
  }
  expect(bad).toEqual([]);
});

test('every link inside the book leads somewhere', async ({ page, request }) => {
  const seen = new Set<string>();
  for (const path of [...pages.slice(0, -1), 'print/', 'print/second/', 'embed/draw/']) {
    await page.goto(path);
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      if (href.startsWith(new URL('.', page.url()).origin)) seen.add(href);
    }
  }
  for (const href of seen) {
    const [address = '', hash] = href.split('#');
    const response = await request.get(address);
    expect(response.status(), href).toBe(200);
    if (hash) expect(await response.text(), href).toContain(`id="${decodeURIComponent(hash)}"`);
  }
});

test('an address that leads nowhere gives the contents', async ({ page }) => {
  const response = await page.goto('no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expect(page.getByRole('link', { name: 'First things' })).toBeVisible();
});

test('references carry numbers and lead to their target', async ({ page }) => {
  await page.goto('first/');
  const text = page.locator('p', { hasText: 'See equation' });
  await expect(text).toHaveText('See Equation 1.1, Exercise 1.1, Figure 1.1 and Second things.');
  await text.getByRole('link', { name: 'Exercise 1.1' }).click();
  await expect(page).toHaveURL(/first\/#slope$/);
  await expect(page.locator('#slope')).toBeInViewport();
});

test('a chapter that was renamed is found under its old name', async ({ page }) => {
  await page.goto('the-first/');
  await expect(page).toHaveURL(/\/first\/$/);
});

test('chapters lead to each other', async ({ page }) => {
  await page.goto('first/');
  await page.getByRole('link', { name: 'Next Second things' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second things');
  await page.getByRole('link', { name: 'Previous First things' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First things');
});

test('the theme goes round and is kept', async ({ page }) => {
  await page.goto('first/');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
});

test('the section that is read is marked, after a jump too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 300 });
  await page.goto('first/');
  const marked = page.locator('.on-this-page [aria-current]');
  await expect(marked).toHaveCount(0);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await expect(marked).toHaveText((await page.locator('.on-this-page a').last().textContent()) ?? '');
});

test('search opens with a key, finds words and TeX, and is left with Escape', async ({ page }) => {
  await page.goto('second/');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('wide');
  await expect(dialog.getByRole('link').first()).toContainText('First things');
  await page.getByRole('searchbox').fill('a_{16}');
  await expect(dialog.getByRole('link').first()).toContainText('a_{16}');
  await page.getByRole('searchbox').fill('quixotry');
  await expect(dialog.getByRole('status')).toContainText('Nothing found');
  // What is read in later is found, too.
  await page.getByRole('searchbox').fill('summand');
  await expect(dialog.getByRole('link').first()).toContainText('for both factors');
  await page.getByRole('searchbox').fill('margin');
  // The words of the formula, without its TeX.
  await expect(dialog.getByRole('link').first()).toContainText('The rule is. d f over d x equals 2 x.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/first\//);
  // Enter before the results have come follows the first of them.
  await page.goto('second/');
  await page.keyboard.press('/');
  await page.keyboard.type('wide');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/first\//);
});

test('a slash typed into a response stays a slash', async ({ page }) => {
  await page.goto('first/');
  const field = page.locator('[data-exercise=slope] input').first();
  await field.click();
  await page.keyboard.type('x/2');
  await expect(field).toHaveValue('x/2');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a formula has words for a screen reader, and is copied as TeX', async ({ page }) => {
  await page.goto('first/');
  await expect(page.locator('#rule')).toContainText('d f over d x equals 2 x');
  await expect(page.locator('#rule .katex-html').first()).toHaveAttribute('aria-hidden', 'true');
  const copied = await page.evaluate(() => {
    const rule = document.querySelector('#rule') as Element;
    getSelection()?.selectAllChildren(rule);
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    rule.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain');
  });
  expect(copied).toContain('$${\\frac{\\partial f}{\\partial x}} = 2{x}.$$');
});

test('what is copied with a formula is what was seen', async ({ page }) => {
  await page.goto('first/');
  await expect(page.locator('#slope [data-ready=true]')).toBeVisible();
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('#slope') as Element);
    const clipboardData = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toMatch(/^Exercise 1\.1\s*The slope\n+How fast does \$x\^2\$ grow\?\n/);
  for (const unseen of ['<', 'function', 'Both factors', 'Write it as', 'summand', '\n\n\n'])
    expect(copied).not.toContain(unseen);
});

test('the list of exercises is narrowed down by kind and state, and the choice is in the address', async ({
  page,
}) => {
  await page.goto('exercises/');
  const entries = page.locator('[data-entry]:visible');
  await expect(entries).toHaveCount(5);
  await page.getByLabel('Kind').selectOption('choice');
  await expect(entries).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('1 exercise');
  await page.reload();
  await expect(entries).toHaveCount(1);
  await page.getByLabel('Kind').selectOption('');
  await page.getByLabel('State').selectOption('solved');
  await expect(entries).toHaveCount(0);
});

test('solving an exercise shows in the contents and in the list', async ({ page }) => {
  await page.goto('first/');
  const exercise = page.locator('[data-exercise=slope]');
  await exercise.locator('input').first().fill('x + x');
  await exercise.locator('[data-action=check]').click();
  await expect(exercise).toContainText('Solved');
  await page.goto('exercises/?state=solved');
  await expect(page.locator('[data-entry]:visible')).toHaveCount(1);
  await page.goto('');
  await expect(page.locator('.contents')).toContainText('1 of 2 solved');
});

test('the text, the formulas, the hints and the solutions are there without JavaScript', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('first/');
  await expect(page.locator('#rule .katex-html')).toBeVisible();
  const hint = page.locator('#slope details').first();
  await hint.locator('summary').click();
  await expect(hint).toContainText('Write it as a product.', { useInnerText: true });
  const solution = page.locator('#slope .solution');
  await solution.locator('summary').click();
  await expect(solution.locator('.katex')).toBeVisible();
  await page.goto('second/');
  await expect(page.locator('[data-option]').first()).toBeVisible();
  await expect(page.locator('[data-because]').first()).toBeHidden();
  await context.close();
});

for (const width of [320, 768, 1440]) {
  test(`at ${width} px no page scrolls sideways, and what is too wide scrolls by itself`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of pages) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, path).toBeLessThanOrEqual(0);
    }
    await page.goto('first/');
    const wide = page.locator('.formula', { hasText: 'a sub 16' });
    await expect(wide).toHaveAttribute('tabindex', '0');
  });
}

test('a newcomer can solve something on the first page', async ({ page }) => {
  await page.goto('');
  const exercise = page.locator('[data-exercise=slope]');
  await expect(exercise.locator('[data-card]')).toHaveAttribute('data-ready', 'true');
  await exercise.locator('input').first().fill('2x');
  await exercise.locator('[data-action=check]').click();
  await expect(exercise).toContainText('Solved');
});
