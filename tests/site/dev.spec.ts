// The dev server while an author writes: the check's report after a save, on the page and in the terminal, and gone when all is well.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { chapter, writeThrowaway } from '../content/throwaway.ts';
import { freePort } from './free-port.ts';

const right = chapter(`\`\`\`model m
x : number
f = x^2
\`\`\`

<Exercise id="square" title="A square" model="m" find="d f / d x" answer="2x">
  What is the derivative?
  <Mistake is="x">The 2 is lost.</Mistake>
</Exercise>`);

let root: string;
let server: ChildProcess;
let address: string;
let terminal = '';

test.beforeAll(async () => {
  root = writeThrowaway({ 'one/index.mdx': right });
  const port = await freePort();
  server = spawn('node_modules/.bin/astro', ['dev', '--port', String(port)], {
    detached: true,
    env: { ...process.env, BOOK_ROOT: root, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (data) => {
      terminal += data;
    });
  }
  address = `http://localhost:${port}/one/`;
  await expect.poll(() => terminal, { timeout: 60_000 }).toContain('watching for file changes');
});

test.afterAll(() => {
  // The package `node` starts the real Node as a child.
  if (server.pid) process.kill(-server.pid);
  rmSync(root, { recursive: true });
  rmSync(join('node_modules/.cache/astro', basename(root)), { recursive: true, force: true });
});

/** As an editor on a busy machine does it: the file is emptied, and the text comes a moment later. */
async function save(text: string): Promise<void> {
  terminal = '';
  const file = await open(join(root, 'content/one/index.mdx'), 'w');
  await setTimeout(3);
  await file.writeFile(text);
  await file.close();
}

test('a save is answered on the page and in the terminal, without a stack, until all is well', async ({
  page,
}) => {
  await page.goto(address);
  const exercise = page.locator('[data-exercise="square"]');
  const report = page.locator('.report');
  await expect(exercise).toBeVisible();
  await expect(report).toHaveCount(0);

  const faults: [text: string, place: string, says: string][] = [
    [right.replace('"2x"', '"3x"'), '11:75', 'error: The answer is not d f / d x'],
    [right.replace('</Exercise>', ''), '11:1', 'error: `<Exercise>` is opened and not closed'],
    [right.replace('x^2', 'x^2 +'), '8:5', 'error: The formula stops too early'],
    [right.replace('title: One', 'title: "One'), '2:8', 'error: This is not YAML'],
    ['', '1:1', 'error: There is no front matter.'],
  ];
  for (const [text, place, says] of faults) {
    await save(text);
    const line = `content/one/index.mdx:${place}`;
    await expect(report, says).toContainText(`${line} ${says}`);
    await expect(report.locator('summary'), says).toHaveText(/^1 chapter, \d exercises?: 1 error\.$/);
    await expect.poll(() => terminal, says).toContain(`${line}: ${says}`);
    await expect(page.getByText('This page is not shown'), says).toBeVisible();
    expect(terminal, says).not.toMatch(/^\s+at /m);
  }

  await page.keyboard.press('Escape');
  await expect(report.locator('li')).toBeHidden();

  await save(right);
  await expect(report).toHaveCount(0);
  await expect(exercise).toBeVisible();
  await expect.poll(() => terminal).toContain('1 chapter, 1 exercise: nothing to complain about.');
});
