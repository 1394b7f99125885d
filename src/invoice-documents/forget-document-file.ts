import { type Context, inTransaction } from '../context.ts'

/** Takes a stored file away unless a document still refers to it. */
export async function forgetDocumentFile(ctx: Context, input: { storageKey: string }): Promise<void> {
  const user = await inTransaction(ctx, (tx) =>
    tx.db
      .selectFrom('invoiceDocuments')
      .select('id')
      .where('storageKey', '=', input.storageKey)
      .limit(1)
      .executeTakeFirst(),
  )
  if (!user) await ctx.files.remove(input.storageKey)
}
