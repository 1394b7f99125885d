import { type Context, inTransaction } from '../context.ts'
import type { ImportCause, ImportOutcome } from '../imports/index.ts'
import { getLongRun } from '../long-runs/index.ts'

/** What a preview says, or an import did, about one invoice; amounts in cents. */
export type ManualLine = {
  id: number
  externalId: string
  number: string | null
  customerName: string | null
  invoiceDate: string | null
  totalCents: number | null
  currency: string | null
  outcome: ImportOutcome
  cause: ImportCause | null
  causeDetail: string | null
  warning: string | null
  webUrl: string | null
}

export type ListManualLinesInput = {
  runId: string
  outcomes?: readonly ImportOutcome[] | undefined
  /** The last id of the page before. */
  after?: number | undefined
  limit: number
}

/** The decided lines of a run, in the order in which they were found. Throws NotFoundError. */
export function listManualLines(ctx: Context, input: ListManualLinesInput): Promise<ManualLine[]> {
  return inTransaction(ctx, async (tx) => {
    await getLongRun(tx, input.runId)
    let query = tx.db
      .selectFrom('manualImportLines')
      .select(['id', 'externalId', 'number', 'customerName', 'invoiceDate', 'totalCents', 'currency'])
      .select(['outcome', 'cause', 'causeDetail', 'warning', 'webUrl'])
      .where('runId', '=', input.runId)
      .where('outcome', 'is not', null)
      .orderBy('id')
      .limit(input.limit)
    if (input.outcomes) query = query.where('outcome', 'in', [...input.outcomes])
    if (input.after !== undefined) query = query.where('id', '>', input.after)
    return (await query.execute()) as unknown as ManualLine[]
  })
}
