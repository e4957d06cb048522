// Labs sleep until the reader turns to them, exercises until they are seen or, once the reader reads on, near; nothing that was
// done meanwhile is lost.
import { expect, type Page, test } from '@playwright/test';
import { open } from './open.ts';
import { listen } from './quiet.ts';

/** Scripts arrive late from now on; calling what it gives lets them pass. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('scrolling past a lab loads no script of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await open(page, 'activations/');
  const lab = page.locator('[data-lab="slope"]');
  await lab.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  expect(scripts.filter((url) => /SlopeLab|Plot|katex|tape/.test(url))).toEqual([]);
  await lab.hover();
  await expect.poll(() => scripts.some((url) => url.includes('SlopeLab'))).toBe(true);
});

test('exercises wake after the first paint where they are seen, near ones at the first sign', async ({
  page,
}) => {
  const of = (kind: string) => page.locator(`astro-island[client="near"]:${kind}`);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto('');
  await expect(of('not([ssr])')).not.toHaveCount(0, { timeout: 5000 });
  const [painted, asked] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
    performance.getEntriesByType('resource').find(({ name }) => name.includes('ExerciseIsland'))!.startTime,
  ]);
  expect(asked).toBeGreaterThanOrEqual(painted!);

  // A window that shows none of them, the first just below it.
  const height = 600;
  await page.setViewportSize({ width: 1280, height });
  const quiet = listen(page);
  await page.goto('computation-graphs/');
  const { y } = (await page.locator('.exercise-field').first().boundingBox())!;
  expect(y).toBeGreaterThan(height);
  expect(y).toBeLessThan(height + 600);
  await quiet();
  await expect(of('not([ssr])')).toHaveCount(0);
  await page.keyboard.press('Shift');
  await expect(of('not([ssr])')).not.toHaveCount(0);
});

test('formulas of a sleeping lab are drawn, and waking it draws none anew', async ({ page }) => {
  await open(page, 'activations/');
  const lab = page.locator('[data-lab="slope"]');
  await expect(lab.locator('.lab-status .katex').first()).toBeVisible();
  const before = await lab.locator('.lab-status').innerHTML();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await lab.hover();
  await expect(page.locator('astro-island:not([ssr])', { has: lab })).toBeAttached();
  expect(await lab.locator('.lab-status').innerHTML()).toBe(before);
  expect(scripts.filter((url) => url.includes('katex'))).toEqual([]);
});

test('a button pressed before the stepper is awake is pressed for it again', async ({ page }) => {
  const quiet = listen(page);
  await open(page, 'computation-graphs/');
  await quiet();
  const release = await holdScripts(page);
  const stepper = page.locator('.stepper').first();
  await stepper.getByRole('button', { name: 'Forward' }).click();
  await expect(stepper.locator('.stepper-count')).toHaveText(/Step 0 /);
  release();
  await expect(stepper.locator('.stepper-count')).toHaveText(/Step 1 /);
});

test('a response entered before the exercise is awake is judged when it is', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('computation-graphs/#graph-partials', { waitUntil: 'commit' });
  const card = page.locator('[data-card="graph-partials-dx"]');
  await card.getByRole('textbox').fill('4x + 3y');
  await card.getByRole('textbox').press('Enter');
  const other = page.locator('[data-card="graph-partials-dy"]');
  await other.getByRole('textbox').fill('x');
  await other.getByRole('button', { name: 'Check' }).click();
  await expect(card).toHaveAttribute('data-ready', 'false');
  release();
  await expect(card.locator('[data-verdict="correct"]')).toBeVisible();
  await expect(other.locator('[data-verdict="wrong"]')).toBeVisible();
});

test('a check that is asked for while the exercise wakes is made when it is awake', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('embed/graph-partials/', { waitUntil: 'commit' });
  const card = page.locator('[data-card="graph-partials-dx"]');
  await card.getByRole('textbox').fill('4x + 3y');
  // It is drawn then, and no effect of it has come yet.
  await page.locator('astro-island', { has: card }).evaluate((island) => {
    const watcher = new MutationObserver(() => {
      watcher.disconnect();
      setTimeout(() => island.querySelector<HTMLElement>('[data-action="check"]')?.click());
    });
    watcher.observe(island, { attributeFilter: ['ssr'] });
  });
  release();
  await expect(card.locator('[data-verdict="correct"]')).toBeVisible();
});

test('a field that has the focus before the exercise is awake shows what is read in it', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('embed/graph-partials/', { waitUntil: 'commit' });
  const card = page.locator('[data-card="graph-partials-dx"]');
  await card.getByRole('textbox').click();
  await page.keyboard.type('4x');
  release();
  await expect(card.getByRole('toolbar')).toBeVisible();
  await expect(card.locator('.formula-preview .katex')).toBeVisible();
});

test('a value set and a box ticked before the lab is awake stand afterwards', async ({ page }) => {
  const quiet = listen(page);
  await open(page, 'activations/');
  await quiet();
  const release = await holdScripts(page);
  const lab = page.locator('[data-lab="slope"]');
  await lab.getByRole('slider', { name: 'z', exact: true }).fill('3');
  await lab.getByRole('radio', { name: 'relu' }).check();
  release();
  await expect(lab.getByRole('spinbutton', { name: 'z as a number' })).toHaveValue('3');
  await expect(lab.locator('.lab-status')).toContainText('3');
  await expect(lab.getByRole('radio', { name: 'relu' })).toBeChecked();
  await expect.poll(() => page.url()).toContain('slope.f=relu');
});

for (const width of [1280, 320]) {
  for (const chapter of ['activations', 'vanishing-gradients', 'relu-xor', 'dense-layers']) {
    test(`waking the labs of ${chapter} moves nothing at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, `${chapter}/`);
      await expect(page.locator('noscript.later')).toHaveCount(0);
      const labs = await page.locator('astro-island[client="touch"] > *').all();
      expect(labs).not.toEqual([]);
      for (const lab of labs) {
        const height = () => lab.evaluate((element) => Math.round(element.getBoundingClientRect().height));
        const asleep = await height();
        await lab.hover({ position: { x: 5, y: 5 } });
        await expect(lab.locator('xpath=..')).not.toHaveAttribute('ssr');
        await page.waitForTimeout(150);
        expect(await height()).toBe(asleep);
      }
    });
  }
}
