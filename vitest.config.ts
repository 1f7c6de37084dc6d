import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const deep = process.env.TANDEM_DEEP === '1'
const root = fileURLToPath(new URL('.', import.meta.url))

// `vitest run --project unit` needs nothing but the sources; `integration` starts a PostgreSQL of its own.
// TANDEM_DEEP=1 raises the counts of properties and races.
export default defineConfig({
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    // One database each. More would only wait for the two processors that everybody has.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/environment.ts'],
          testTimeout: deep ? 900_000 : 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          setupFiles: ['tests/support/environment.ts', 'tests/support/worker.ts'],
          // One process, and so one environment, per file; one database per worker.
          pool: 'forks',
          execArgv: ['--disable-warning=DeprecationWarning'],
          testTimeout: deep ? 1_800_000 : 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
