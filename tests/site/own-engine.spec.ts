// The last chapter: rules written by the reader make an engine that learns, in the place where programs run.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { cardOf } from './card.ts';
import { open } from './open.ts';

const chapter = readFileSync('content/your-own-engine/index.mdx', 'utf8');

/** The program in the solution of an exercise. */
function solutionOf(id: string): string {
  const exercise = chapter.slice(chapter.indexOf(`id="${id}"`));
  const program = /<Solution>\s*```js\n([\s\S]*?)\n\s*```/.exec(exercise)![1]!;
  return program.replace(/^ {4}/gm, '');
}

const ids = ['own-add', 'own-multiply', 'own-tanh', 'own-matmul', 'own-cross-entropy'];

async function solve(page: Page, id: string, program = solutionOf(id)) {
  const card = await cardOf(page, id);
  await card.field.focus();
  const editor = card.root.locator('.cm-content');
  await editor.fill(program);
  await card.check.click();
  await expect(card.verdict).toHaveAttribute('data-verdict', 'correct', { timeout: 15_000 });
}

async function openLab(page: Page) {
  const lab = page.locator('[data-lab="own-engine"]');
  await lab.hover();
  await expect(page.locator('astro-island:has([data-lab="own-engine"])')).not.toHaveAttribute('ssr');
  return lab;
}

async function learn(lab: Locator, task: 'XOR' | 'digits') {
  await lab.getByRole('radio', { name: task }).check();
  await lab.getByRole('button', { name: 'Learn' }).click();
}

test.beforeEach(async ({ page }) => {
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await open(page, 'your-own-engine/');
});

test('all five rules, then XOR and digits with them, then a digit drawn by keyboard', async ({ page }) => {
  test.setTimeout(240_000);
  for (const id of ids) await solve(page, id);
  const lab = await openLab(page);
  await expect(lab.locator('[data-own]')).toHaveCount(5);
  await learn(lab, 'XOR');
  await expect(lab.locator('.lab-status')).toContainText('4 of 4 corners are right, with 5 rules of yours', {
    timeout: 30_000,
  });
  await learn(lab, 'digits');
  await expect(lab.locator('.lab-status')).toContainText(
    /([89]\d|100) of 100 digits.*with 5 rules of yours/,
    {
      timeout: 40_000,
    },
  );
  await expect(lab.locator('.own-tests li')).toHaveCount(20);
  // A one: down the middle.
  await lab.locator('.own-cell').nth(4).focus();
  for (let row = 0; row < 8; row++) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  await expect(lab.locator('.own-cell[aria-pressed="true"]')).toHaveCount(8);
  await lab.locator('[data-action="ask"]').click();
  await expect(lab.locator('.own-draw [role="status"]')).toContainText(/A \d, with probability/, {
    timeout: 15_000,
  });
  expect(await axeFaults(page, '[data-lab="own-engine"]')).toEqual([]);
});

test('rules that are not written are borrowed, and a stopped run leaves nothing behind', async ({ page }) => {
  const lab = await openLab(page);
  await expect(lab.locator('[data-own]')).toHaveCount(0);
  // The run takes less than a second: Stop is pressed as soon as it is there.
  await lab.evaluate((element) => {
    const watcher = new MutationObserver(() => {
      const stop = [...element.querySelectorAll('button')].find((button) => button.textContent === 'Stop');
      if (!stop) return;
      watcher.disconnect();
      stop.click();
    });
    watcher.observe(element, { childList: true, subtree: true });
  });
  await learn(lab, 'digits');
  await expect(lab.locator('.lab-status')).toContainText('Nothing has been learned');
  await expect(page.locator('iframe')).toHaveCount(0);
  await learn(lab, 'XOR');
  await expect(lab.locator('.lab-status')).toContainText('4 of 4 corners are right', { timeout: 30_000 });
});

test('a rule that is right and never ends afterwards is stopped', async ({ page }) => {
  test.setTimeout(120_000);
  // Right on the calls of the check, endless on the net.
  const program = `let calls = 0;\n${solutionOf('own-tanh').replace('{', '{\n  calls += 1;\n  while (calls > 50) {}')}`;
  await solve(page, 'own-tanh', program);
  const lab = await openLab(page);
  await learn(lab, 'XOR');
  await expect(lab.locator('.lab-status')).toContainText('did not end', { timeout: 20_000 });
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a setting comes with the address, drawing and all, and waits to be started', async ({ page }) => {
  await open(
    page,
    'your-own-engine/?own-engine.task=digits&own-engine.seed=7&own-engine.steps=40&own-engine.image=0808080808080808',
  );
  const lab = await openLab(page);
  await expect(lab.getByRole('radio', { name: 'digits' })).toBeChecked();
  await expect(lab.getByRole('spinbutton', { name: 'Steps as a number' })).toHaveValue('40');
  await expect(lab.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('7');
  await expect(lab.locator('.lab-status')).toContainText('Nothing has been learned');
  await lab.getByRole('button', { name: 'Learn' }).click();
  await expect(lab.locator('.lab-status')).toContainText('of 100 digits', { timeout: 30_000 });
  await expect(lab.locator('.own-cell[aria-pressed="true"]')).toHaveCount(8);
  await lab.locator('.own-cell').nth(0).press('Space');
  await expect.poll(() => page.url()).toContain('own-engine.image=8808080808080808');
});
