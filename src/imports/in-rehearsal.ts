import { type Context, inTransaction, type Tx } from '../context.ts'

/**
 * Does the work of a transaction and takes it back: answers what would have come of it, and leaves nothing. So a preview
 * is the import itself, stopped right before its commit, and cannot say anything else than the import does.
 */
export async function inRehearsal<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const takenBack = new Error('A rehearsal leaves nothing')
  let result: { value: T } | undefined
  try {
    await inTransaction(ctx, async (tx) => {
      result = { value: await work(tx) }
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  if (!result) throw new Error('A rehearsal ended without a result')
  return result.value
}
