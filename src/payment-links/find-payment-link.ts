import { type Context, forAllCreditors, forCreditor, inTransaction } from '../context.ts'
import { type PaymentLinkState, paymentLinkColumns, paymentLinkState } from './payment-link.ts'
import { tokenHash } from './payment-token.ts'

/** What an address opens. `ctx` works for the business of the invoice, with its customer as actor. */
export type OpenedLink = {
  ctx: Context
  linkId: string
  invoiceId: string
  state: Exclude<PaymentLinkState, 'revoked'>
}

/**
 * The link that has this token; undefined when there is none or it was revoked, which nobody can tell apart. The look-up is
 * by hash, so its time tells nothing about how much of a guess was right.
 */
export async function findPaymentLink(ctx: Context, token: string): Promise<OpenedLink | undefined> {
  const row = await inTransaction(forAllCreditors(ctx), (tx) =>
    tx.db
      .selectFrom('paymentLinks')
      .select([...paymentLinkColumns, 'creditorId'])
      .where('tokenHash', '=', tokenHash(token))
      .executeTakeFirst(),
  )
  const state = row && paymentLinkState(row, ctx.now())
  if (!row || !state || state === 'revoked') return undefined
  const own = { ...forCreditor(ctx, row.creditorId), actor: { kind: 'customer' as const } }
  return { ctx: own, linkId: row.id, invoiceId: row.invoiceId, state }
}
