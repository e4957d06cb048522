// A page opened at its top has only that laid out; nobody who reads on or prints it can tell.
import { expect, type Locator, test } from '@playwright/test';

const laidOut = (block: Locator): Promise<boolean> =>
  block.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

test('text far below is laid out when the reader reads on, and on paper', async ({ page }) => {
  await page.goto('backprop-by-hand/');
  const far = page.locator('.text > .model .formula').last();
  expect(await laidOut(far)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await laidOut(far)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await laidOut(far)).toBe(false);
  await page.mouse.wheel(0, 50);
  await expect.poll(() => laidOut(far)).toBe(true);
});

test('what is seen stays where it is when all is laid out, wherever the reader went at once', async ({
  page,
}) => {
  for (const y of [2000, 4000, 6000, 9000]) {
    await page.goto('dense-layers/');
    const moved = await page.evaluate(async (top) => {
      const frame = () => new Promise(requestAnimationFrame);
      const height = document.documentElement.scrollHeight;
      scrollTo(0, top);
      await frame();
      const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
      const place = () => Math.round(seen.getBoundingClientRect().top);
      const before = place();
      while (document.documentElement.classList.contains('piecemeal')) await frame();
      await frame();
      return { by: place() - before, whole: document.documentElement.scrollHeight !== height };
    }, y);
    expect(moved).toEqual({ by: 0, whole: true });
  }
});

for (const width of [320, 768, 1440]) {
  test(`a page is about as long before it is laid out as after, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const length = () => page.evaluate(() => document.documentElement.scrollHeight);
    for (const chapter of ['computation-graphs', 'softmax-cross-entropy', 'vanishing-gradients']) {
      await page.goto(`${chapter}/`);
      const before = await length();
      await page.mouse.move(100, 100);
      await page.mouse.wheel(0, 50);
      await expect(page.locator('noscript.later')).toHaveCount(0);
      await expect.poll(async () => Math.abs(before / (await length()) - 1), chapter).toBeLessThan(0.12);
    }
  });
}

test('fields and labs far below are there when the reader reads on', async ({ page }) => {
  await page.goto('backprop-by-hand/');
  const labs = page.locator('[data-lab]');
  await expect(labs).toHaveCount(0);
  const empty = page.locator('.exercise-field:not(:has(.card))');
  const count = await page.locator('.exercise-field').count();
  expect(await empty.count()).toBeGreaterThan(count / 2);
  expect(await empty.count()).toBeLessThan(count);
  await page.mouse.wheel(0, 50);
  await expect(empty).toHaveCount(0);
  await expect(labs).not.toHaveCount(0);
});

test('a field is there before it is seen, though the machine never gets to what can wait', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = ((call: () => void, wait = 0) =>
      wait > 0 ? setTimeout(call, wait) : 0) as typeof window.setTimeout;
    let now = 0;
    performance.now = () => (now += 10);
  });
  await page.goto('backprop-by-hand/');
  const seen = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const empty = () => [...document.querySelectorAll('.exercise-field:not(:has(.card))')];
    const counts = { kept: empty().length, seen: 0 };
    for (let y = 50; y < document.documentElement.scrollHeight; y += 600) {
      scrollTo(0, y);
      await frame();
      // What scrolling calls has been called by the second frame.
      await frame();
      counts.seen += empty().filter((field) => field.getBoundingClientRect().top < innerHeight).length;
    }
    return counts;
  });
  expect(seen.kept).toBeGreaterThan(20);
  expect(seen.seen).toBe(0);
});

test('boxes that are read in later are reachable by key where they scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('print/');
  await page.mouse.move(200, 200);
  await expect(page.locator('.answer-key')).toBeAttached();
  const boxes = page
    .locator('.paper-chapter ~ .paper-chapter')
    .locator('.formula, .derivation-box, .table-box, pre');
  const count = () =>
    boxes.evaluateAll((all) => {
      const seen = all.filter((box) => box.checkVisibility());
      const wide = seen.filter((box) => box.scrollWidth > box.clientWidth + 1);
      const reachable = seen.filter((box) => box.hasAttribute('tabindex'));
      return {
        wide: wide.length,
        reachable: reachable.length,
        both: wide.filter((box) => reachable.includes(box)).length,
      };
    });
  await page.mouse.wheel(0, 50);
  await expect.poll(async () => (await count()).reachable).toBeGreaterThan(5);
  await expect
    .poll(async () => {
      const { wide, reachable, both } = await count();
      return [wide - both, reachable - both];
    })
    .toEqual([0, 0]);
});
