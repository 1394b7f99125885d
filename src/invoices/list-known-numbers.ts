import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'

/** Which of these numbers belong to invoices that we hold, as they are written there. */
export async function listKnownNumbers(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await tx.db
    .selectFrom('invoices')
    .select('number')
    .distinct()
    // The expression of the index over numbers.
    .where(sql<SqlBool>`coalesce(number, '') = any(${[...numbers]})`)
    .execute()
  return rows.flatMap(({ number }) => (number === null ? [] : [number]))
}
