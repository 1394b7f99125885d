import type { Tx } from '../context.ts'

/** Which of these numbers belong to invoices that we hold, as they are written there. */
export async function listKnownNumbers(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await tx.db
    .selectFrom('invoices')
    .select('number')
    .distinct()
    // What the index over numbers holds: open and settled ones apart.
    .where('isOpen', 'in', [true, false])
    .where('sortNumber', 'in', [...numbers])
    .execute()
  return rows.flatMap(({ number }) => (number === null ? [] : [number]))
}
