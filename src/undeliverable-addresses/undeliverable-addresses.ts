import { creditorOf, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { newId } from '../values/index.ts'

/** An address that a mail server said it does not take (promise C8), in lower case; since when (UTC) and in whose words. */
export type UndeliverableAddress = { id: string; address: string; detail: string; foundAt: Date }

/** Notes that an address takes no mail; again with newer words. */
export async function markUndeliverable(
  tx: Tx,
  input: { address: string; detail: string; messageId: string },
): Promise<void> {
  const words = { detail: input.detail.slice(0, 500), messageId: input.messageId, foundAt: tx.now() }
  await tx.db
    .insertInto('undeliverableAddresses')
    .values({
      id: newId('und'),
      creditorId: creditorOf(tx),
      address: input.address.trim().toLowerCase(),
      ...words,
    })
    .onConflict((conflict) => conflict.columns(['creditorId', 'address']).doUpdateSet(words))
    .execute()
}

/** Whether mail to it came back and nobody said since that it works. */
export async function isUndeliverable(tx: Tx, address: string | null): Promise<boolean> {
  if (address === null) return false
  const row = await tx.db
    .selectFrom('undeliverableAddresses')
    .select('id')
    .where('address', '=', address.trim().toLowerCase())
    .executeTakeFirst()
  return row !== undefined
}

/** A person says that it works again. Throws NotFoundError. */
export async function clearUndeliverable(tx: Tx, id: string): Promise<UndeliverableAddress> {
  const row = await tx.db
    .deleteFrom('undeliverableAddresses')
    .where('id', '=', id)
    .returning(['id', 'address', 'detail', 'foundAt'])
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such address')
  return row
}
