import type { CalendarDay, Money } from '../values/index.ts'

/** A payment that the CRM lists on an invoice. It has no id there: amount and instant are all that tells it apart. */
export type CrmPayment = { amount: Money; paidAt: Date | null }

/** A credit note of an invoice; the amount it takes off, above zero. */
export type CrmCredit = {
  externalId: string
  number: string | null
  amount: Money
  creditedOn: CalendarDay | null
}

/** A credit note, as far as it says which invoice it is of; null: of none. */
export type CrmCreditNote = { externalId: string; invoiceExternalId: string | null }

/** A way to pay that the CRM knows, in its user's words. */
export type CrmPaymentMethod = { externalId: string; name: string }

/** A note on the timeline of an invoice. */
export type CrmNote = { externalId: string; content: string }

/** `paidAt` is the instant that the CRM shows; by it the payment is known again. */
export type RegisterPayment = {
  externalId: string
  amount: Money
  paidAt: Date
  methodExternalId: string | null
}
