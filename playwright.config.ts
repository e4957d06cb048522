// Browser tests: the built book, served under a base path, in Chromium.
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

const port = 4399;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests',
  testMatch: ['site/**/*.spec.ts', 'components/**/*.spec.ts'],
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}/some/base/`,
    browserName: 'chromium',
    launchOptions: { ...(executablePath && { executablePath }), args: ['--no-sandbox'] },
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node tests/site/serve.ts ${port}`,
    url: `http://localhost:${port}/some/base/`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'pipe',
  },
});
