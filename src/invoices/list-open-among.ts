import type { Tx } from '../context.ts'

/** Which of these external ids are open invoices of the connection. */
export async function listOpenAmong(
  tx: Tx,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Set<string>> {
  if (input.externalIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('invoices')
    .select('externalId')
    .where('connectionId', '=', input.connectionId)
    .where('externalId', 'in', [...input.externalIds])
    .where('state', 'in', ['booked', 'pending'])
    .execute()
  return new Set(rows.map((row) => row.externalId))
}
