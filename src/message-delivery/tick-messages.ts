import { sql } from 'kysely'
import { listConnections } from '../connections/index.ts'
import { type Context, forAllCreditors, forCreditor, inTransaction } from '../context.ts'
import {
  askForSending,
  decideAgain,
  type Message,
  messageColumns,
  planReminders,
} from '../invitations/index.ts'
import { isDatabaseAway } from './settle-message.ts'

/** So many a minute: soon all of them, never a flood. */
const atOnce = 1_000

/**
 * Every minute: messages that waited for what a person changed meanwhile (the customer's address, the profile, a payment, "go
 * live" said while they were planned) are decided again, and what is due is asked for at each connection, because whoever asked before may have been killed.
 */
export async function tickMessages(ctx: Context): Promise<void> {
  const connections = await inTransaction(forAllCreditors(ctx), (tx) => listConnections(tx))
  for (const { id: connectionId, creditorId } of connections) {
    // Nothing that is wrong with one business keeps back the messages of another; the next minute tries again.
    await tickConnection(forCreditor(ctx, creditorId), connectionId).catch((error: unknown) => {
      if (isDatabaseAway(error)) throw error
      ctx.log.error({ err: error, connectionId }, 'the messages of a connection could not be decided about')
    })
  }
}

function tickConnection(ctx: Context, connectionId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const columns = sql.join(messageColumns.map((column) => sql.ref(`m.${column}`)))
    const released = await sql<Message>`
      select ${columns} from messages m
        join invoices i on i.id = m.invoice_id join profiles p on p.id = i.profile_id
        join customers c on c.id = i.customer_id left join customers s on s.id = c.merged_into
      where m.connection_id = ${connectionId} and (
        (m.state = 'waiting' or m.state = 'held' and m.cause = 'document_given_up') and (not p.wait_for_document
          or m.origin = 'booking' and not p.send_on_booking or i.state in ('paid', 'archived'))
        or m.state = 'held' and m.cause in ('no_address', 'invalid_address', 'undeliverable_address')
          and greatest(c.updated_at, s.updated_at) >= m.updated_at
        or m.state = 'held' and m.cause = 'not_live'
          and exists (select from live_connections l where l.connection_id = m.connection_id))
      order by m.id limit ${atOnce} for update of m`.execute(tx.db)
    await decideAgain(tx, released.rows)
    await planReminders(tx, { connectionId })
    const due = await tx.db
      .selectFrom('messages')
      .select('id')
      .where('connectionId', '=', connectionId)
      .where((eb) => eb.or([eb('nextLookAt', '<=', tx.now()), eb('state', '=', 'sending')]))
      .limit(1)
      .executeTakeFirst()
    if (due) await askForSending(tx, [{ connectionId }])
  })
}
