// Working on the graph: built by pointer, by keyboard and in the table; labelled; filled with numbers.
import { expect, type Locator, test } from '@playwright/test';
import { cardOf, openGraphs, wrapTexts } from './card.ts';

/** Adds a node by the last row of the table, with selects and a button, as a keyboard user does. */
async function addByTable(root: Locator, first: string, op: string, second: string): Promise<void> {
  const row = root.locator('[data-row="new"]');
  await row.locator('select').nth(0).selectOption(first);
  await row.locator('select').nth(1).selectOption(op);
  await row.locator('select').nth(2).selectOption(second);
  await row.getByRole('button').press('Enter');
}

/** The graph of f = x² + xy + (x+y)² in six nodes: a, b, c, g, h, k. */
async function build(root: Locator): Promise<void> {
  await addByTable(root, 'x', '*', 'x');
  await addByTable(root, 'x', '*', 'y');
  await addByTable(root, 'x', '+', 'y');
  await addByTable(root, 'c', '*', 'c');
  await addByTable(root, 'a', '+', 'b');
  await addByTable(root, 'h', '+', 'g');
}

test.describe('building', () => {
  test('in the table, by keyboard; the drawing follows', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-build');
    await build(card.root);
    await expect(card.root.locator('.graph-node')).toHaveCount(8);
    await expect(card.root.locator('.graph-edge')).toHaveCount(12);
    await card.check.press('Enter');
    await card.expectVerdict('correct');
  });

  test('by pointer: two nodes pressed, one node pressed twice, one dragged onto another', async ({
    page,
  }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-build');
    const node = (name: string) => card.root.locator(`[data-node="${name}"] .graph-shape`);
    const choose = (sign: string) => card.root.locator(`.build-op:has(input[value="${sign}"])`).click();
    await choose('*');
    await node('x').click();
    await node('x').click();
    await node('x').click();
    await node('y').click();
    await choose('+');
    await expect(node('b')).toBeVisible();
    await node('x').hover();
    await page.mouse.down();
    await node('y').hover();
    await page.mouse.up();
    await expect(node('c')).toBeVisible();
    await choose('*');
    await node('c').click();
    await node('c').click();
    await choose('+');
    await node('a').click();
    await node('b').click();
    await expect(node('h')).toBeVisible();
    await node('h').click();
    await node('g').click();
    await card.check.click();
    await card.expectVerdict('correct');
  });

  test('a wrong graph is told by what it computes', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-build');
    await addByTable(card.root, 'x', '*', 'x');
    await addByTable(card.root, 'x', '*', 'y');
    await addByTable(card.root, 'a', '+', 'b');
    await card.check.click();
    await card.expectVerdict('wrong');
    await expect(card.verdict).toContainText('computes');
    await expect(card.verdict.locator('.katex').first()).toBeVisible();
  });

  test('delete, undo, change in place, reload', async ({ page }) => {
    await openGraphs(page);
    let card = await cardOf(page, 'graph-build');
    await build(card.root);
    await card.root.getByRole('button', { name: 'Delete node a' }).click();
    await expect(card.live).toContainText('Delete h first');
    await card.root.getByRole('button', { name: 'Delete node k' }).click();
    await expect(card.root.locator('.graph-node')).toHaveCount(7);
    await card.root.getByRole('button', { name: 'Undo' }).click();
    await expect(card.root.locator('.graph-node')).toHaveCount(8);
    await card.root.locator('[data-row="a"] select').nth(1).selectOption('+');
    await card.root.locator('[data-row="a"] select').nth(1).selectOption('*');
    await card.root.locator('[data-row="new"] select').first().focus();
    await page.reload();
    card = await cardOf(page, 'graph-build');
    await expect(card.root.locator('.graph-node')).toHaveCount(8);
    await card.check.click();
    await card.expectVerdict('correct');
  });

  test('every node is a stop with a name that tells all', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-build');
    await build(card.root);
    const names = await card.root
      .locator('.graph-node')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
    expect(names[2]).toBe('node 3, a, multiply, from x and x');
    expect(names[7]).toBe('node 8, k, add, from h and g');
    await expect(card.root.locator('.graph-node[tabindex="0"]')).toHaveCount(8);
  });

  test('after translation', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-build');
    await wrapTexts(page);
    await addByTable(card.root, 'x', '*', 'x');
    await wrapTexts(page);
    await addByTable(card.root, 'x', '*', 'y');
    await wrapTexts(page);
    await card.root.getByRole('button', { name: 'Delete node b' }).click();
    await expect(card.root.locator('.graph-node')).toHaveCount(3);
    await expect(card.root.locator('tbody tr')).toHaveCount(2);
  });
});

/** What an edge of `a = x × x` carries: the other factor, or one. */
async function fillEdges(root: Locator, wrongAt = -1): Promise<void> {
  const rows = root.locator('.edges-one');
  const count = await rows.count();
  for (let i = 0; i < count; i++) {
    const [, left, op, right] = /=\s*(\w+)\s*([+×])\s*(\w+)/.exec(
      (await rows.nth(i).locator('.edges-made').textContent())!,
    )!;
    const by = await rows.nth(i).locator('[data-this]').textContent();
    const first = (await rows.nth(i).locator('.edges-made var').nth(1).getAttribute('data-this')) !== null;
    const local = op === '+' ? '1' : first ? right! : left!;
    expect([left, right]).toContain(by);
    await rows
      .nth(i)
      .locator('input')
      .fill(i === wrongAt ? '7' : local);
  }
}

test.describe('labelling edges', () => {
  test('on the graph that the reader built, an edge each, marked one by one', async ({ page }) => {
    await openGraphs(page);
    const own = await cardOf(page, 'graph-build');
    // A graph of the reader's own, unlike any printed one: (x + y)(x + y) + x (x + y).
    await addByTable(own.root, 'x', '+', 'y');
    await addByTable(own.root, 'a', '*', 'a');
    await addByTable(own.root, 'x', '*', 'a');
    await addByTable(own.root, 'b', '+', 'c');
    await own.check.click();
    await own.expectVerdict('correct');
    const card = await cardOf(page, 'graph-edges');
    await expect(card.root).toContainText('This is the graph that you built');
    await expect(card.root.locator('.edges-one')).toHaveCount(8);
    await fillEdges(card.root, 5);
    await card.check.click();
    await card.expectVerdict('wrong');
    await expect(card.root.locator('.edges-one [data-mark="right"]')).toHaveCount(7);
    await expect(card.root.locator('.edges-one').nth(5).locator('[data-mark="wrong"]')).toHaveCount(1);
    await fillEdges(card.root);
    await card.check.click();
    await card.expectVerdict('correct');
    await page.reload();
    await expect(
      (await cardOf(page, 'graph-edges')).root.locator('.edges-one input').first(),
    ).not.toHaveValue('');
  });

  test('on the printed graph where none was built, each label typeset as it is read', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-edges');
    await card.field.fill('2x/(a + y)');
    await expect(card.root.locator('.formula-read .mfrac')).toBeVisible();
    await card.field.fill('2q');
    await expect(card.root.locator('.formula-error mark')).toHaveText('q');
    await fillEdges(card.root);
    await card.check.click();
    await card.expectVerdict('correct');
  });
});

/** Reads the table, runs the graph forwards and backwards with numbers, and fills the fields. */
async function fillNumbers(root: Locator, spoil?: string): Promise<void> {
  const rows = await root.locator('.numbers-table tbody tr').evaluateAll((trs) =>
    trs.map((tr) => ({
      text: tr.querySelector('th')!.textContent!.replace(/\s+/g, ' ').trim(),
      given: tr.querySelectorAll('td')[0]!.querySelector('input')
        ? null
        : tr.querySelectorAll('td')[0]!.textContent!,
    })),
  );
  const values = new Map<string, number>();
  const steps: { name: string; left: string; op: string; right: string }[] = [];
  for (const { text, given } of rows) {
    const [, name, left, op, right] = /^(\w+)(?: = (\w+) ([+×]) (\w+))?$/.exec(text)!;
    if (given !== null) values.set(name!, Number(given.replace('−', '-')));
    else {
      const [a, b] = [values.get(left!)!, values.get(right!)!];
      values.set(name!, op === '+' ? a + b : a * b);
      steps.push({ name: name!, left: left!, op: op!, right: right! });
    }
  }
  const gradients = new Map([...values.keys()].map((name) => [name, 0]));
  gradients.set(steps.at(-1)!.name, 1);
  for (const { name, left, op, right } of [...steps].reverse()) {
    const incoming = gradients.get(name)!;
    gradients.set(left, gradients.get(left)! + incoming * (op === '+' ? 1 : values.get(right)!));
    gradients.set(right, gradients.get(right)! + incoming * (op === '+' ? 1 : values.get(left)!));
  }
  for (const { text, given } of rows) {
    const name = /^\w+/.exec(text)![0];
    if (given === null) await root.getByLabel(`Value of ${name}`).fill(String(values.get(name)));
    const gradient = root.getByLabel(new RegExp(`Gradient of \\w+ by ${name}(,|$)`));
    await gradient.fill(name === spoil ? '99' : String(gradients.get(name)));
  }
}

test.describe('numbers in every node', () => {
  test('entry by entry, and again with new numbers', async ({ page }) => {
    await openGraphs(page);
    const card = await cardOf(page, 'graph-numbers');
    await fillNumbers(card.root, 'x');
    await card.check.click();
    await card.expectVerdict('wrong');
    await expect(card.root.locator('[data-mark="wrong"]')).toHaveCount(1);
    await expect(card.root.getByLabel(/by x, not right/)).toBeVisible();
    await fillNumbers(card.root);
    await card.check.click();
    await card.expectVerdict('correct');
    const before = await card.root.locator('.numbers-table tbody td:nth-child(2)').allTextContents();
    await card.root.locator('[data-action="renew"]').click();
    await expect
      .poll(() => card.root.locator('.numbers-table tbody td:nth-child(2)').allTextContents())
      .not.toEqual(before);
    await expect(card.root.getByLabel(/^Value of/).first()).toHaveValue('');
    await expect(card.standing).toContainText('Solved');
    await fillNumbers(card.root);
    await card.check.click();
    await card.expectVerdict('correct');
    const shown = await card.root.locator('.numbers-table tbody td:nth-child(2)').allTextContents();
    await page.reload();
    const again = await cardOf(page, 'graph-numbers');
    await expect
      .poll(() => again.root.locator('.numbers-table tbody td:nth-child(2)').allTextContents())
      .toEqual(shown);
    await expect(again.root.getByLabel(/^Value of/).first()).not.toHaveValue('');
  });
});
