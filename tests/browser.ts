// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The first browser that starts, or undefined: $CHROMIUM_PATH, Playwright's own, the system's. */
export function findBrowser(): string | undefined {
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path) && starts(path));
}

/** Whether its libraries are there too: a browser without them cannot even say its version. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function run(command: string, ...args: string[]): boolean {
  console.log(`No browser found: ${command} ${args.join(' ')}`);
  const env = {
    ...process.env,
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000',
    DEBIAN_FRONTEND: 'noninteractive',
  };
  return (
    spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0
  );
}

if (import.meta.main) {
  if (!findBrowser()) run('playwright', 'install', 'chromium');
  if (!findBrowser() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  }
  const path = findBrowser();
  if (path) console.log(`Browser for the tests: ${path}`);
  else {
    console.error('No browser for the tests. Install Chromium, or set CHROMIUM_PATH to one.');
    process.exitCode = 1;
  }
}
