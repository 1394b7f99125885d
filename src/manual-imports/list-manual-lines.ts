import { type Context, inTransaction, type Tx } from '../context.ts'
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

/** That a person looked for an invoice by hand: when, as a preview or to import it, and what came of it. */
export type LookByHand = Pick<ManualLine, 'outcome' | 'cause'> & { decidedAt: Date; isPreview: boolean }

/** The latest looks by hand at an invoice, newest first. */
export function listLooksByHand(
  tx: Tx,
  input: { connectionId: string; externalId: string; limit: number },
): Promise<LookByHand[]> {
  return inTransaction(tx, async ({ db }) => {
    const rows = await db
      .selectFrom('manualImportLines')
      .innerJoin('longRuns', 'longRuns.id', 'manualImportLines.runId')
      .select(['manualImportLines.outcome', 'manualImportLines.cause', 'manualImportLines.decidedAt'])
      .select('longRuns.kind')
      .where('manualImportLines.externalId', '=', input.externalId)
      .where('longRuns.subjectId', '=', input.connectionId)
      .where('manualImportLines.outcome', 'is not', null)
      .orderBy('manualImportLines.id', 'desc')
      .limit(input.limit)
      .execute()
    return rows.map(({ kind, ...row }) => ({ ...row, isPreview: kind === 'invoice_preview' }) as LookByHand)
  })
}
