import { type Context, inTransaction } from '../context.ts'

/** Takes the bytes of a removed file away, then notes that they are gone: a stop between the two is made good later. */
export async function eraseRemoved(ctx: Context, row: { id: string; storageKey: string }): Promise<void> {
  await ctx.files.remove(row.storageKey)
  await inTransaction(ctx, (tx) =>
    tx.db
      .updateTable('sharedFiles')
      .set({ erasedAt: tx.now() })
      .where('id', '=', row.id)
      .where('removedAt', 'is not', null)
      .execute(),
  )
}
