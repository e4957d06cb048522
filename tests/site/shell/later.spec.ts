// The whole book on one page keeps all but its titles back, a chapter its solutions; nobody who reads on, goes to a
// place or prints can tell.
import { expect, type Page, test } from '@playwright/test';

const ALL = 5;
const exercises = (page: Page) => page.locator('.paper-chapter .exercise');

test('what is kept back is read in at each sign of the reader', async ({ page }) => {
  const signs = [
    () => page.mouse.wheel(0, 50),
    () => page.mouse.move(200, 200),
    () => page.keyboard.press('Control'),
  ];
  for (const sign of signs) {
    await page.goto('print/');
    await expect(exercises(page)).toHaveCount(0);
    await sign();
    await expect(exercises(page)).toHaveCount(ALL);
    await expect(page.locator('.answer-key')).toContainText('slope');
    await expect(page.locator('noscript')).toHaveCount(0);
  }
});

test('it is read in after a while without any sign', async ({ page }) => {
  await page.goto('print/');
  await expect(exercises(page)).toHaveCount(0);
  await expect(exercises(page)).toHaveCount(ALL, { timeout: 20_000 });
});

test('it is printed without any sign', async ({ page }) => {
  await page.goto('print/');
  await page.pdf();
  expect(await exercises(page).count()).toBe(ALL);
});

test('a jump within the page finds its place in it', async ({ page }) => {
  await page.goto('print/');
  // The click of a script gives no other sign.
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#draw';
    document.body.append(link);
    link.click();
  });
  await expect(page.locator('#draw')).toBeInViewport();
});

test('a link into it finds its place, and so does who reloads', async ({ page }) => {
  await page.goto('print/');
  await page.mouse.move(200, 200);
  const last = page.locator('.paper-chapter [id]').last();
  const place = await last.getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`print/#${place}`);
  await expect(page.locator(`[id="${place}"]`)).toBeInViewport();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('.answer-key')).toBeInViewport();
  await page.reload();
  await expect(page.locator('.answer-key')).toBeInViewport();
});

test('a solution is there when it is unfolded, even without any sign', async ({ page }) => {
  await page.goto('first/');
  const solution = page.locator('#slope .solution');
  await expect(solution.locator('.math')).toHaveCount(0);
  await solution.evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  // Sooner than it is read in by itself.
  await expect(solution.locator('.math')).toBeVisible({ timeout: 5000 });
  await page.goto('embed/slope/');
  await solution.locator('summary').click();
  await expect(solution.locator('.math')).toBeVisible();
});

test('a page whose scripts cannot be had stands as without scripts', async ({ page }) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto('first/');
  const exercise = page.locator('#slope');
  await exercise.locator('.solution > summary').click();
  await expect(exercise.locator('.solution .math').first()).toBeVisible();
  await expect(exercise.locator('.card-paper')).toBeVisible();
  await expect(exercise.locator('input')).toBeHidden();
});

test('a field whose script cannot be had says so', async ({ page }) => {
  await page.route('**/_astro/ExerciseIsland*.js*', (route) => route.abort());
  for (const path of ['first/', 'embed/slope/']) {
    await page.goto(path);
    const field = page.locator('#slope .exercise-field');
    await expect(field.getByRole('alert')).toHaveText(/could not be loaded/);
    await expect(field.getByRole('textbox')).toBeVisible();
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all of it is there', async ({ page }) => {
    await page.goto('print/');
    await expect(exercises(page)).toHaveCount(ALL);
    await expect(page.locator('.answer-key')).toBeVisible();
  });
});
