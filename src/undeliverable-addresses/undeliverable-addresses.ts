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
  return address !== null && (await undeliverableAmong(tx, [address]))(address)
}

/** Asks it of many at once. */
export async function undeliverableAmong(
  tx: Tx,
  addresses: readonly string[],
): Promise<(address: string) => boolean> {
  const plain = (address: string) => address.trim().toLowerCase()
  if (addresses.length === 0) return () => false
  const rows = await tx.db
    .selectFrom('undeliverableAddresses')
    .select('address')
    .where('address', 'in', addresses.map(plain))
    .execute()
  const found = new Set(rows.map(({ address }) => address))
  return (address) => found.has(plain(address))
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
