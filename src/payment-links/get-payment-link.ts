import { type Context, inTransaction, type Tx } from '../context.ts'
import { getInvoice } from '../invoices/index.ts'
import { secretKeysOf } from '../secret-key.ts'
import { type PaymentLink, type PaymentLinkState, paymentLinkState, paymentPath } from './payment-link.ts'
import { insertLink, retireLink, type StoredLink, selectCurrent } from './payment-link-table.ts'
import { tokenOf } from './payment-token.ts'

/** A link as people see it; `url` is null once it was revoked. */
export type PaymentLinkDetails = PaymentLink & { state: PaymentLinkState; url: string | null }

/**
 * The address of the page on which the customer pays this invoice, made when there is none yet. A revoked one stays revoked
 * until a person renews it. Throws NotFoundError.
 */
export function getPaymentLink(ctx: Context | Tx, invoiceId: string): Promise<PaymentLinkDetails> {
  return inTransaction(ctx, async (tx) => {
    await getInvoice(tx, invoiceId)
    return detailsOf(tx, await currentOrNew(tx, invoiceId))
  })
}

/** For mails: null when the link was revoked or has expired, so that no mail carries an address that leads nowhere. */
export async function paymentLinkOf(ctx: Context | Tx, invoiceId: string): Promise<string | null> {
  const { state, url } = await getPaymentLink(ctx, invoiceId)
  return state === 'live' ? url : null
}

/** Whoever lost the key that made it gets another one; the one that customers have keeps opening the page. */
async function currentOrNew(tx: Tx, invoiceId: string): Promise<StoredLink> {
  const link = (await selectCurrent(tx, invoiceId)) ?? (await insertLink(tx, { invoiceId }))
  if (link.revokedAt || tokenOf(secretKeysOf(tx), link)) return link
  await retireLink(tx, link.id)
  return insertLink(tx, { invoiceId, expiresAt: link.expiresAt })
}

export function detailsOf(tx: Tx, { tokenHash, ...link }: StoredLink): PaymentLinkDetails {
  const state = paymentLinkState(link, tx.now())
  const token = state === 'revoked' ? undefined : tokenOf(secretKeysOf(tx), { id: link.id, tokenHash })
  return { ...link, state, url: token ? `${tx.config.publicUrl}${paymentPath}/${token}` : null }
}
