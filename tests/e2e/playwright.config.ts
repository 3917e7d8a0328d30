import { defineConfig } from 'playwright/test'

/** One worker: there is one PC/SC service. Some of these run beside each other, each with a service of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Limits for what hangs, not for what is slow on a machine that does something else as well.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
})
