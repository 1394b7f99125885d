import { recordActivity } from '../activities/index.ts'
import { type Context, forAllCreditors, inTransaction, type Tx } from '../context.ts'
import { defineJob } from '../jobs/index.ts'
import { eraseRemoved } from './erase-removed.ts'

/** Every day: takes expired files away. */
export const removeExpiredFilesJob = defineJob<Record<string, never>>('remove-expired-files', 'stately')

/** What was begun so long ago and is not finished will never be. */
const abandonedAfterMs = 24 * 3_600_000
const rowsAtOnce = 100

/**
 * Takes away, across creditors, what has expired, what was never finished, and the bytes of what was removed when a stop
 * came in between. Safe to stop anywhere and to do twice.
 */
export async function removeExpiredFiles(ctx: Context): Promise<void> {
  const all = forAllCreditors(ctx)
  const abandonedBefore = new Date(ctx.now().getTime() - abandonedAfterMs)
  await inTransaction(all, (tx) => markEnded(tx, abandonedBefore))
  for (let rows = await listUnerased(all); rows.length > 0; rows = await listUnerased(all)) {
    for (const row of rows) await eraseRemoved(all, row)
  }
  await ctx.files.removeUnfinished(abandonedBefore)
}

async function markEnded(tx: Tx, abandonedBefore: Date): Promise<void> {
  const ended = await tx.db
    .updateTable('sharedFiles')
    .set({ removedAt: tx.now() })
    .where('removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('expiresAt', '<=', tx.now()),
        eb.and([eb('readyAt', 'is', null), eb('createdAt', '<', abandonedBefore)]),
      ]),
    )
    .returning(['id', 'name', 'creditorId', 'readyAt'])
    .execute()
  for (const { id, name, creditorId, readyAt } of ended) {
    if (!readyAt) continue
    await recordActivity(
      { ...tx, scope: { kind: 'creditor', creditorId } },
      {
        subjectKind: 'shared_file',
        subjectId: id,
        kind: 'sharedFile.removed',
        cause: 'expired',
        data: { name },
      },
    )
  }
}

function listUnerased(ctx: Context): Promise<{ id: string; storageKey: string }[]> {
  return inTransaction(ctx, (tx) =>
    tx.db
      .selectFrom('sharedFiles')
      .select(['id', 'storageKey'])
      .where('removedAt', 'is not', null)
      .where('erasedAt', 'is', null)
      .limit(rowsAtOnce)
      .execute(),
  )
}
