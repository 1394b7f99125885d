import type { CrmEvent, CrmKind } from '../source.ts'
import { eventSchema } from './api-types.ts'

/** The types to subscribe to. A credit note names itself, not its invoice; that is asked for. Subscriptions change no invoice. */
export const eventTypes: CrmKind['eventTypes'] = {
  invoices: [
    'creditNote.booked',
    'creditNote.deleted',
    'creditNote.updated',
    'invoice.booked',
    'invoice.deleted',
    'invoice.drafted',
    'invoice.paymentRegistered',
    'invoice.paymentRemoved',
    'invoice.updated',
  ],
  customers: ['company.deleted', 'company.updated', 'contact.deleted', 'contact.updated'],
  always: ['account.deactivated', 'account.deleted'],
}

const kinds: Readonly<Record<string, NonNullable<CrmEvent['subject']>['kind']>> = {
  invoice: 'invoice',
  creditNote: 'credit_note',
  company: 'company',
  contact: 'person',
  account: 'account',
}

/**
 * Teamleader pushes `{type, subject: {type, id}, account: {id}}`: no signature, no event id, no time (consistent over
 * independent receivers, not documented). So it is only a hint. Undefined when the body is no such event.
 */
export function parseEvent(body: unknown): CrmEvent | undefined {
  const parsed = eventSchema.safeParse(body)
  if (!parsed.success) return undefined
  const { type, subject, account } = parsed.data
  return {
    type,
    subject: subject ? { kind: kindOf(subject.type), externalId: subject.id } : null,
    accountExternalId: account?.id ?? null,
  }
}

function kindOf(type: string): NonNullable<CrmEvent['subject']>['kind'] {
  return Object.hasOwn(kinds, type) ? (kinds[type] ?? 'unknown') : 'unknown'
}
