// The labs in their chapters: worked by keyboard, sent in an address, paused, still, narrow, without scripts, and translated.
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { wrapTexts } from './card.ts';
import { open } from './open.ts';

const labs = [
  ['activations', 'slope'],
  ['activations', 'exponential'],
  ['backprop-by-hand', 'start'],
  ['dense-layers', 'delta'],
  ['softmax-cross-entropy', 'simplex'],
  ['softmax-cross-entropy', 'jacobian'],
  ['softmax-cross-entropy', 'overflow'],
  ['convolution-gradients', 'conv'],
  ['convolution-gradients', 'filter'],
  ['vanishing-gradients', 'vanishing'],
  ['relu-xor', 'planes'],
  ['relu-xor', 'xor'],
  ['your-own-engine', 'own-engine'],
] as const;

/** The lab in its chapter, scrolled to, turned to, and so awake. */
async function openLab(page: Page, chapter: string, name: string, query = '') {
  await open(page, `${chapter}/${query}`);
  const lab = page.locator(`[data-lab="${name}"]`);
  await lab.hover();
  await expect(page.locator('astro-island:not([ssr])', { has: lab })).toBeAttached();
  return lab;
}

for (const [chapter, name] of labs) {
  test(`${name} moves by keyboard, also where its texts have been translated`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const lab = await openLab(page, chapter, name);
    const slider = lab.getByRole('slider').first();
    const pushed =
      (await slider.count()) > 0 ? slider : lab.getByRole('button', { name: 'Step', exact: true });
    await wrapTexts(page);
    await pushed.focus();
    const before = await lab.innerHTML();
    await page.keyboard.press(pushed === slider ? 'ArrowRight' : 'Enter');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => lab.innerHTML()).not.toBe(before);
    await expect.poll(() => page.url()).toContain(`${name}.`);
    expect(errors).toEqual([]);
  });

  test(`${name} fits into 320 px and passes axe`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    const lab = await openLab(page, chapter, name);
    const over = await lab.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [...element.querySelectorAll('*')].filter(
        (one) =>
          !one.closest('.scroll-x, .visually-hidden, .katex, .lab-plot, svg') &&
          one.getBoundingClientRect().right > box.right + 1,
      ).length;
    });
    expect(over).toBe(0);
    // In both schemes the whole page is looked at, wide (axe.spec.ts).
    expect(await axeFaults(page, `[data-lab="${name}"]`, ['light'])).toEqual([]);
  });
}

test.describe('a setting in the address', () => {
  test('is where the lab begins', async ({ page }) => {
    const lab = await openLab(page, 'relu-xor', 'xor', '?xor.w=1_-1_-1_1_1_1');
    await expect(lab.getByRole('status').first()).toContainText('All four classes are right');
  });

  test('repeats a training run', async ({ page }) => {
    const lab = await openLab(page, 'backprop-by-hand', 'start', '?start.steps=2');
    await expect(lab.getByRole('status').first()).toContainText('4 of 6 weights have moved');
    await expect(lab.locator('.start-cell[data-moved]')).toHaveCount(4);
  });

  test('goes on in slices where many steps are asked for, and ends where it should', async ({ page }) => {
    const lab = await openLab(
      page,
      'vanishing-gradients',
      'vanishing',
      '?vanishing.depth=3&vanishing.steps=250',
    );
    await expect(lab.locator('.lab-buttons .lab-steps')).toContainText('250 steps', { timeout: 15_000 });
  });

  test('holds the walk through a graph, its step and its point', async ({ page }) => {
    await open(page, 'computation-graphs/?graph.done=18&graph.at=-3_1');
    const figure = page.locator('.stepper').first();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.stepper-count')).toContainText('Step 18');
    await expect(figure.locator('.graph-node').first()).toHaveAttribute('aria-label', /value −3, /);
    await figure.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => page.url()).toContain('graph.done=17');
    await open(page, 'backprop-by-hand/?net.done=2');
    await page.locator('.stepper').scrollIntoViewIfNeeded();
    await expect(page.locator('.stepper-count')).toContainText('Step 2 ');
  });

  test('is harmless where it is nonsense', async ({ page }) => {
    const lab = await openLab(page, 'relu-xor', 'xor', '?xor.w=%3Cb%3E&xor.rate=1e99&xor.seed=-1');
    await expect(lab.getByRole('spinbutton', { name: 'w11 as a number' })).toHaveValue('1');
  });
});

test('a number beyond the bounds of its lab is put back within them', async ({ page }) => {
  const lab = await openLab(page, 'activations', 'exponential', '?exponential.z=20');
  const status = lab.getByRole('status').first();
  await expect(status).toContainText('The slopes differ');
  const box = lab.getByRole('spinbutton', { name: 'z as a number' });
  await box.fill('800');
  await expect(box).toHaveValue('400');
  await expect(status).toContainText('infinity over infinity');
});

test.describe('a run', () => {
  test('plays, pauses while it is out of view, and goes back to its start', async ({ page }) => {
    const lab = await openLab(page, 'relu-xor', 'xor');
    const steps = async () =>
      Number.parseInt((await lab.locator('.lab-buttons .lab-steps').textContent()) ?? '', 10);
    await lab.getByRole('button', { name: 'Play' }).click();
    await expect.poll(steps).toBeGreaterThan(5);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(300);
    const paused = await steps();
    await page.waitForTimeout(500);
    expect(await steps()).toBe(paused);
    await lab.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(steps).toBe(0);
    await expect(lab.getByRole('spinbutton', { name: 'w11 as a number' })).toHaveValue('1');
  });

  test('has no play button where less motion is wanted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lab = await openLab(page, 'vanishing-gradients', 'vanishing');
    await expect(lab.getByRole('button', { name: 'Step', exact: true })).toBeVisible();
    await expect(lab.getByRole('button', { name: 'Play' })).toHaveCount(0);
    await lab.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(lab.locator('.lab-buttons .lab-steps')).toContainText('1 step');
  });

  test('finds a start that never learns, and says why', async ({ page }) => {
    const lab = await openLab(page, 'relu-xor', 'xor');
    await lab.getByRole('button', { name: 'Find a start that never learns' }).click();
    await expect(lab.getByRole('status').first()).toContainText('never learns');
  });
});

test('what is typed stands, and out-of-range numbers are kept inside', async ({ page }) => {
  const lab = await openLab(page, 'activations', 'slope');
  const field = lab.getByRole('spinbutton', { name: 'z as a number' });
  await field.fill('-2.5');
  await expect(lab.getByRole('slider', { name: 'z', exact: true })).toHaveValue('-2.5');
  await field.fill('99');
  await expect(lab.getByRole('slider', { name: 'z', exact: true })).toHaveValue('6');
});

test('a picture is drawn by arrow keys and space', async ({ page }) => {
  const lab = await openLab(page, 'convolution-gradients', 'filter');
  await lab.getByRole('button', { name: 'Clear' }).click();
  await expect(lab.locator('.pixel')).toHaveCount(0);
  await lab.getByRole('application').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', ' '])
    await page.keyboard.press(key);
  await expect(lab.getByRole('application').locator('.pixel')).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a lab is its picture and a sentence', async ({ page }) => {
    await page.goto('activations/');
    const lab = page.locator('[data-lab="slope"]');
    const drawings = lab.locator('.lab-plot').first().locator('svg').filter({ visible: true });
    await expect(drawings).toHaveCount(1);
    await expect(drawings.locator('.lab-curve').first()).toBeVisible();
    await expect(lab.getByText('This lab needs JavaScript')).toBeVisible();
    await expect(lab.getByRole('slider')).toHaveCount(0);
  });
});
