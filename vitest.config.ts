import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

function fileFromRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** One PostgreSQL server for the whole run; each test file clones a database from a migrated template. */
const sharedDatabase = fileFromRoot('./test/support/global-setup.ts')
const builtScreens = fileFromRoot('./scripts/built-screens-setup.ts')

/**
 * One more than the cores of the machine that it is meant for: tests that kill a process wait for its work to come back,
 * and leave a core free meanwhile. Said in each project: one that says nothing takes one worker less than there are cores.
 */
const maxWorkers = 3

/**
 * `isolate: false`, in both projects: a worker keeps what it has loaded for the next file. Loading all of Vorder anew took
 * half of the time of the suite. So a test leaves nothing behind in the process: no setting, no clock, no open door.
 */
const browserTests = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers,
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
          maxWorkers,
          isolate: false,
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
          maxWorkers,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page that is slow on a busy machine is no failure; the default is a second.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
