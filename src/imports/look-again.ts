import { sourceFor } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { getInvoice } from '../invoices/index.ts'
import { importById } from './import-by-id.ts'
import type { ImportLine } from './import-line.ts'
import { drawFetchTicket, findLine, findLineOf } from './import-line-table.ts'
import { withRun } from './with-run.ts'

/**
 * A person asks to look at one invoice of the ledger again, now. It goes through the same decision as every import;
 * answers the line as it is afterwards. Throws NotFoundError, SourceUnavailableError, ReconnectNeededError.
 */
export async function retryImport(ctx: Context, input: { lineId: string }): Promise<ImportLine> {
  const line = await inTransaction(ctx, (tx) => findLine(tx, input.lineId))
  if (!line) throw new NotFoundError('There is no such line in the import ledger')
  return lookAgain(ctx, line)
}

/** A person asks to look at an invoice that is in again, now: what the CRM changed is taken over (promise B16). */
export async function refreshInvoice(ctx: Context, input: { invoiceId: string }): Promise<ImportLine> {
  return lookAgain(ctx, await getInvoice(ctx, input.invoiceId))
}

async function lookAgain(
  ctx: Context,
  what: { connectionId: string; externalId: string },
): Promise<ImportLine> {
  const { connectionId, externalId } = what
  const source = await sourceFor(ctx, connectionId, 'person')
  await withRun(ctx, { connectionId, kind: 'by_hand' }, async (run) => {
    Object.assign(
      run.counts,
      await importById(ctx, {
        connectionId,
        source,
        externalIds: [externalId],
        runId: run.runId,
        readsFieldsAgain: true,
        tellsCredited: true,
      }),
    )
  })
  const line = await inTransaction(ctx, (tx) => findLineOf(tx, connectionId, externalId))
  if (!line) throw new NotFoundError('The import ledger has no line for this invoice')
  return line
}

/**
 * Reads invoices that we hold from the CRM now, as every import does, and answers the external ids of those that it showed
 * and that are as it says: the look before a message leaves (promise C3). Throws SourceUnavailableError,
 * ReconnectNeededError or SourceRejectedError when the CRM cannot be asked.
 */
export async function readAgain(
  ctx: Context,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Set<string>> {
  const { connectionId, externalIds } = input
  if (externalIds.length === 0) return new Set()
  // A line whose ticket is not older than this one rests on a look that began now or later.
  const ticket = await inTransaction(ctx, drawFetchTicket)
  const source = await sourceFor(ctx, connectionId, 'webhook')
  await importById(ctx, { connectionId, source, externalIds, runId: null })
  const rows = await inTransaction(ctx, (tx) =>
    tx.db
      .selectFrom('importLines')
      .select('externalId')
      .where('connectionId', '=', connectionId)
      .where('externalId', 'in', [...externalIds])
      .where('fetchTicket', '>=', ticket)
      .where('outcome', 'in', ['imported', 'updated', 'unchanged'])
      .execute(),
  )
  return new Set(rows.map(({ externalId }) => externalId))
}
