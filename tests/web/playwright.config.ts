import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../web/scripts/browser.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: '../../build/test-results/web',
  // They are modules as they stand.
  build: { external: ['**/*.mjs'] },
  globalSetup: './serve-page.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    launchOptions,
    screenshot: 'only-on-failure',
  },
});
