import { type Context, inTransaction, type Tx } from '../context.ts'
import type { ProfileReading } from './profile-reading.ts'

/** What the custom fields of these invoices said, by invoice id. Absent: none was read for it. */
export function listProfileReadings(
  ctx: Context | Tx,
  invoiceIds: readonly string[],
): Promise<Map<string, ProfileReading>> {
  return inTransaction(ctx, async (tx) => {
    if (invoiceIds.length === 0) return new Map()
    const rows = await tx.db
      .selectFrom('profileReadings')
      .select(['invoiceId', 'invoiceField', 'invoiceValues', 'subscriptionField', 'subscriptionValues'])
      .where('invoiceId', 'in', invoiceIds)
      .execute()
    return new Map(rows.map((row) => [row.invoiceId, row]))
  })
}
