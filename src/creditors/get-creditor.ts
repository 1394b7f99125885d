import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Creditor, creditorColumns } from './creditor.ts'

/** The creditor that the context works for. Throws NotFoundError. */
export async function getCreditor(ctx: Context | Tx): Promise<Creditor> {
  const creditor = await findCreditor(ctx, creditorOf(ctx))
  if (!creditor) throw new NotFoundError('There is no such business')
  return creditor
}

/** Until the transaction ends nobody else changes the facts of the creditor that the context works for. */
export async function holdCreditor(tx: Tx): Promise<void> {
  await tx.db.selectFrom('creditors').select('id').where('id', '=', creditorOf(tx)).forShare().execute()
}

/** A creditor by id, if the context may see it. */
export function findCreditor(ctx: Context | Tx, creditorId: string): Promise<Creditor | undefined> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('creditors')
      .select([...creditorColumns])
      .where('id', '=', creditorId)
      .executeTakeFirst()
    return row as unknown as Creditor | undefined
  })
}
