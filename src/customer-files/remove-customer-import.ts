import { type Context, inTransaction } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { readImport } from './customer-import-table.ts'

/**
 * Takes an uploaded file away, with what is known of its rows; the customers that came of it stay, and can no longer be
 * taken back as one. Throws NotFoundError, ConflictError `under_way` while it is being worked on.
 */
export async function removeCustomerImport(ctx: Context, importId: string): Promise<void> {
  const file = await inTransaction(ctx, async (tx) => {
    const known = await readImport(tx, importId, { isLocked: true })
    if (known.run && known.run.finishedAt === null)
      throw new ConflictError('The file is being worked on', 'under_way')
    // The bytes go afterwards; what a stop in between leaves is found by the daily round.
    await tx.db.updateTable('customerImports').set({ readyAt: null }).where('id', '=', importId).execute()
    return known
  })
  await eraseImport(ctx, file)
}

/** Takes the bytes away, then all that is known of them: a stop between the two is made good later. */
export async function eraseImport(
  ctx: Context,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<void> {
  await ctx.files.remove(storageKey)
  await inTransaction(ctx, (tx) => tx.db.deleteFrom('customerImports').where('id', '=', id).execute())
}
