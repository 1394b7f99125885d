import type { Readable } from 'node:stream'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { ownerSeenBy } from './owner-seen-by.ts'
import { selectSharedFiles } from './select-shared-files.ts'
import type { SharedFile } from './shared-file.ts'

/**
 * Opens a file to download it, and notes in the history who did. For its owner and for administrators of the business;
 * for anybody else there is no such file. Throws NotFoundError, also once it has expired.
 */
export async function openSharedFile(
  ctx: Context,
  fileId: string,
): Promise<{ file: SharedFile; bytes: Readable }> {
  const ownerId = await ownerSeenBy(ctx)
  const { storageKey, ...row } = await inTransaction(ctx, (tx) => getStored(tx, fileId, ownerId))
  const file = row as unknown as SharedFile
  const { bytes } = await ctx.files.open(storageKey)
  try {
    await inTransaction(ctx, (tx) => recordDownload(tx, file))
  } catch (error) {
    bytes.destroy()
    throw error
  }
  return { file, bytes }
}

async function getStored(tx: Tx, fileId: string, ownerId: string | undefined) {
  const row = await selectSharedFiles(tx, ownerId).where('id', '=', fileId).executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such file, or it has expired')
  return row
}

async function recordDownload(tx: Tx, { id, name }: SharedFile): Promise<void> {
  await tx.db
    .updateTable('sharedFiles')
    .set((eb) => ({ downloads: eb('downloads', '+', 1), lastDownloadedAt: tx.now() }))
    .where('id', '=', id)
    .execute()
  await recordActivity(tx, {
    subjectKind: 'shared_file',
    subjectId: id,
    kind: 'sharedFile.downloaded',
    data: { name },
  })
}
