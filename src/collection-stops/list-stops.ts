import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Stop, stopColumns } from './stop.ts'

/** What stopped, or stops, the reminders of an invoice, newest first. */
export function listStops(ctx: Context | Tx, invoiceId: string): Promise<Stop[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('collectionStops')
      .select([...stopColumns])
      .where('invoiceId', '=', invoiceId)
      .orderBy('id', 'desc')
      .execute()
    return rows as unknown as Stop[]
  })
}
