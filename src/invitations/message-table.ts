import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Message, messageColumns } from './message.ts'
import { sendMessagesJob } from './message-jobs.ts'
import type { MessageMove, Moved } from './message-move.ts'
import { noteMoves } from './note-moves.ts'

/** The messages of these invoices, oldest first. */
export async function listOfInvoices(tx: Tx, invoiceIds: readonly string[]): Promise<Message[]> {
  if (invoiceIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('messages')
    .select([...messageColumns])
    .where('invoiceId', 'in', [...invoiceIds])
    .orderBy('id')
    .execute()
  return rows as unknown as Message[]
}

/** A message, locked for the rest of the transaction. Throws NotFoundError. */
export async function lockMessage(tx: Tx, messageId: string): Promise<Message> {
  const row = await tx.db
    .selectFrom('messages')
    .select([...messageColumns])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such message')
  return row as unknown as Message
}

/**
 * Moves messages one step: state, the mark on the overview, a line of history when the step is news, and the job that
 * sends what is planned. Every change of a message goes through here. Without a word a cause and an attempt end with the
 * state that they belonged to.
 */
export async function moveMessages(
  tx: Tx,
  messages: readonly (Moved & Partial<Pick<Message, 'state' | 'cause'>>)[],
  move: MessageMove,
): Promise<void> {
  if (messages.length === 0) return
  const { refused, ...rest } = move
  await tx.db
    .updateTable('messages')
    .set({
      cause: null,
      causeDetail: null,
      nextLookAt: null,
      attemptId: null,
      ...rest,
      ...(refused && { refused: JSON.stringify(refused) }),
      updatedAt: tx.now(),
    })
    .where(
      'id',
      'in',
      messages.map(({ id }) => id),
    )
    .execute()
  const news = messages.filter(({ state, cause }) => state !== move.state || cause !== (move.cause ?? null))
  await noteMoves(tx, news, move)
  if (move.state === 'planned') await askForSending(tx, messages, move.nextLookAt ?? undefined)
}

/** Asks for the work that sends what is due at the connections of these messages. */
export async function askForSending(
  tx: Tx,
  messages: readonly Pick<Message, 'connectionId'>[],
  startAt?: Date,
): Promise<void> {
  const isLater = startAt !== undefined && startAt > tx.now()
  for (const connectionId of new Set(messages.map((message) => message.connectionId))) {
    const work = { creditorId: creditorOf(tx), connectionId }
    await tx.enqueue(sendMessagesJob, work, { key: connectionId, ...(isLater && { startAt }) })
  }
}

/** Adds messages that are not there yet, with one statement; answers the new ones. */
export async function insertMessages(tx: Tx, rows: readonly NewMessage[]): Promise<Moved[]> {
  if (rows.length === 0) return []
  const now = tx.now().toISOString()
  const inserted = await sql<Moved>`
    insert into messages (id, creditor_id, connection_id, invoice_id, kind, level, state, cause, origin, without_document,
      asked_to, asked_cc, copy_of, planned_for, next_look_at, mail_id, created_at, updated_at)
    select r.id, ${creditorOf(tx)}, r.connection_id, r.invoice_id, r.kind, r.level, r.state, r.cause, r.origin,
      r.without_document, r.asked_to, r.asked_cc, r.copy_of, ${now}::timestamptz,
      case when r.state = 'planned' then ${now}::timestamptz end, r.mail_id, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, connection_id text, invoice_id text,
      kind text, level smallint, state text,
      cause text, origin text, without_document boolean, asked_to text, asked_cc text[], copy_of text, mail_id text)
    on conflict do nothing
    returning id, invoice_id, connection_id, kind, level, copy_of`.execute(tx.db)
  return inserted.rows
}

/** A row for `jsonb_to_recordset`. */
export type NewMessage = {
  id: string
  connection_id: string
  invoice_id: string
  kind: Message['kind']
  level: number
  state: 'waiting' | 'planned' | 'held' | 'cancelled'
  cause: Message['cause']
  origin: Message['origin']
  without_document: boolean
  asked_to: string | null
  asked_cc: readonly string[] | null
  copy_of?: string
  mail_id: string
}
