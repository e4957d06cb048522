// A smoke run in Firefox: one exercise of each kind solved, a lab woken, the search asked. `npm run firefox`, which builds it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readBook } from '../../src/book/index.ts';
import { progressKey, typed } from '../site/typed.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const executablePath = [
  process.env.FIREFOX_PATH ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
].find((path) => existsSync(path));
if (!executablePath) {
  console.log(
    'No Firefox here: nothing is tried. On Debian `apt-get install firefox-esr`, else set FIREFOX_PATH.',
  );
  process.exit(0);
}
if (!existsSync(join(here, 'node_modules'))) {
  console.log('Installing the driver once (tests/firefox/package.json) ...');
  const install = ['install', '--no-package-lock', '--ignore-scripts', '--silent'];
  const { status } = spawnSync('npm', install, { cwd: here, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** What is used of puppeteer-core, which is not there when the book's types are checked. */
interface Page {
  goto(address: string, options: object): Promise<unknown>;
  evaluate<T, A extends readonly unknown[]>(run: (...given: A) => T, ...given: A): Promise<Awaited<T>>;
  evaluateOnNewDocument<A extends readonly unknown[]>(
    run: (...given: A) => void,
    ...given: A
  ): Promise<unknown>;
  waitForFunction<A extends readonly unknown[]>(
    run: (...given: A) => unknown,
    options: object,
    ...given: A
  ): Promise<unknown>;
  pdf(): Promise<Uint8Array>;
  click(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  keyboard: { type(text: string): Promise<void>; press(key: string): Promise<void> };
  on(event: string, heard: (what: { message: string }) => void): void;
  close(): Promise<void>;
}
interface Driver {
  default: { launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }> };
}
const load = async <T>(name: string): Promise<T> => import(name) as Promise<T>;
const { default: driver } = await load<Driver>('puppeteer-core');

const book = readBook(process.cwd());
const port = Number(process.env.TEST_PORT ?? 4394);
const address = `http://localhost:${port}/`;
const server = spawn(process.execPath, ['src/tasks/serve.ts', '--port', String(port), '--base', '/'], {
  stdio: 'ignore',
});
const browser = await driver.launch({ browser: 'firefox', executablePath, headless: true });
const patience = { timeout: 30_000 };
let failed = 0;

async function trial(what: string, run: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  try {
    await run(page);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    console.log(`✓ ${what}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${what}\n  ${(error as Error).message}`);
  } finally {
    await page.close();
  }
}

const visit = (page: Page, path: string) => page.goto(address + path, { waitUntil: 'load' });

/** Waits until the card is awake, in the middle of the window. One far below is read in at the first sign. */
async function wake(page: Page, card: string): Promise<void> {
  await page.hover('h1');
  await page.waitForFunction((id) => document.querySelector(`[data-card="${id}"]`), patience, card);
  await page.evaluate(
    (id) =>
      document.querySelector(`[data-card="${id}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    card,
  );
  await page.waitForFunction(
    (id) => document.querySelector(`[data-card="${id}"]`)?.getAttribute('data-ready') === 'true',
    patience,
    card,
  );
}

async function expectCorrect(page: Page, card: string): Promise<void> {
  await page.waitForFunction(
    (id) => document.querySelector(`[id="${id}-verdict"]`)?.getAttribute('data-verdict'),
    patience,
    card,
  );
  const said = await page.evaluate((id) => {
    const verdict = document.querySelector<HTMLElement>(`[id="${id}-verdict"]`);
    return [verdict?.dataset.verdict, verdict?.textContent] as const;
  }, card);
  if (said[0] !== 'correct') throw new Error(`${card}: ${said.join(', ')}`);
}

try {
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await pause(200);
  }
  const tried = new Set<string>();
  for (const chapter of book.chapters) {
    for (const { exercise } of chapter.exercises) {
      for (const part of exercise.parts) {
        if (tried.has(part.kind)) continue;
        tried.add(part.kind);
        const card = part.name === '' ? exercise.id : `${exercise.id}-${part.name}`;
        await trial(`${part.kind}: ${card} is solved`, async (page) => {
          await page.evaluateOnNewDocument(
            (key, text) => {
              // Not in the sandbox in which programs run: it has no storage.
              if (window.top === window) localStorage.setItem(key, text);
            },
            progressKey,
            typed([exercise]),
          );
          await visit(page, `${chapter.id}/`);
          await wake(page, card);
          await page.click(`[data-card="${card}"] [data-action="check"]`);
          await expectCorrect(page, card);
        });
      }
    }
  }
  await trial('a formula is typed, read and judged', async (page) => {
    await visit(page, 'computation-graphs/');
    await wake(page, 'graph-partials-dx');
    await page.click('[id="graph-partials-dx-field"]');
    await page.keyboard.type('4x + 3y');
    await page.waitForFunction(
      () => document.querySelector('[id="graph-partials-dx-field-preview"] .katex') !== null,
      patience,
    );
    await page.keyboard.press('Enter');
    await expectCorrect(page, 'graph-partials-dx');
  });
  await trial('a lab wakes and moves', async (page) => {
    await visit(page, 'activations/');
    // A reader's first sign, at which a lab far below is read in.
    await page.keyboard.press('Shift');
    await page.waitForFunction(() => document.querySelector('[data-lab="slope"]') !== null, patience);
    const before = await page.evaluate(() => {
      const lab = document.querySelector('[data-lab="slope"]');
      lab?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return lab?.querySelector('.lab-status')?.textContent ?? '';
    });
    await page.click('[data-lab="slope"] input[type="range"]');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (text) => document.querySelector('[data-lab="slope"] .lab-status')?.textContent !== text,
      patience,
      before,
    );
  });
  await trial('the search finds a chapter', async (page) => {
    await visit(page, '');
    await page.keyboard.press('/');
    await page.keyboard.type('softmax');
    await page.waitForFunction(() => document.querySelector('[data-search-results] a') !== null, patience);
  });
  await trial('the whole book is there for paper', async (page) => {
    await visit(page, 'print/');
    const pdf = await page.pdf();
    const missing = await page.evaluate(() => document.querySelectorAll('noscript').length);
    if (missing > 0) throw new Error(`${missing} parts were not read in for ${pdf.length} bytes of print`);
  });
} finally {
  await browser.close();
  server.kill();
}
console.log(failed === 0 ? 'Firefox does what it should.' : `${failed} failed in Firefox.`);
process.exitCode = failed === 0 ? 0 : 1;
