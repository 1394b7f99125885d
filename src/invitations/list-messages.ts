import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Message, messageColumns } from './message.ts'
import { listOfInvoices } from './message-table.ts'

/** The messages of an invoice, oldest first. */
export function listMessages(ctx: Context | Tx, invoiceId: string): Promise<Message[]> {
  return inTransaction(ctx, (tx) => listOfInvoices(tx, [invoiceId]))
}

/** A message by its id. Throws NotFoundError. */
export function getMessage(ctx: Context | Tx, messageId: string): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('messages')
      .select([...messageColumns])
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such message')
    return row as unknown as Message
  })
}
