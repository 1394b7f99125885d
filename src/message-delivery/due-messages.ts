import type { Tx } from '../context.ts'
import { type Message, messageColumns, moveMessages } from '../invitations/index.ts'

/** A message whose time has come, and where its invoice is in the CRM. */
export type DueMessage = Message & { externalId: string }

/** Those that are due at a connection: whom a person waits for first, then the longest due. */
export async function listDue(tx: Tx, input: { connectionId: string; limit: number }): Promise<DueMessage[]> {
  const rows = await tx.db
    .selectFrom('messages')
    .innerJoin('invoices', 'invoices.id', 'messages.invoiceId')
    .select(messageColumns.map((column) => `messages.${column}` as const))
    .select('invoices.externalId')
    .where('messages.connectionId', '=', input.connectionId)
    .where('messages.nextLookAt', '<=', tx.now())
    .orderBy('messages.origin', 'desc')
    .orderBy('messages.nextLookAt')
    .orderBy('messages.id')
    .limit(input.limit)
    .execute()
  return rows as unknown as DueMessage[]
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
