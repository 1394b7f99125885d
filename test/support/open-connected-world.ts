import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { addMembership, createAdministrator } from '../../src/access/index.ts'
import { readConfig } from '../../src/config.ts'
import {
  type Connection,
  finishAuthorisation,
  keepWebhooks,
  keepWebhooksJob,
  sendReconnectMail,
  sendReconnectMailJob,
  startAuthorisation,
} from '../../src/connections/index.ts'
import { type Context, creditorOf } from '../../src/context.ts'
import { type CrmKind, createSources } from '../../src/crm/index.ts'
import { connectDatabase } from '../../src/db/index.ts'
import { createFiles } from '../../src/files/index.ts'
import { createJobs, handle, type Jobs } from '../../src/jobs/index.ts'
import { createLog } from '../../src/log.ts'
import { createMail } from '../../src/mail/index.ts'
import {
  startTeamleaderSandbox,
  type TeamleaderSandbox,
  type TeamleaderSandboxOptions,
} from '../../src/sandbox/index.ts'
import { startTokenProxy, type TokenProxy } from './start-token-proxy.ts'
import { addTestCreditor } from './test-context.ts'
import { createTestDatabase } from './test-database.ts'

export type WorldOptions = {
  sandbox?: TeamleaderSandboxOptions
  callLimit?: Partial<CrmKind['callLimit']>
  settings?: Record<string, string>
}

/** One business, its administrator, a sandbox Teamleader, a mailbox, and two processes on one database. */
export type ConnectedWorld = {
  sandbox: TeamleaderSandbox
  tokenProxy: TokenProxy
  /** Works for the business. `other` is the same on connections of its own, like a second process. */
  ctx: Context
  other: Context
  jobs: Jobs
  mails: Email[]
  userId: string
  /** What a third process needs to join. */
  process: { settings: Record<string, string>; databaseUrl: string; aheadMs: number }
  advance(ms: number): void
  /** Goes through the consent page; gives what the browser brings back. */
  allow(decision?: 'allow' | 'refuse', sessionToken?: string): Promise<CallbackParameters>
  connect(): Promise<Connection>
  close(): Promise<void>
}

export type CallbackParameters = {
  state: string
  code: string | undefined
  error: string | undefined
}

export const sessionToken = 'session-of-the-administrator'

export async function openConnectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const sandbox = await startTeamleaderSandbox({ seed: 'empty', ...options.sandbox })
  const tokenProxy = await startTokenProxy(sandbox.tokenUrl)
  const mailbox = await startMailbox()
  const testDatabase = await createTestDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-test-'))
  const clock = { aheadMs: 0 }
  const shared: Shared = {
    now: () => new Date(Date.now() + clock.aheadMs),
    databaseUrl: testDatabase.url,
    callLimit: options.callLimit ?? {},
    settings: {
      ...settingsFor({ ...sandbox, tokenUrl: tokenProxy.url }, mailbox.port),
      VORDER_DATA_FOLDER: dataFolder,
      ...options.settings,
    },
  }
  const first = await openProcess(shared)
  const second = await openProcess(shared)
  const ctx = await addTestCreditor(first.ctx)
  const userId = await addAdministrator(ctx)
  const allow: ConnectedWorld['allow'] = async (decision = 'allow', session = sessionToken) => {
    const started = await startAuthorisation(ctx, { userId, sessionToken: session, source: 'teamleader' })
    return answerConsent(sandbox, started.url, decision)
  }
  return {
    sandbox,
    tokenProxy,
    ctx,
    other: { ...second.ctx, scope: ctx.scope },
    jobs: first.jobs,
    mails: mailbox.mails,
    userId,
    get process() {
      return { settings: shared.settings, databaseUrl: shared.databaseUrl, aheadMs: clock.aheadMs }
    },
    advance(ms) {
      clock.aheadMs += ms
    },
    allow,
    connect: async () => finishAuthorisation(ctx, { source: 'teamleader', sessionToken, ...(await allow()) }),
    async close() {
      await first.close()
      await second.close()
      await testDatabase.drop()
      await mailbox.close()
      await tokenProxy.close()
      await sandbox.stop()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

type Shared = {
  now: () => Date
  databaseUrl: string
  callLimit: Partial<CrmKind['callLimit']>
  settings: Record<string, string>
}

/** Everything that one process of Vorder has of its own. */
async function openProcess({ now, databaseUrl, callLimit, settings }: Shared) {
  const config = readConfig({}, settings)
  const log = createLog({ level: 'silent' })
  const database = await connectDatabase({ connectionString: databaseUrl }, log)
  const jobs = createJobs({ database, log, now })
  const mail = createMail(config)
  const ctx: Context = {
    database,
    config,
    log,
    mail,
    files: createFiles(config),
    now,
    sources: createSources(config, log, { now, callLimit }),
    queue: jobs,
    actor: { kind: 'system' },
    scope: { kind: 'system' },
  }
  const handlers = [
    handle(keepWebhooksJob, (data) => keepWebhooks(ctx, data)),
    handle(sendReconnectMailJob, (data) => sendReconnectMail(ctx, data)),
  ]
  jobs.register(handlers, [])
  await jobs.start()
  async function close(): Promise<void> {
    await jobs.stop()
    mail.close()
    await database.close()
  }
  return { ctx, jobs, close }
}

function settingsFor(sandbox: TeamleaderSandbox, smtpPort: number): Record<string, string> {
  return {
    TEAMLEADER_API_URL: sandbox.apiUrl,
    TEAMLEADER_AUTHORIZE_URL: sandbox.authorizeUrl,
    TEAMLEADER_TOKEN_URL: sandbox.tokenUrl,
    TEAMLEADER_CLIENT_ID: sandbox.clientId,
    TEAMLEADER_CLIENT_SECRET: sandbox.clientSecret,
    VORDER_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    VORDER_MAIL_FROM: 'vorder@vorder.example',
  }
}

async function addAdministrator(ctx: Context): Promise<string> {
  const user = await createAdministrator(ctx, {
    name: 'Ann',
    email: 'ann@bakkerij.example',
    password: 'a long enough password',
    language: 'en',
  })
  await addMembership(ctx, { creditorId: creditorOf(ctx), userId: user.id, role: 'administrator' })
  return user.id
}

async function answerConsent(
  sandbox: TeamleaderSandbox,
  url: string,
  decision: 'allow' | 'refuse',
): Promise<CallbackParameters> {
  const form = new URLSearchParams([...new URL(url).searchParams, ['decision', decision]])
  const answer = await fetch(sandbox.authorizeUrl, { method: 'POST', body: form, redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? 'http://nowhere.example')
  return {
    state: back.searchParams.get('state') ?? '',
    code: back.searchParams.get('code') ?? undefined,
    error: back.searchParams.get('error') ?? undefined,
  }
}

async function startMailbox() {
  const mails: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (bytes) => {
        text += bytes.toString()
      })
      stream.on('end', () => {
        PostalMime.parse(text).then((mail) => {
          mails.push(mail)
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    mails,
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
