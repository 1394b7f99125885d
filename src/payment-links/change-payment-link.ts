import { type ActivityKind, recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { lockInvoice } from '../invoices/index.ts'
import { detailsOf, getPaymentLink, type PaymentLinkDetails } from './get-payment-link.ts'
import { insertLink, retireLink } from './payment-link-table.ts'

type Expiring = { invoiceId: string; expiresAt: Date | null }

/**
 * Makes a new address for the page; every earlier one of this invoice stops at once. What is sent from now on carries the
 * new one. Throws NotFoundError.
 */
export function renewPaymentLink(
  ctx: Context | Tx,
  { invoiceId, expiresAt }: Expiring,
): Promise<PaymentLinkDetails> {
  return inTransaction(ctx, async (tx) => {
    const { number } = await lockInvoice(tx, invoiceId)
    const link = await getPaymentLink(tx, invoiceId)
    await revokeAll(tx, invoiceId)
    await retireLink(tx, link.id)
    await note(tx, { invoiceId, kind: 'invoice.paymentLinkRenewed', number })
    return detailsOf(tx, await insertLink(tx, { invoiceId, expiresAt }))
  })
}

/**
 * Stops every address of this invoice's page, and mails carry none until a person renews it. Doing it again changes nothing.
 * Throws NotFoundError.
 */
export function revokePaymentLink(ctx: Context | Tx, invoiceId: string): Promise<PaymentLinkDetails> {
  return inTransaction(ctx, async (tx) => {
    const { number } = await lockInvoice(tx, invoiceId)
    // Made where there is none, so that none is made later without a word.
    const link = await getPaymentLink(tx, invoiceId)
    if (link.state === 'revoked') return link
    await revokeAll(tx, invoiceId)
    await note(tx, { invoiceId, kind: 'invoice.paymentLinkRevoked', number })
    return getPaymentLink(tx, invoiceId)
  })
}

/** Says until when the page opens; null: without an end. Throws NotFoundError, ConflictError `payment_link_revoked`. */
export function changePaymentLinkExpiry(
  ctx: Context | Tx,
  { invoiceId, expiresAt }: Expiring,
): Promise<PaymentLinkDetails> {
  return inTransaction(ctx, async (tx) => {
    const { number } = await lockInvoice(tx, invoiceId)
    const link = await getPaymentLink(tx, invoiceId)
    if (link.state === 'revoked')
      throw new ConflictError('The payment link was revoked: make a new one first', 'payment_link_revoked')
    await tx.db
      .updateTable('paymentLinks')
      .set({ expiresAt })
      .where('invoiceId', '=', invoiceId)
      .where('revokedAt', 'is', null)
      .execute()
    await note(tx, { invoiceId, kind: 'invoice.paymentLinkChanged', number })
    return getPaymentLink(tx, invoiceId)
  })
}

async function revokeAll(tx: Tx, invoiceId: string): Promise<void> {
  await tx.db
    .updateTable('paymentLinks')
    .set({ revokedAt: tx.now() })
    .where('invoiceId', '=', invoiceId)
    .where('revokedAt', 'is', null)
    .execute()
}

function note(
  tx: Tx,
  { invoiceId, kind, number }: { invoiceId: string; kind: ActivityKind; number: string | null },
): Promise<void> {
  return recordActivity(tx, { subjectKind: 'invoice', subjectId: invoiceId, kind, data: { number } })
}
