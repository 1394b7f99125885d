import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { ImportCause } from './import-cause.ts'
import { type ImportLine, type ImportOutcome, importLineColumns } from './import-line.ts'
import type { ImportRun } from './import-run-table.ts'

export type ListImportLinesInput = {
  outcome?: ImportOutcome | undefined
  cause?: ImportCause | undefined
  search?: string | undefined
  externalId?: string | undefined
  /** The line that the page before ended with: its `decidedAt` and id. */
  after?: { decidedAt: Date; id: string } | undefined
  limit: number
}

/** The import ledger, latest decision first (promise B4). */
export function listImportLines(ctx: Context | Tx, input: ListImportLinesInput): Promise<ImportLine[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('importLines')
      .select([...importLineColumns])
      .orderBy('decidedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(input.limit)
    if (input.outcome) query = query.where('outcome', '=', input.outcome)
    if (input.cause) query = query.where('cause', '=', input.cause)
    if (input.externalId) query = query.where('externalId', '=', input.externalId)
    if (input.search) query = query.where(matches(input.search))
    if (input.after) {
      const { decidedAt, id } = input.after
      query = query.where(sql<boolean>`(decided_at, id) < (${decidedAt.toISOString()}::timestamptz, ${id})`)
    }
    return (await query.execute()) as ImportLine[]
  })
}

function matches(search: string) {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(lower(number) like ${pattern} or lower(customer_name) like ${pattern} or external_id = ${search.trim()})`
}

type ImportLineSummary = {
  counts: Record<ImportOutcome, number>
  causes: { cause: ImportCause; count: number }[]
}

/** How many lines ended how, and for which causes invoices stay out. */
export function summariseImportLines(ctx: Context | Tx): Promise<ImportLineSummary> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('importLines')
      .select(['outcome', 'cause', sql<number>`count(*)`.as('count')])
      .groupBy(['outcome', 'cause'])
      .execute()
    const counts = { imported: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
    for (const row of rows) counts[row.outcome as ImportOutcome] += Number(row.count)
    const causes = rows.flatMap((row) =>
      row.cause ? [{ cause: row.cause as ImportCause, count: Number(row.count) }] : [],
    )
    return { counts, causes: causes.sort((a, b) => b.count - a.count) }
  })
}

/** The passes of importing so far, newest first. Those that a webhook started are many: they come only when asked for. */
export function listImportRuns(
  ctx: Context | Tx,
  input: { withWebhooks: boolean; before?: string | undefined; limit: number },
): Promise<ImportRun[]> {
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('importRuns')
      .select(['id', 'connectionId', 'kind', 'state', 'startedAt', 'finishedAt', 'counts', 'cause'])
      .orderBy('id', 'desc')
      .limit(input.limit)
    if (!input.withWebhooks) query = query.where('kind', '<>', 'webhook')
    if (input.before) query = query.where('id', '<', input.before)
    return (await query.execute()) as ImportRun[]
  })
}
