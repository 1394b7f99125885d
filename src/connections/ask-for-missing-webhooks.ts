import { type Context, inTransaction } from '../context.ts'
import { wantedEventTypes } from './connection.ts'
import { keepWebhooksJob } from './connection-jobs.ts'
import { listConnections } from './list-connections.ts'

/**
 * Asks for the webhooks of each connection that the CRM does not send all the event types that this version wants: after an
 * update, a connection hears of new ones without anybody touching it. `evenRefused`: also where the CRM refused before.
 * Asks no CRM itself.
 */
export function askForMissingWebhooks(ctx: Context, input: { evenRefused: boolean }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    for (const connection of await listConnections(tx)) {
      const { id, creditorId, state, source, hookEventTypes, hookProblem } = connection
      if (state !== 'connected' || (hookProblem && !input.evenRefused)) continue
      const wanted = wantedEventTypes(connection, ctx.sources[source].eventTypes)
      if ([...hookEventTypes].sort().join() !== wanted.join())
        await tx.enqueue(keepWebhooksJob, { creditorId, connectionId: id }, { key: id })
    }
  })
}
