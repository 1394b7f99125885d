import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Bench, createEnding } from './bench.ts'
import { startChild } from './child.ts'
import { freePort } from './free-port.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import type { Figures, Round } from './rounds.ts'
import { until } from './until.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** B7: how long until it answers, and how much has to be installed. */
export const startAndSize: Bench = {
  id: 'B7',
  title: 'start and size',
  rounds: 3,
  sizes: { installations: 1 },
  aims: [
    { name: 'first start, migrations included, s', value: { of: 'first', figure: 'seconds' }, atMost: 3 },
    { name: 'warm start, s', value: { of: 'warm', figure: 'seconds' }, atMost: 1 },
    { name: 'idle memory after a start, MB', value: { of: 'warm', figure: 'rssMb' }, atMost: 150 },
    {
      name: 'warm start on a running PostgreSQL, times stripe-sync-engine',
      value: { of: 'warmOnServer', figure: 'seconds' },
      over: { of: 'stripe', figure: 'warmSeconds' },
      atMost: 2,
    },
    { name: 'installed without Node and PostgreSQL, MB', value: { of: 'own', figure: 'mb' }, atMost: 60 },
    { name: 'packages without Node and PostgreSQL', value: { of: 'own', figure: 'packages' }, atMost: 80 },
    {
      name: 'packages that run a script at installation',
      value: { of: 'complete', figure: 'scriptsRun' },
      atMost: 0,
      for: 'every round',
    },
  ],
  steady: [{ of: 'node', figure: 'seconds' }],
  async start({ installations }) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const sizes = installations ? await measureInstallations() : {}
      return {
        round: async () => ({ ...(await measureStarts(postgres)), ...sizes }),
        stop: ending.stop,
      }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

async function measureStarts(postgres: PrivatePostgres): Promise<Round> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-bench-'))
  chmodSync(dataFolder, 0o711)
  try {
    const node = await secondsOf(() => run(process.execPath, ['-e', '0']))
    const first = await startVorder({ VORDER_DATA_FOLDER: dataFolder })
    const warm = await startVorder({ VORDER_DATA_FOLDER: dataFolder })
    const onServer = { VORDER_DATA_FOLDER: dataFolder, DATABASE_URL: await postgres.createMigrated() }
    await startVorder(onServer)
    const warmOnServer = await startVorder(onServer)
    return { node: { seconds: node }, first, warm, warmOnServer, stripe: await startStripe(postgres) }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** From the start of the command that a person types until `/healthz` answers; then it is stopped again. */
async function startVorder(settings: Record<string, string>): Promise<Figures> {
  const port = String(await freePort())
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/vorder.mjs'), 'serve'], {
    env: { ...process.env, VORDER_LOG_LEVEL: 'warn', ...settings, VORDER_PORT: port },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => {
    throw new Error('Vorder ended before it answered')
  })
  try {
    await Promise.race([ended, until('Vorder to answer', () => isHealthy(port), { everyMs: 5 })])
    const seconds = (performance.now() - startedAt) / 1_000
    return { seconds, rssMb: await rssOf(child) }
  } finally {
    child.kill('SIGTERM')
    await ended.catch(() => undefined)
  }
}

async function isHealthy(port: string): Promise<true | undefined> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok ? true : undefined
  } catch {
    // It does not listen yet.
    return undefined
  }
}

/** Memory of the product itself: the launcher's child where there is one, never the database. */
async function rssOf(launcher: ChildProcess): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='])
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  const own = lines.filter(
    ([, parent, , ...args]) => Number(parent) === launcher.pid && args.join(' ').includes('src/main.ts'),
  )
  const found = own.length > 0 ? own : lines.filter(([pid]) => Number(pid) === launcher.pid)
  return Number(found[0]?.[2]) / 1_024
}

async function startStripe(postgres: PrivatePostgres): Promise<Figures> {
  const databaseUrl = await postgres.createEmpty()
  const start = async () => {
    const startedAt = performance.now()
    const child = await startChild('process-stripe-sync.ts', { databaseUrl })
    const seconds = (performance.now() - startedAt) / 1_000
    await child.stop()
    return seconds
  }
  return { firstSeconds: await start(), warmSeconds: await start() }
}

/**
 * `npm ci --omit=dev` as an operator runs it, in an empty folder; then without what npm calls optional: the packaged
 * Node and PostgreSQL, and development packages that fit an optional wish of a dependency.
 */
async function measureInstallations(): Promise<Round> {
  const complete = await install(['--omit=dev'])
  const own = await install(['--omit=dev', '--omit=optional'])
  return { complete: { ...complete, scriptsRun: countScriptsRun() }, own }
}

async function install(flags: string[]): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'vorder-bench-install-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(root, file), join(folder, file))
    const seconds = await secondsOf(() => run('npm', ['ci', ...flags], { cwd: folder }))
    const { stdout } = await run('du', ['-sk', join(folder, 'node_modules')])
    const noted = readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')
    const { packages } = JSON.parse(noted) as { packages: object }
    return { seconds, mb: Number.parseInt(stdout, 10) / 1_024, packages: Object.keys(packages).length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Packages with an installation script, unless npm is told to run none. */
function countScriptsRun(): number {
  if (/^ignore-scripts=true$/m.test(readFileSync(join(root, '.npmrc'), 'utf8'))) return 0
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>
  }
  return Object.values(lock.packages).filter((one) => one.hasInstallScript && !one.dev).length
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}
