import type { CalendarDay } from '../values/index.ts'
import type { WriteBack } from './write-back.ts'

/**
 * Money received on an invoice: told to Vorder by a person (`hand`), or seen in the CRM (`crm`). Cents of its currency;
 * instants UTC. Never changed: `revokedAt` comes from a further fact of the ledger.
 */
export type Payment = {
  id: string
  invoiceId: string
  origin: 'hand' | 'crm'
  amountCents: number
  currency: string
  paidOn: CalendarDay | null
  /** The CRM's instant of a payment seen there. */
  paidAt: Date | null
  method: string | null
  methodExternalId: string | null
  note: string | null
  recordedByName: string | null
  recordedAt: Date
  revokedAt: Date | null
  revokedByName: string | null
  revokedCause: 'by_hand' | 'removed_in_crm' | null
  /** The same money as the other side knows it. */
  matchedId: string | null
  writeBack: WriteBack | null
}

/** Ours to remove in the CRM: registered there by Vorder, revoked here since. */
export function awaitsRemoval({ revokedAt, writeBack }: Pick<Payment, 'revokedAt' | 'writeBack'>): boolean {
  return revokedAt !== null && writeBack?.intent === 'remove'
}

/** Noon of a day in a time zone: the day stays the same wherever it is read. */
export function noonOf(day: CalendarDay, timeZone: string): Date {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' })
  return new Date(noon.epochMilliseconds)
}
