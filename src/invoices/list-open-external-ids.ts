import { type Context, inTransaction, type Tx } from '../context.ts'

/** The external ids of the open invoices of a connection, a page of them after `after`, in steady order. */
export function listOpenExternalIds(
  ctx: Context | Tx,
  input: { connectionId: string; after: string; limit: number },
): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('invoices')
      .select('externalId')
      .where('connectionId', '=', input.connectionId)
      .where('state', 'in', ['booked', 'pending'])
      .where('externalId', '>', input.after)
      .orderBy('externalId')
      .limit(input.limit)
      .execute()
    return rows.map((row) => row.externalId)
  })
}
