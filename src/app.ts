import { join } from 'node:path'
import { apiDoor } from './api/index.ts'
import type { Config } from './config.ts'
import {
  keepWebhooks,
  keepWebhooksJob,
  resealSecrets,
  sendReconnectMail,
  sendReconnectMailJob,
} from './connections/index.ts'
import { type Actor, type Context, forAllCreditors, forCreditor } from './context.ts'
import { type CrmKind, createSources } from './crm/index.ts'
import {
  completeCustomers,
  refreshMany,
  refreshManyJob,
  tickCustomers,
  tickCustomersJob,
} from './crm-customers/index.ts'
import {
  exportCrmCustomers,
  exportCrmCustomersJob,
  exportSelection,
  exportSelectionJob,
  workOnFile,
  workOnFileJob,
} from './customer-files/index.ts'
import { completeCustomersJob } from './customers/index.ts'
import { type Database, openDatabase } from './db/index.ts'
import { createFiles } from './files/index.ts'
import { createHttpServer } from './http/index.ts'
import {
  drainEvents,
  drainEventsJob,
  forgetOldCopies,
  forgetOldCopiesJob,
  reconcile,
  reconcileAll,
  reconcileAllJob,
  reconcileJob,
  retryLines,
  retryLinesJob,
  tickImports,
  tickImportsJob,
  wakeEvents,
  wakeEventsJob,
} from './imports/index.ts'
import {
  forgetDocumentFile,
  forgetDocumentFileJob,
  retrieveDocuments,
  retrieveDocumentsJob,
  retrieveSelection,
  retrieveSelectionJob,
  tickDocuments,
  tickDocumentsJob,
  zipDocuments,
  zipDocumentsJob,
} from './invoice-documents/index.ts'
import { createJobs, handle, type JobHandler, type Schedule } from './jobs/index.ts'
import { createLog, type Log } from './log.ts'
import { createMail } from './mail/index.ts'
import {
  forgetOldLines,
  forgetOldLinesJob,
  manualImportJob,
  noteDigests,
  noteDigestsJob,
  sendImportMail,
  sendImportMailJob,
  tickManualImports,
  tickManualImportsJob,
  workOnManualImport,
} from './manual-imports/index.ts'
import { removeExpiredFiles, removeExpiredFilesJob } from './shared-files/index.ts'
import { webhooksDoor } from './webhooks/index.ts'

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

/** All work in the background: a name and the verb that does it. */
function allJobs(ctx: Context): JobHandler[] {
  const by = (kind: Actor['kind'], creditorId: string) => forCreditor({ ...ctx, actor: { kind } }, creditorId)
  return [
    handle(drainEventsJob, (data) => drainEvents(by('webhook', data.creditorId), data)),
    handle(wakeEventsJob, (data) => wakeEvents(by('schedule', data.creditorId), data)),
    handle(retryLinesJob, (data) => retryLines(by('schedule', data.creditorId), data)),
    handle(reconcileJob, async (data) => void (await reconcile(by('schedule', data.creditorId), data))),
    handle(manualImportJob, (data) => workOnManualImport(by('system', data.creditorId), data)),
    handle(sendImportMailJob, (data) => sendImportMail(by('system', data.creditorId), data)),
    handle(noteDigestsJob, () => noteDigests({ ...ctx, actor: { kind: 'schedule' } })),
    handle(tickManualImportsJob, () => tickManualImports(forAllCreditors(ctx))),
    handle(forgetOldLinesJob, () => forgetOldLines(forAllCreditors(ctx))),
    handle(reconcileAllJob, (data) => reconcileAll(forAllCreditors(ctx), data)),
    handle(tickImportsJob, () => tickImports(forAllCreditors(ctx))),
    handle(completeCustomersJob, (data) => completeCustomers(by('schedule', data.creditorId), data)),
    handle(refreshManyJob, (data) => refreshMany(by('schedule', data.creditorId), data)),
    handle(tickCustomersJob, () => tickCustomers(forAllCreditors(ctx))),
    handle(forgetOldCopiesJob, () => forgetOldCopies(forAllCreditors(ctx))),
    handle(retrieveDocumentsJob, (data) => retrieveDocuments(by('schedule', data.creditorId), data)),
    handle(retrieveSelectionJob, (data) => retrieveSelection(by('system', data.creditorId), data)),
    handle(zipDocumentsJob, (data) => zipDocuments(by('system', data.creditorId), data)),
    handle(tickDocumentsJob, () => tickDocuments(forAllCreditors(ctx))),
    handle(forgetDocumentFileJob, (data) => forgetDocumentFile(by('system', data.creditorId), data)),
    handle(keepWebhooksJob, (data) => keepWebhooks(by('system', data.creditorId), data)),
    handle(sendReconnectMailJob, (data) => sendReconnectMail(by('system', data.creditorId), data)),
    handle(exportCrmCustomersJob, (data) => exportCrmCustomers(by('system', data.creditorId), data)),
    handle(exportSelectionJob, (data) => exportSelection(by('system', data.creditorId), data)),
    handle(workOnFileJob, (data) => workOnFile(by('system', data.creditorId), data)),
    handle(removeExpiredFilesJob, () => removeExpiredFiles({ ...ctx, actor: { kind: 'schedule' } })),
  ]
}

/** All that recurs: when, in UTC, and the job that is asked for. */
const allSchedules: Schedule[] = [
  { name: 'tick-imports', every: '* * * * *', job: tickImportsJob, data: {} },
  { name: 'tick-customers', every: '*/5 * * * *', job: tickCustomersJob, data: {} },
  { name: 'tick-documents', every: '* * * * *', job: tickDocumentsJob, data: {} },
  { name: 'reconcile', every: '*/15 * * * *', job: reconcileAllJob, data: { kind: 'reconcile' } },
  { name: 'tick-manual-imports', every: '*/5 * * * *', job: tickManualImportsJob, data: {} },
  { name: 'forget-old-lines', every: '50 2 * * *', job: forgetOldLinesJob, data: {} },
  { name: 'digests', every: '5 * * * *', job: noteDigestsJob, data: {} },
  { name: 'nightly', every: '10 1 * * *', job: reconcileAllJob, data: { kind: 'nightly' } },
  { name: 'forget-old-copies', every: '40 2 * * *', job: forgetOldCopiesJob, data: {} },
  { name: 'remove-expired-files', every: '50 2 * * *', job: removeExpiredFilesJob, data: {} },
]

/** Wires configuration, context, doors, jobs and schedules; the only place that knows everyone. Nothing runs yet. */
export async function createApp(config: Config, overrides: AppOverrides = {}) {
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
  const server = await createHttpServer({ context: ctx, doors: [apiDoor, webhooksDoor], webFolder })
  return {
    ctx,
    jobs,
    /** The web server's Fastify instance, to ask it for its own description. */
    http: server.app,
    /** Checks that stored secrets can be opened, opens the doors, then starts the background work unless it is to be drained by hand. Answers the address. */
    async start(options: { work: boolean } = { work: true }): Promise<string> {
      await resealSecrets(ctx)
      await jobs.start()
      const address = await server.listen()
      if (options.work) await jobs.work()
      return address
    },
    /** Stops in the reverse order: no new requests, running work ends or goes back to the queue, then the database. */
    async stop(): Promise<void> {
      await server.stop()
      await jobs.stop()
      await database.close()
    },
  }
}
