import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

function fileFromRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** One PostgreSQL server for the whole run; each test file clones a database from a migrated template. */
const sharedDatabase = fileFromRoot('./test/support/global-setup.ts')
const builtScreens = fileFromRoot('./scripts/built-screens-setup.ts')

const browserTests = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    globalSetup: existsSync(sharedDatabase) ? [sharedDatabase] : [],
    projects: [
      {
        extends: false,
        test: {
          name: 'house',
          include: ['{src,web,scripts,bench,bin}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', browserTests],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'browser',
          include: [browserTests],
          globalSetup: [builtScreens],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
