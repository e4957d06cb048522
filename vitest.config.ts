// Unit and content tests: everything under tests/ that needs no browser.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/bench/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
});
