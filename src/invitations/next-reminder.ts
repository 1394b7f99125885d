import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { NotFoundError } from '../errors.ts'
import { decideReminder, type ReminderDecision } from './decide-reminder.ts'
import { readInvited } from './invoice-facts.ts'
import { isLive } from './live-connections.ts'
import { listOfInvoices } from './message-table.ts'

/** What the reminders of an invoice do next, by the decision that sends them. Throws NotFoundError. */
export function nextReminder(ctx: Context | Tx, invoiceId: string): Promise<ReminderDecision> {
  return inTransaction(ctx, async (tx) => {
    const invoice = (await readInvited(tx, [invoiceId])).get(invoiceId)
    if (!invoice) throw new NotFoundError('There is no such invoice')
    const { timeZone } = await getCreditor(tx)
    return decideReminder({
      invoice,
      messages: await listOfInvoices(tx, [invoiceId]),
      isLive: await isLive(tx, invoice.connectionId),
      timeZone,
      now: tx.now(),
    })
  })
}
