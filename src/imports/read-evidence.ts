import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { type ImportLine, importLineColumns } from './import-line.ts'
import type { ImportRun } from './import-run-table.ts'

/** What a CRM told of a subject: when, which type, and what became of it. The body is never shown. */
export type HeardEvent = {
  receivedAt: Date
  type: string | null
  state: 'pending' | 'applied' | 'superseded' | 'ignored' | 'failed'
  cause: string | null
  settledAt: Date | null
}

/** The latest events about a subject, newest first. */
export async function listEventsOf(
  tx: Tx,
  input: { connectionId: string; externalId: string; limit: number },
): Promise<HeardEvent[]> {
  const rows = await tx.db
    .selectFrom('webhookEvents')
    .select(['receivedAt', 'type', 'state', 'cause', 'settledAt'])
    .where('connectionId', '=', input.connectionId)
    .where('subjectExternalId', '=', input.externalId)
    .orderBy('id', 'desc')
    .limit(input.limit)
    .execute()
  return rows as HeardEvent[]
}

/** The lines of the ledger with this number, blanks and case aside; departments may share a number. */
export async function listLinesNumbered(
  tx: Tx,
  input: { number: string; limit: number },
): Promise<ImportLine[]> {
  const plain = input.number.replace(/\s+/g, '').toLowerCase()
  const rows = await tx.db
    .selectFrom('importLines')
    .select([...importLineColumns])
    .where(sql<boolean>`lower(replace(number, ' ', '')) = ${plain}`)
    .orderBy('decidedAt', 'desc')
    .limit(input.limit)
    .execute()
  return rows as ImportLine[]
}

/** A pass of importing by its id, or undefined. */
export async function findImportRun(tx: Tx, runId: string): Promise<ImportRun | undefined> {
  const row = await tx.db
    .selectFrom('importRuns')
    .select(['id', 'connectionId', 'kind', 'state', 'startedAt', 'finishedAt', 'counts', 'cause'])
    .where('id', '=', runId)
    .executeTakeFirst()
  return row as ImportRun | undefined
}
