import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, type AppOverrides, createApp } from '../../src/app.ts'
import { createVisitor, type Visitor } from '../../src/cli/index.ts'
import { readConfig } from '../../src/config.ts'
import { type Context, forCreditor } from '../../src/context.ts'
import { createLog } from '../../src/log.ts'
import {
  startTeamleaderSandbox,
  type TeamleaderSandbox,
  type TeamleaderSandboxOptions,
} from '../../src/sandbox/index.ts'
import { createTestDatabase } from './test-database.ts'

export type TestAppOptions = {
  sandbox?: TeamleaderSandboxOptions
  /** Which switches are on after connecting; both by default. `false`: nothing is connected at all. */
  switches?: { importInvoicesAutomatically?: boolean; updateCustomersAutomatically?: boolean } | false
  /** Nobody has signed up yet. */
  isFirstRun?: boolean
  /** Runs the background work in the app itself instead of by `drain`. */
  work?: boolean
  /** How many calls of Teamleader Vorder allows itself: for many invoices, so that no test waits for a minute to pass. */
  callLimit?: AppOverrides['callLimit']
  /**
   * Names of jobs that `drain` leaves alone: work in the background that the test is not about. Without a word
   * documents are not fetched: each is a download and a look into a PDF.
   */
  resting?: readonly string[]
  /** Settings next to those of the sandbox, such as the mail server's address. */
  settings?: Record<string, string>
}

/** The whole of Vorder on a free port, beside a sandbox Teamleader, with clocks that move only when told. */
export type TestApp = {
  app: App
  /** Of the business, for looking at what the doors do not show. */
  ctx: Context
  url: string
  /** The address for browsers: the one that Teamleader sends them back to. */
  publicUrl: string
  teamleader: TeamleaderSandbox
  visitor: Visitor
  connectionId: string
  logLines: string[]
  /** What a process of its own needs to work on the same database, beside the same Teamleader. */
  environment: Record<string, string>
  /** GET through the API, as the signed-in bookkeeper. */
  get<T = Page>(path: string): Promise<T>
  send<T = unknown>(method: string, path: string, body?: unknown): Promise<T>
  /** Waits until every webhook is delivered and every due job is done; nothing sleeps. */
  drain(): Promise<void>
  /** Moves both clocks, then does what became due. */
  advance(ms: number): Promise<void>
  /** A second process on the same database, without a door of its own in use. */
  startSecond(): Promise<App>
  stop(): Promise<void>
}

export type Page = { items: Record<string, unknown>[]; nextCursor: string | null }

const administrator = {
  name: 'Ann Peeters',
  email: 'ann@example.com',
  password: 'a long enough password',
  language: 'en',
}

/** Starts everything; `stop` ends everything. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-test-'))
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const teamleader = await startTeamleaderSandbox({ seed: 'empty', now, ...options.sandbox })
  const logLines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void logLines.push(line) } })
  const settings = {
    VORDER_DATA_FOLDER: dataFolder,
    DATABASE_URL: database.url,
    ...sandboxSettings(teamleader),
    ...options.settings,
  }
  const apps: App[] = []

  async function startApp(work: boolean): Promise<{ app: App; url: string }> {
    const config = readConfig({
      ...settings,
      VORDER_PORT: String(await freePort()),
      VORDER_PUBLIC_URL: undefined,
    })
    const app = await createApp(config, {
      now,
      log,
      ...(options.callLimit && { callLimit: options.callLimit }),
    })
    apps.push(app)
    return { app, url: await app.start({ work }) }
  }

  const { app, url } = await startApp(options.work ?? false)
  const visitor = createVisitor(url)
  const world = { app, visitor, teamleader, get: asGet(visitor), send: asSend(visitor) }
  const drain = () => drainAll(world, options.resting ?? ['retrieve-documents'])
  const { creditorId, connectionId } = await prepare(world, options, drain)
  return {
    ...world,
    ctx: forCreditor(app.ctx, creditorId),
    url,
    publicUrl: app.ctx.config.publicUrl,
    connectionId,
    logLines,
    environment: settings,
    drain,
    async advance(ms) {
      aheadMs += ms
      await drain()
    },
    startSecond: async () => (await startApp(false)).app,
    async stop() {
      for (const running of apps.splice(0)) await running.stop()
      await teamleader.stop()
      await database.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

type World = Pick<TestApp, 'app' | 'visitor' | 'teamleader' | 'get' | 'send'>

async function prepare(world: World, options: TestAppOptions, drain: () => Promise<void>) {
  const { switches = {}, isFirstRun } = options
  if (isFirstRun) return { creditorId: '', connectionId: '' }
  const business = { name: 'Atelier Demeyer', iban: 'BE71096123456769', senderEmail: null }
  const creditor = await world.send<{ id: string }>('POST', '/api/v1/first-run', {
    ...administrator,
    business,
  })
  if (switches === false) return { creditorId: creditor.id, connectionId: '' }
  const back = new URL(await world.visitor.connectTeamleader(), 'http://localhost')
  const connectionId = back.searchParams.get('connected')
  if (!connectionId) throw new Error(`Connecting failed: ${back.search}`)
  const on = { importInvoicesAutomatically: true, updateCustomersAutomatically: true, ...switches }
  await world.send('PATCH', `/api/v1/connections/${connectionId}`, on)
  await drain()
  return { creditorId: creditor.id, connectionId }
}

async function drainAll({ app, teamleader }: World, without: readonly string[]): Promise<void> {
  for (let isQuiet = false; !isQuiet; ) {
    await teamleader.settled()
    isQuiet = (await app.jobs.drain({ without })) === 0
  }
}

function asSend(visitor: Visitor): TestApp['send'] {
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await visitor.request(method, path, body)
    if (answer.status >= 400)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
}

function asGet(visitor: Visitor): TestApp['get'] {
  const send = asSend(visitor)
  return <T>(path: string) => send<T>('GET', `/api/v1${path}`)
}

function sandboxSettings(teamleader: TeamleaderSandbox) {
  return {
    TEAMLEADER_AUTHORIZE_URL: teamleader.authorizeUrl,
    TEAMLEADER_TOKEN_URL: teamleader.tokenUrl,
    TEAMLEADER_API_URL: teamleader.apiUrl,
    TEAMLEADER_CLIENT_ID: teamleader.clientId,
    TEAMLEADER_CLIENT_SECRET: teamleader.clientSecret,
  }
}

/** The public address has to be known before the server listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
