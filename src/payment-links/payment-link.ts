/** The address at which a customer pays one invoice (promise C6), as the database keeps it: without the address itself. */
export type PaymentLink = {
  id: string
  invoiceId: string
  createdAt: Date
  /** From this instant on the page says that the link has expired; null: never. */
  expiresAt: Date | null
  revokedAt: Date | null
}

export const paymentLinkColumns = ['id', 'invoiceId', 'createdAt', 'expiresAt', 'revokedAt'] as const

/** `live`: opens the page. `expired`: says so and shows nothing. `revoked`: as if it had never been. */
export type PaymentLinkState = 'live' | 'expired' | 'revoked'

/** What a link does at an instant. */
export function paymentLinkState(
  link: Pick<PaymentLink, 'expiresAt' | 'revokedAt'>,
  now: Date,
): PaymentLinkState {
  if (link.revokedAt) return 'revoked'
  return link.expiresAt && link.expiresAt <= now ? 'expired' : 'live'
}

/** Where the pages for customers are. */
export const paymentPath = '/pay'
