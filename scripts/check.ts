import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Step = { name: string; program: string; args: string[] }

const root = fileURLToPath(new URL('..', import.meta.url))

const steps: Step[] = [
  {
    name: 'format and lint',
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '--error-on-warnings'],
  },
  { name: 'types', program: 'node_modules/typescript7/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  ...typesOfWeb(),
  {
    name: 'promises and limits',
    program: 'node_modules/oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  { name: 'dead code and unused dependencies', program: 'node_modules/knip/bin/knip.js', args: [] },
  { name: 'database types', program: 'scripts/generate-db-types.ts', args: ['--verify'] },
  { name: 'types of the API', program: 'scripts/generate-api-types.ts', args: ['--verify'] },
  { name: 'guide', program: 'scripts/generate-guide.ts', args: ['--verify'] },
  {
    name: 'house',
    program: 'node_modules/vitest/vitest.mjs',
    args: ['run', 'test/house.test.ts', 'test/house'],
  },
]

const suite: Step = { name: 'tests', program: 'node_modules/vitest/vitest.mjs', args: ['run'] }

/**
 * Every check, one after the other, even when an early one fails, so that one run shows everything.
 * `--no-tests` leaves the suite out for those who run `npm test` next.
 */
function check(args: string[]): void {
  const wanted = args.includes('--no-tests')
    ? steps
    : [...steps.filter((step) => step.name !== 'house'), suite]
  const failed = wanted.filter((step) => !passes(step)).map((step) => step.name)
  console.log(failed.length === 0 ? '\ncheck: all good' : `\ncheck: failed: ${failed.join(', ')}`)
  if (failed.length > 0) process.exitCode = 1
}

function typesOfWeb(): Step[] {
  if (!existsSync(join(root, 'web/tsconfig.json'))) return []
  return [
    {
      name: 'types of web',
      program: 'node_modules/typescript7/bin/tsc',
      args: ['--noEmit', '-p', 'web/tsconfig.json'],
    },
  ]
}

function passes(step: Step): boolean {
  const startedAt = performance.now()
  const done = spawnSync(process.execPath, [join(root, step.program), ...step.args], {
    cwd: root,
    stdio: 'inherit',
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${done.status === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
  return done.status === 0
}

check(process.argv.slice(2))
