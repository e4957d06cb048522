// Follows the pages for newcomers in a fresh copy of the repository, from the first command to a solved exercise in the browser.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { firstChapterOnly, shown } from '../content/readme.ts';
import { cardOf } from './card.ts';
import { freePort } from './free-port.ts';

let clone: string;
let server: ChildProcess | undefined;

test.beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.trim().split('\n').filter(existsSync)) {
    mkdirSync(join(clone, dirname(file)), { recursive: true });
    copyFileSync(file, join(clone, file));
  }
  // In place of `npm install`: the packages that are here, without what was built with them.
  mkdirSync(join(clone, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!/^\.(?!bin$)/.test(name))
      symlinkSync(resolve('node_modules', name), join(clone, 'node_modules', name));
  }
});

test.afterAll(() => {
  // npm's children are in its group.
  if (server?.pid && server.exitCode === null) process.kill(-server.pid);
  rmSync(clone, { recursive: true });
});

test('a newcomer adds a chapter of one file and solves its exercise', async ({ page }) => {
  test.setTimeout(300_000);
  const bookFile = join(clone, 'content/book.yaml');
  writeFileSync(bookFile, firstChapterOnly(readFileSync(bookFile, 'utf8')));

  const [command = '', ...args] = shown('Make a chapter.').split(' ');
  const made = spawnSync(command, args, { cwd: clone, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  writeFileSync(join(clone, 'content/my-topic/index.mdx'), `${shown('## The smallest chapter')}\n`);

  const port = await freePort();
  const address = `http://localhost:${port}/`;
  server = spawn('npm', ['start'], {
    cwd: clone,
    detached: true,
    env: { ...process.env, PORT: String(port) },
  });
  await saying(server, address);

  await page.goto(address);
  await page.getByRole('link', { name: 'Squares' }).first().click();
  const card = await cardOf(page, 'square-slope');
  await card.answer('x');
  await card.expectVerdict('wrong');
  await expect(card.verdict).toContainText('Both factors grow.');
  await card.answer('x + x');
  await card.expectVerdict('correct');
});

/** Waits until the process says this, and fails with what it has said where it ends before. */
function saying(process: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data;
      if (said.includes(text)) resolve();
    };
    process.stdout?.on('data', hear);
    process.stderr?.on('data', hear);
    process.once('exit', () => reject(new Error(said)));
  });
}
