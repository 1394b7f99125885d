import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { Bytes, StoredFile } from '../files/index.ts'
import { newId } from '../values/index.ts'
import {
  type SharedFile,
  type SharedFilePurpose,
  sharedFileColumns,
  sharedFileLifeMs,
} from './shared-file.ts'

export type CreateSharedFileInput = {
  name: string
  /** With its character set where it has one: `text/csv; charset=utf-8`. */
  contentType: string
  purpose: SharedFilePurpose
  runId: string
  owner: { id: string | null; name: string | null }
  /** Read once, as it comes; not read at all when the run has made its file already. */
  bytes: () => Bytes
}

/**
 * Stores a file for somebody to download, for seven days. One file a run: done again after a stop it gives the file that
 * is there, or writes it anew. A stop in the middle leaves no half file, only something that is tidied away.
 */
export async function createSharedFile(ctx: Context, input: CreateSharedFileInput): Promise<SharedFile> {
  const begun = await begin(ctx, input)
  if (begun.isReady) return begun.file
  const stored = await ctx.files.put(begun.storageKey, input.bytes())
  return finish(ctx, begun.id, stored)
}

type Begun = { isReady: true; file: SharedFile } | { isReady: false; id: string; storageKey: string }

// The row comes before the bytes, so that bytes which nobody knows of cannot be left behind.
function begin(ctx: Context, input: CreateSharedFileInput): Promise<Begun> {
  return inTransaction(ctx, async (tx) => {
    const id = newId('fil')
    const life = { createdAt: tx.now(), expiresAt: new Date(tx.now().getTime() + sharedFileLifeMs) }
    await tx.db
      .insertInto('sharedFiles')
      .values({
        id,
        creditorId: creditorOf(tx),
        name: input.name,
        contentType: input.contentType,
        purpose: input.purpose,
        runId: input.runId,
        ownerId: input.owner.id,
        ownerName: input.owner.name,
        storageKey: `shared/${id}`,
        ...life,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['creditorId', 'runId'])
          .where('runId', 'is not', null)
          .doUpdateSet({ ...life, name: input.name, removedAt: null, erasedAt: null })
          .where('sharedFiles.readyAt', 'is', null),
      )
      .execute()
    const row = await tx.db
      .selectFrom('sharedFiles')
      .select([...sharedFileColumns, 'storageKey', 'readyAt'])
      .where('runId', '=', input.runId)
      .executeTakeFirstOrThrow()
    const { storageKey, readyAt, ...file } = row
    if (readyAt) return { isReady: true, file: file as unknown as SharedFile }
    return { isReady: false, id: row.id, storageKey }
  })
}

function finish(ctx: Context, id: string, stored: StoredFile): Promise<SharedFile> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('sharedFiles')
      .set({ ...stored, readyAt: tx.now() })
      .where('id', '=', id)
      .returning([...sharedFileColumns])
      .executeTakeFirstOrThrow()
    const { name } = row
    await recordActivity(tx, {
      subjectKind: 'shared_file',
      subjectId: id,
      kind: 'sharedFile.created',
      data: { name },
    })
    return row as unknown as SharedFile
  })
}
