import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { allJobs, allSchedules } from './all-jobs.ts'
import { apiDoor } from './api/index.ts'
import type { Config } from './config.ts'
import { resealSecrets } from './connections/index.ts'
import type { Context } from './context.ts'
import { type CrmKind, createSources } from './crm/index.ts'
import { type Database, openDatabase } from './db/index.ts'
import { ConfigError } from './errors.ts'
import { createFiles } from './files/index.ts'
import { createHttpServer } from './http/index.ts'
import { createJobs } from './jobs/index.ts'
import { createLog, type Log } from './log.ts'
import { createMail } from './mail/index.ts'
import { payDoor } from './pay/index.ts'
import { bouncesDoor, webhooksDoor } from './webhooks/index.ts'

/** What tests, benchmarks and the demo may put in place of the usual. */
export type AppOverrides = {
  now?: () => Date
  log?: Log
  database?: Database
  callLimit?: Partial<CrmKind['callLimit']>
}

/** Vorder as one thing that starts and stops. */
export type App = Awaited<ReturnType<typeof createApp>>

const webFolder = join(import.meta.dirname, '../dist/web')

/**
 * Rows come and go by the hundred thousand while little of them stays. Left alone, V8 waits with collecting until its heap
 * is three times as large as what lives in it, and the process stays that large; so it begins at one and a half times.
 */
function keepMemorySmall(): void {
  setFlagsFromString('--heap-growing-percent=40')
}

/** A bucket that will not have us is a wrong setting; one that does not answer may answer in a minute. */
async function checkBucket({ config, files, log }: Context): Promise<void> {
  if (!config.filesBucket) return
  const check = await files.verify()
  if (check.ok) return
  if (check.code === 'refused') throw new ConfigError([check.detail])
  log.warn({ bucket: config.filesBucket.name, detail: check.detail }, 'the bucket for files does not answer')
}

/** Wires configuration, context, doors, jobs and schedules; the only place that knows everyone. Nothing runs yet. */
export async function createApp(config: Config, overrides: AppOverrides = {}) {
  keepMemorySmall()
  const log = overrides.log ?? createLog({ level: config.logLevel })
  const now = overrides.now ?? (() => new Date())
  const database = overrides.database ?? (await openDatabase(config, log))
  const jobs = createJobs({ database, log, now })
  const mail = createMail(config)
  const ctx: Context = {
    database,
    queue: jobs,
    mail,
    files: createFiles(config),
    sources: createSources(config, log, {
      now,
      ...(overrides.callLimit && { callLimit: overrides.callLimit }),
    }),
    config,
    log,
    now,
    actor: { kind: 'system' },
    scope: { kind: 'system' },
  }
  jobs.register(allJobs(ctx), allSchedules)
  const server = await createHttpServer({
    context: ctx,
    doors: [apiDoor, payDoor, webhooksDoor, bouncesDoor],
    webFolder,
  })
  return {
    ctx,
    jobs,
    /** The web server's Fastify instance, to ask it for its own description. */
    http: server.app,
    /** Checks that stored secrets can be opened, opens the doors, then starts the background work unless it is to be drained by hand. Answers the address. */
    async start(options: { work: boolean } = { work: true }): Promise<string> {
      await resealSecrets(ctx)
      await checkBucket(ctx)
      await jobs.start()
      const address = await server.listen()
      if (options.work) await jobs.work()
      return address
    },
    /** Stops in the reverse order: no new requests, running work ends or goes back to the queue, then mail and the database. */
    async stop(): Promise<void> {
      await server.stop()
      await jobs.stop()
      mail.close()
      await database.close()
    },
  }
}
