// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const debianShell = '/usr/bin/chromium-headless-shell';
const own = chromium.executablePath();
/** Where Playwright puts its browser without windows, which it starts by itself. */
const ownShell = own.replace(/chromium-(\d+)\b.*/, 'chromium_headless_shell-$1');

/** The first browser that starts, or undefined: $CHROMIUM_PATH, Playwright's own, the system's. */
export function findBrowser(): string | undefined {
  return first(
    process.env.CHROMIUM_PATH,
    own,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    debianShell,
  );
}

/** The same without windows, which runs the browser tests in half the time, else any; undefined stands for Playwright's own. */
export function findShell(): string | undefined {
  return (
    first(process.env.CHROMIUM_PATH, debianShell) ??
    (first(own) && existsSync(ownShell) ? undefined : findBrowser())
  );
}

function first(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path) && starts(path));
}

/** Whether its libraries are there too: a browser without them cannot even say its version. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function run(command: string, ...args: string[]): boolean {
  console.log(`A browser is missing: ${command} ${args.join(' ')}`);
  const env = {
    ...process.env,
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000',
    DEBIAN_FRONTEND: 'noninteractive',
  };
  return (
    spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0
  );
}

/** As an administrator of a Debian machine, which may have packages installed. */
function install(name: string): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  // Where the packages cannot be reached, the tests go on without them.
  run('apt-get', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=0', 'update');
  return run('apt-get', 'install', '-y', '--no-install-recommends', name);
}

if (import.meta.main) {
  // A machine that is there for the tests is given the quick one, too.
  if (!findBrowser() || (process.env.CI && !first(process.env.CHROMIUM_PATH, debianShell, own)))
    install('chromium-headless-shell');
  if (!findBrowser()) run('playwright', 'install', 'chromium');
  if (!findBrowser()) install('chromium');
  if (findBrowser()) console.log(`Browser for the tests: ${findShell() ?? own}`);
  else {
    console.error('No browser for the tests. Install Chromium, or set CHROMIUM_PATH to one.');
    process.exitCode = 1;
  }
}
