import { listConnections } from '../connections/index.ts'
import { type Context, forAllCreditors, forCreditor, inTransaction } from '../context.ts'
import { listUnaskedDocuments, type UnaskedDocument } from '../invoices/index.ts'
import { retrieveDocumentsJob } from './document-jobs.ts'
import { wantDocuments } from './want-documents.ts'

/** So many invoices of an older installation a minute get their document asked for: soon all of them, never a flood. */
const unaskedAtOnce = 1_000

/**
 * Every minute: asks for the documents that are due at each connection, because whoever asked before may have been killed;
 * and for those of invoices that came in before documents were fetched.
 */
export async function tickDocuments(ctx: Context): Promise<void> {
  await askWhereDue(ctx)
  await wantUnasked(ctx)
}

function askWhereDue(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const awake = (await listConnections(tx)).filter(({ state }) => state === 'connected')
    for (const { id: connectionId, creditorId } of awake) {
      const due = await tx.db
        .selectFrom('invoiceDocuments')
        .select('id')
        .where('connectionId', '=', connectionId)
        .where('nextTryAt', '<=', tx.now())
        .limit(1)
        .executeTakeFirst()
      if (due) await tx.enqueue(retrieveDocumentsJob, { creditorId, connectionId }, { key: connectionId })
    }
  })
}

async function wantUnasked(ctx: Context): Promise<void> {
  const unasked = await inTransaction(forAllCreditors(ctx), (tx) => listUnaskedDocuments(tx, unaskedAtOnce))
  const byConnection = Map.groupBy(unasked, ({ connectionId }) => connectionId)
  for (const [connectionId, invoices] of byConnection) await wantOf(ctx, connectionId, invoices)
}

function wantOf(ctx: Context, connectionId: string, invoices: readonly UnaskedDocument[]): Promise<void> {
  const [first] = invoices
  if (!first) return Promise.resolve()
  return inTransaction(forCreditor(ctx, first.creditorId), (tx) =>
    wantDocuments(tx, {
      connectionId,
      invoices: invoices.map(({ invoiceId, documentVersion }) => ({
        invoiceId,
        number: null,
        version: documentVersion,
      })),
    }),
  )
}
