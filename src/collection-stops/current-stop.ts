import type { Tx } from '../context.ts'
import { type Stop, type StopKind, stopColumns } from './stop.ts'

/** The one of that kind that holds now; its invoice must be locked. */
export async function currentStop(tx: Tx, invoiceId: string, kind: StopKind): Promise<Stop | undefined> {
  const row = await tx.db
    .selectFrom('collectionStops')
    .select([...stopColumns])
    .where('invoiceId', '=', invoiceId)
    .where('kind', '=', kind)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row as Stop | undefined
}

/** Ends it, and keeps who did and when. */
export async function endCurrent(tx: Tx, { id }: Stop): Promise<void> {
  await tx.db
    .updateTable('collectionStops')
    .set({ endedAt: tx.now(), endedBy: 'name' in tx.actor ? tx.actor.name : null })
    .where('id', '=', id)
    .execute()
}
