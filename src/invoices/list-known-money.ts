import type { Tx } from '../context.ts'
import type { Invoice } from './invoice.ts'

/** The money of invoices that we hold, by their external ids: what the CRM said last, and what was paid here besides. */
export type KnownMoney = Pick<
  Invoice,
  'externalId' | 'state' | 'sourceOpenCents' | 'sourcePaymentState' | 'paidHereCents'
>

/** The known money of these external ids of a connection. */
export async function listKnownMoney(
  tx: Tx,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Map<string, KnownMoney>> {
  if (input.externalIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('invoices')
    .select(['externalId', 'state', 'sourceOpenCents', 'sourcePaymentState', 'paidHereCents'])
    .where('connectionId', '=', input.connectionId)
    .where('externalId', 'in', [...input.externalIds])
    .execute()
  return new Map(rows.map((row) => [row.externalId, row as KnownMoney]))
}
