import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { eraseRemoved } from './erase-removed.ts'
import { ownerSeenBy } from './owner-seen-by.ts'
import { selectSharedFiles } from './select-shared-files.ts'

/** Takes a file away before it expires: for its owner and for administrators. Throws NotFoundError. */
export async function removeSharedFile(ctx: Context, fileId: string): Promise<void> {
  const ownerId = await ownerSeenBy(ctx)
  const removed = await inTransaction(ctx, async (tx) => {
    const row = await selectSharedFiles(tx, ownerId).where('id', '=', fileId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such file, or it has expired')
    await tx.db.updateTable('sharedFiles').set({ removedAt: tx.now() }).where('id', '=', fileId).execute()
    await recordActivity(tx, {
      subjectKind: 'shared_file',
      subjectId: fileId,
      kind: 'sharedFile.removed',
      data: { name: row.name },
    })
    return row
  })
  await eraseRemoved(ctx, removed)
}
