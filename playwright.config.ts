import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './tests/e2e/stage/chromium'

const deep = process.env.TANDEM_DEEP === '1'

// `playwright test` starts a portal of its own: database, mail server, production build, worker (tests/e2e/stage).
// TANDEM_DEEP=1 raises the counts of the proofs.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/stage/set-up.ts',
  workers: 2,
  // On a busy machine a connection may break; what fails twice has failed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: deep ? 3_600_000 : 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: await launchOptions(),
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/*.spec.ts' },
    // They look at two hundred pages and say which is wrong: a recording of all of them would be half of the work.
    { name: 'accessibility', testMatch: 'accessibility/*.spec.ts', use: { trace: 'off' } },
    { name: 'proofs', testMatch: 'proofs/*.spec.ts' },
    // Looks at what all the others have left behind.
    { name: 'afterwards', testMatch: 'afterwards/*.spec.ts', dependencies: ['journeys', 'accessibility', 'proofs'] },
  ],
})
