// Browser tests: the built books, served under a base path, in Chromium.
import { defineConfig } from '@playwright/test';
import { findShell } from './tests/browser.ts';
import { addressOf } from './tests/site/books.ts';

const executablePath = findShell();

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Two cores may be busy: a slow machine is no fault of the book. A test that passes the second time is reported as flaky.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox'] },
    serviceWorkers: 'block',
    trace: 'on-first-retry',
  },
  projects: [
    // The site around the chapters, on the fixture book.
    { name: 'shell', testMatch: 'site/shell/**/*.spec.ts', use: { baseURL: addressOf('shell') } },
    // The book itself and its exercises.
    {
      name: 'book',
      testMatch: ['site/**/*.spec.ts', 'components/**/*.spec.ts'],
      testIgnore: 'site/shell/**',
      use: { baseURL: addressOf('book') },
    },
  ],
  webServer: {
    command: 'node tests/site/serve.ts',
    url: addressOf('shell'),
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
