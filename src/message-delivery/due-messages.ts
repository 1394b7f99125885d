import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { type Message, messageColumns, moveMessages } from '../invitations/index.ts'

/** A message whose time has come, where its invoice is in the CRM, and at whose mail server it ends. */
export type DueMessage = { id: string; externalId: string; domain: string }

type Wanted = { connectionId: string; limit: number; without: readonly string[] }

/** Those that are due at a connection: whom a person waits for first, then the longest due. */
export async function listDue(tx: Tx, { connectionId, limit, without }: Wanted): Promise<DueMessage[]> {
  const rows = await sql<DueMessage>`
    select m.id, i.external_id,
      lower(coalesce(substring(coalesce(m.asked_to, s.email, c.email) from '@(.*)$'), '')) as domain
    from messages m join invoices i on i.id = m.invoice_id
      join customers c on c.id = i.customer_id left join customers s on s.id = c.merged_into
    where m.connection_id = ${connectionId} and m.next_look_at <= ${tx.now()} and m.id <> all(${[...without]}::text[])
    order by m.origin desc, m.next_look_at, m.id limit ${limit}`.execute(tx.db)
  return rows.rows
}

/** Looks at them later, and leaves everything else about them as it is. */
export async function putOff(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('messages')
    .set({ nextLookAt: until })
    .where('id', 'in', [...ids])
    .where('nextLookAt', '<', until)
    .execute()
}

/**
 * Only one run of a connection sends at a time: what is being sent when one begins was left by a process that died. Without
 * its last line no server takes a message, so one that was not about to be given away is planned again; of the others
 * nobody knows (promise C4).
 */
export async function takeOverLeftBehind(tx: Tx, connectionId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('messages')
    .select([...messageColumns])
    .where('connectionId', '=', connectionId)
    .where('state', '=', 'sending')
    .forUpdate()
    .execute()
  const left = rows as unknown as Message[]
  await moveMessages(
    tx,
    left.filter(({ handedOverAt }) => handedOverAt === null),
    { state: 'planned', nextLookAt: tx.now() },
  )
  await moveMessages(
    tx,
    left.filter(({ handedOverAt }) => handedOverAt !== null),
    { state: 'unknown', cause: 'stopped_while_sending' },
  )
}
