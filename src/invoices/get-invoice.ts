import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Invoice, invoiceColumns } from './invoice.ts'

export type InvoiceDetails = Invoice & { profileName: string }

/** An invoice by our id. Throws NotFoundError, also for another creditor's. */
export function getInvoice(ctx: Context | Tx, invoiceId: string): Promise<InvoiceDetails> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('invoices')
      .select([...invoiceColumns])
      .select((eb) =>
        eb
          .selectFrom('profiles')
          .select('name')
          .whereRef('profiles.id', '=', 'invoices.profileId')
          .as('profileName'),
      )
      .where('id', '=', invoiceId)
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such invoice')
    return row as InvoiceDetails
  })
}
