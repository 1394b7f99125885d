import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { type Context, forCreditor, inTransaction } from '../../src/context.ts'
import { connectDatabase } from '../../src/db/index.ts'
import { createFiles } from '../../src/files/index.ts'
import { createLog } from '../../src/log.ts'
import { createMail } from '../../src/mail/index.ts'
import type { SettingTexts } from '../../src/setting-table.ts'
import { newId } from '../../src/values/index.ts'
import { createTestDatabase } from './test-database.ts'

export type TestContext = {
  /** Across creditors, on a database of its own, with a clock that moves only when told. */
  ctx: Context
  /** Everything that was logged, line by line. */
  logLines: string[]
  advance: (milliseconds: number) => void
  close: () => Promise<void>
}

/** A context for verbs that need a database, a clock and a log; mail is not set up; queue and CRM are absent. */
export async function createTestContext(settings: SettingTexts = {}): Promise<TestContext> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-test-'))
  const config = readConfig({}, { VORDER_DATA_FOLDER: dataFolder, VORDER_PORT: '0', ...settings })
  const logLines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void logLines.push(line) } })
  const testDatabase = await createTestDatabase()
  const database = await connectDatabase({ connectionString: testDatabase.url }, log)
  let aheadMs = 0
  const ctx: Context = {
    database,
    config,
    log,
    now: () => new Date(Date.now() + aheadMs),
    actor: { kind: 'system' },
    scope: { kind: 'system' },
    queue: { enqueuer: () => () => absent('queue') },
    mail: createMail(config),
    files: createFiles(config),
    sources: {} as Context['sources'],
  }
  return {
    ctx,
    logLines,
    advance: (milliseconds) => {
      aheadMs += milliseconds
    },
    close: async () => {
      await database.close()
      await testDatabase.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A creditor with nothing but a name; returns a context that works for it. */
export async function addTestCreditor(ctx: Context, name = 'Bakkerij Peeters'): Promise<Context> {
  const own = forCreditor(ctx, newId('cre'))
  if (own.scope.kind !== 'creditor') throw new Error('A context of one creditor has a creditor')
  const { creditorId } = own.scope
  await inTransaction(own, async (tx) => {
    await tx.db.insertInto('creditors').values({ id: creditorId, name, createdAt: tx.now() }).execute()
  })
  return own
}

function absent(part: string): never {
  throw new Error(`This test has no ${part}`)
}
