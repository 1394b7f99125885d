import { creditorOf, type Tx } from '../context.ts'
import { secretKeysOf } from '../secret-key.ts'
import { newId } from '../values/index.ts'
import { type PaymentLink, paymentLinkColumns } from './payment-link.ts'
import { paymentToken, tokenHash } from './payment-token.ts'

export type StoredLink = PaymentLink & { tokenHash: Buffer }

/** The link that mails carry. */
export async function selectCurrent(tx: Tx, invoiceId: string): Promise<StoredLink | undefined> {
  return tx.db
    .selectFrom('paymentLinks')
    .select([...paymentLinkColumns, 'tokenHash'])
    .where('invoiceId', '=', invoiceId)
    .where('isCurrent', '=', true)
    .executeTakeFirst()
}

/** Makes a link, unless somebody else made one meanwhile; then theirs is the answer. */
export async function insertLink(
  tx: Tx,
  { invoiceId, expiresAt = null }: { invoiceId: string; expiresAt?: Date | null },
): Promise<StoredLink> {
  const id = newId('lnk')
  await tx.db
    .insertInto('paymentLinks')
    .values({
      id,
      creditorId: creditorOf(tx),
      invoiceId,
      tokenHash: tokenHash(paymentToken(secretKeysOf(tx).current, id)),
      createdAt: tx.now(),
      expiresAt,
    })
    .onConflict((conflict) => conflict.column('invoiceId').where('isCurrent', '=', true).doNothing())
    .execute()
  const link = await selectCurrent(tx, invoiceId)
  if (!link) throw new Error(`Invoice ${invoiceId} has no payment link`)
  return link
}

/** The link stays as it is, but mails no longer carry it. */
export async function retireLink(tx: Tx, linkId: string): Promise<void> {
  await tx.db.updateTable('paymentLinks').set({ isCurrent: false }).where('id', '=', linkId).execute()
}
