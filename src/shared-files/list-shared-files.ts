import { type Context, inTransaction } from '../context.ts'
import { ownerSeenBy } from './owner-seen-by.ts'
import { selectSharedFiles } from './select-shared-files.ts'
import type { SharedFile } from './shared-file.ts'

/** The files that the actor may download, newest first. `before` is the last id of the page before. */
export async function listSharedFiles(
  ctx: Context,
  input: { before?: string | undefined; limit: number },
): Promise<SharedFile[]> {
  const ownerId = await ownerSeenBy(ctx)
  return inTransaction(ctx, async (tx) => {
    let query = selectSharedFiles(tx, ownerId).orderBy('id', 'desc').limit(input.limit)
    if (input.before) query = query.where('id', '<', input.before)
    const rows = await query.execute()
    return rows.map(({ storageKey: _, ...file }) => file as unknown as SharedFile)
  })
}
