import { sourceFor } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { AppError, ReconnectNeededError, SourceUnavailableError } from '../errors.ts'
import { getInvoice } from '../invoices/index.ts'
import { claimOfInvoices } from './claim-documents.ts'
import { downloadClaimed, outageCause, type RetrievalOutcome } from './download-claimed.ts'
import type { DocumentKind, InvoiceDocument } from './invoice-document.ts'
import { listDocuments } from './list-documents.ts'
import { wantDocuments } from './want-documents.ts'

export type RetrievedDocument = {
  document: InvoiceDocument
  /** How this try ended; `under_way` when somebody else is fetching it at this moment. */
  outcome: RetrievalOutcome | 'under_way'
}

/**
 * Retrieve document now (promise B12): asks Teamleader at once, with the right of way of a person who waits, also for one
 * that is here already or was given up. It leaves the schedule as it is. Throws NotFoundError for an unknown invoice.
 */
export async function retrieveDocument(
  ctx: Context,
  input: { invoiceId: string; kind: DocumentKind },
): Promise<RetrievedDocument> {
  const { invoiceId, kind } = input
  const invoice = await getInvoice(ctx, invoiceId)
  const { connectionId, number, documentVersion: version } = invoice
  await inTransaction(ctx, (tx) =>
    wantDocuments(tx, { connectionId, invoices: [{ invoiceId, number, version }], kinds: [kind] }),
  )
  const claimed = await claimOfInvoices(ctx, { invoiceIds: [invoiceId], kind })
  const outcome = claimed.length === 0 ? 'under_way' : await tryNow(ctx, connectionId, claimed)
  const document = (await listDocuments(ctx, invoiceId)).find((one) => one.kind === kind)
  if (!document) throw new Error(`Invoice ${invoiceId} has no ${kind} after it was asked for`)
  return { document, outcome }
}

async function tryNow(
  ctx: Context,
  connectionId: string,
  claimed: Awaited<ReturnType<typeof claimOfInvoices>>,
): Promise<RetrievalOutcome> {
  try {
    const source = await sourceFor(ctx, connectionId, 'person')
    const outcomes = await downloadClaimed(ctx, { source, isScheduled: false }, claimed)
    return [...outcomes.values()][0] ?? 'unexpected'
  } catch (error) {
    const isOutage = error instanceof SourceUnavailableError || error instanceof ReconnectNeededError
    if (!isOutage || (error instanceof AppError && error.code === 'database_unavailable')) throw error
    return outageCause(error)
  }
}
