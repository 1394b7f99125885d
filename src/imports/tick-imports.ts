import { askForMissingWebhooks, listConnections } from '../connections/index.ts'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { drainEventsJob, retryLinesJob } from './event-jobs.ts'
import { reconcileJob } from './reconcile-jobs.ts'

/**
 * Every minute: asks for the work that is due at each connection. Whoever enqueued it before may have been killed in
 * between; asking twice is free, because one waiting job a connection is all that the queue keeps.
 */
export function tickImports(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const resting = (await listConnections(tx))
      .filter(({ state }) => state === 'reconnect_needed')
      .map(({ id }) => id)
    const isAwake = (work: { connectionId: string }) => !resting.includes(work.connectionId)
    const waiting = await tx.db
      .selectFrom('webhookEvents')
      .select(['creditorId', 'connectionId'])
      .distinct()
      .where('state', '=', 'pending')
      .execute()
    for (const work of waiting.filter(isAwake))
      await tx.enqueue(drainEventsJob, work, { key: work.connectionId })
    const due = await tx.db
      .selectFrom('importLines')
      .select(['creditorId', 'connectionId'])
      .distinct()
      .where('nextTryAt', '<=', tx.now())
      .execute()
    for (const work of due.filter(isAwake)) await tx.enqueue(retryLinesJob, work, { key: work.connectionId })
  })
}

/** Asks for missing webhooks, and for a reconcile at each connection that imports by itself (promise B6: every 15 minutes, and nightly). */
export async function reconcileAll(ctx: Context, input: { kind: 'reconcile' | 'nightly' }): Promise<void> {
  const { kind } = input
  await askForMissingWebhooks(forAllCreditors(ctx), { evenRefused: kind === 'nightly' })
  await inTransaction(forAllCreditors(ctx), async (tx) => {
    for (const { id: connectionId, creditorId, ...connection } of await listConnections(tx)) {
      if (connection.state !== 'connected' || !connection.importInvoicesAutomatically) continue
      await tx.enqueue(reconcileJob, { creditorId, connectionId, kind }, { key: `${connectionId}:${kind}` })
    }
  })
}
