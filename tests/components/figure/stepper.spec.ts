// Walking through the graph in the chapter: by button, by keyboard, by slider, at a point of one's own.
import { expect, type Page, test } from '@playwright/test';
import { open } from '../../site/open.ts';

async function openStepper(page: Page) {
  await open(page, 'computation-graphs/');
  const figure = page.locator('.stepper').first();
  await figure.scrollIntoViewIfNeeded();
  // The first step shows that the script has taken over.
  await expect(async () => {
    await figure.getByRole('button', { name: 'Forward' }).click();
    await expect(figure.locator('.stepper-count')).not.toHaveText(/Step 0 /, { timeout: 500 });
  }).toPass();
  return figure;
}

test('forwards to the value, backwards to the gradients, and back again', async ({ page }) => {
  const figure = await openStepper(page);
  await expect(figure.locator('.stepper-tale')).toContainText('Forwards');
  const slider = figure.locator('.stepper-slider');
  await slider.focus();
  await slider.press('End');
  await expect(figure.locator('.stepper-tale')).toContainText('Both passes are done');
  const said = await figure
    .locator('.graph-node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
  expect(said[0]).toBe('node 1, x, input, value 2, incoming gradient 11');
  expect(said.at(-1)).toBe('node 8, f, add, value 15, incoming gradient 1, from p and c');
  await figure.getByRole('button', { name: 'Back' }).click();
  await expect(figure.locator('.graph-node').first()).not.toHaveAttribute('aria-label', /gradient 11/);
});

test('at a point of one’s own', async ({ page }) => {
  const figure = await openStepper(page);
  await figure.locator('.stepper-slider').press('End');
  await figure.getByLabel('x as a number').fill('-3');
  await figure.getByLabel('x as a number').press('Tab');
  // ∂f/∂x = 4x + 3y at (−3, 1).
  await expect(figure.locator('.graph-node').first()).toHaveAttribute(
    'aria-label',
    /value −3, incoming gradient −9$/,
  );
  await figure.getByLabel('y', { exact: true }).press('ArrowRight');
  await expect(figure.locator('.graph-node').first()).toHaveAttribute('aria-label', /gradient −7.5$/);
  await figure.getByText('The same graph as a table').click();
  await expect(figure.locator('.graph-table tbody tr').first()).toContainText('−7.5');
});

test('plays only where motion is wanted', async ({ browser }) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await browser.newPage({ reducedMotion });
    const figure = await openStepper(page);
    await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(
      reducedMotion === 'reduce' ? 0 : 1,
    );
    await page.close();
  }
});

test('plays while it is in view, and pauses while it is not', async ({ page }) => {
  const figure = await openStepper(page);
  const count = figure.locator('.stepper-count');
  await figure.getByRole('button', { name: 'Play' }).click();
  const before = await count.textContent();
  await expect(count).not.toHaveText(before!, { timeout: 5000 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  const away = await count.textContent();
  await page.waitForTimeout(2500);
  expect(await count.textContent()).toBe(away);
});

test('paths double, edges add up', async ({ page }) => {
  await open(page, 'computation-graphs/');
  const figure = page.locator('.paths').first();
  await figure.scrollIntoViewIfNeeded();
  const stages = figure.getByRole('slider', { name: 'Stages' });
  await expect(async () => {
    await stages.fill('10');
    await expect(figure.locator('.paths-table')).toContainText('1\u202f024 × 19 = 19\u202f456', {
      timeout: 500,
    });
  }).toPass();
  await expect(figure.locator('.paths-table .gradient')).toHaveText('40');
  await figure.getByRole('slider', { name: 'Path' }).fill('1024');
  await expect(figure.locator('.paths-tale')).toContainText(
    'Path 1024 of 1024 has 20 edges: 19 multiplications.',
  );
});
