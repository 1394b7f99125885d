import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { ReconnectNeededError } from '../errors.ts'
import { claimDue } from './claim-documents.ts'
import { retrieveDocumentsJob } from './document-jobs.ts'
import { downloadClaimed } from './download-claimed.ts'

/** A few at a time, so that little is to be done again after a kill. */
const batchSize = 12
/** Then the work goes to the end of the queue, and other connections have their turn. */
const batchesAtMost = 20

/**
 * Fetches the documents of a connection that are due, by the schedule of promise B13, and asks for itself when the next
 * ones will be. Throws SourceUnavailableError while Teamleader cannot be asked: the queue comes back, no try is used up.
 */
export async function retrieveDocuments(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (connection.state !== 'connected') return
  const source = await sourceFor(ctx, connection.id, 'document')
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const claimed = await claimDue(ctx, { connectionId: connection.id, limit: batchSize })
    if (claimed.length === 0) break
    try {
      await downloadClaimed(ctx, { source, isScheduled: true }, claimed)
    } catch (error) {
      // The documents say so; when somebody connects again, the next tick goes on.
      if (error instanceof ReconnectNeededError) return
      throw error
    }
  }
  await askForNext(ctx, connection.id)
}

function askForNext(ctx: Context, connectionId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const next = await tx.db
      .selectFrom('invoiceDocuments')
      .select('nextTryAt')
      .where('connectionId', '=', connectionId)
      .where('nextTryAt', 'is not', null)
      // What somebody is fetching is their business; if they were killed, the tick finds it.
      .where('claimId', 'is', null)
      .orderBy('nextTryAt')
      .limit(1)
      .executeTakeFirst()
    if (!next?.nextTryAt) return
    const work = { creditorId: creditorOf(tx), connectionId }
    const later = next.nextTryAt > tx.now() ? { startAt: next.nextTryAt } : {}
    await tx.enqueue(retrieveDocumentsJob, work, { key: connectionId, ...later })
  })
}
