import { readConfig } from '../../src/config.ts'
import { sourceFor } from '../../src/connections/index.ts'
import type { Context } from '../../src/context.ts'
import { createSources } from '../../src/crm/index.ts'
import { connectDatabase } from '../../src/db/index.ts'
import { createFiles } from '../../src/files/index.ts'
import { createJobs } from '../../src/jobs/index.ts'
import { createLog } from '../../src/log.ts'
import { createMail } from '../../src/mail/index.ts'

/** What a process of its own needs to make one call; given as JSON in its only argument. */
export type AskForToken = {
  settings: Record<string, string>
  databaseUrl: string
  creditorId: string
  connectionId: string
  aheadMs: number
}

/** Run as a process of its own, so that a test can kill it in the middle. */
async function askForToken(given: AskForToken): Promise<void> {
  const config = readConfig({}, given.settings)
  const log = createLog({ level: 'silent' })
  const now = () => new Date(Date.now() + given.aheadMs)
  const database = await connectDatabase({ connectionString: given.databaseUrl }, log)
  const ctx: Context = {
    database,
    config,
    log,
    now,
    mail: createMail(config),
    files: createFiles(config),
    queue: createJobs({ database, log, now }),
    sources: createSources(config, log, { now }),
    actor: { kind: 'system' },
    scope: { kind: 'creditor', creditorId: given.creditorId },
  }
  const source = await sourceFor(ctx, given.connectionId, 'webhook')
  await source.listDepartments()
}

await askForToken(JSON.parse(process.argv[2] ?? '{}'))
