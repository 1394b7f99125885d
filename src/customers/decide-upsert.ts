import type { CrmCustomer } from '../crm/index.ts'
import { type Customer, type CustomerFacts, type CustomerField, customerFields } from './customer.ts'
import { changedFields, type FieldChange, isSameFact } from './customer-changes.ts'

/** What is kept of a linked customer, as far as a look at its record can change it. */
export type LinkedCustomer = Pick<
  Customer,
  'pinnedFields' | 'crmFacts' | 'goneCause' | 'detailsReadAt' | 'anonymisedAt'
> &
  CustomerFacts & { externalUpdatedAt: Date | null; readTicket: number }

/** A record that was read, and what is known of the reading. */
export type CrmLook = {
  customer: CrmCustomer
  /** Drawn before the CRM was asked. */
  ticket: number
  now: Date
  /**
   * `refresh`: fields follow the CRM unless they are pinned. `complete`: what was missing is filled in, and what a person
   * wrote stays.
   */
  mode: 'refresh' | 'complete'
  /** Something changed in the record, the CRM said: what a row of a list does not tell may be out of date. */
  isHinted?: boolean
}

export type UpsertDecision =
  | { do: 'leave'; because: 'anonymised' | 'older_look' }
  | {
      do: 'write'
      facts: CustomerFacts
      crmFacts: CustomerFacts
      goneCause: 'deactivated' | null
      /** Shown values that change. */
      changes: FieldChange[]
      /** What the CRM says now is not what it said before, shown or not. */
      isNews: boolean
      /** The whole record is known: it was read now, or nothing points to a change since it was. */
      hasDetails: boolean
      /** False for a row of a list that says what we have: a refresh of many writes nothing for it. */
      isWorthWriting: boolean
    }

/**
 * What a look at the CRM's record does to the customer. Pinned fields survive (promise A16), the others follow one on one
 * (A3); a row of a list says nothing of the invoicing address, so it never wipes it (A15). An older look that comes late
 * changes nothing (A14), and nothing comes back to a customer that was anonymised.
 */
export function decideUpsert(known: LinkedCustomer, look: CrmLook): UpsertDecision {
  const { customer } = look
  if (known.anonymisedAt) return { do: 'leave', because: 'anonymised' }
  if (isOlder(known, look)) return { do: 'leave', because: 'older_look' }
  const crmFacts = knownFacts(customer, known.crmFacts)
  const facts = shownFacts(known, look, crmFacts)
  const goneCause = customer.isDeactivated ? 'deactivated' : null
  const changes = changedFields(known, facts)
  const isNews = goneCause !== known.goneCause || saysOtherwise(known.crmFacts, crmFacts)
  const hasDetails = customer.isWhole || keepsDetails(known, look)
  const isWorthWriting = customer.isWhole || isNews || changes.length > 0 || !isProven(known, look)
  return { do: 'write', facts, crmFacts, goneCause, changes, isNews, hasDetails, isWorthWriting }
}

function saysOtherwise(before: CustomerFacts | null, now: CustomerFacts): boolean {
  return before === null || changedFields(before, now).length > 0
}

/** Nothing points to a change since the record itself was read. */
function keepsDetails(known: LinkedCustomer, { customer, isHinted }: CrmLook): boolean {
  return known.detailsReadAt !== null && isSameVersion(known, customer) && !isHinted
}

/** A row of a list that says what we have, of the version that we have: nothing is learnt from it, not even its time. */
function isProven(known: LinkedCustomer, look: CrmLook): boolean {
  const hadDetails = known.detailsReadAt !== null
  // Without a time of change only the ticket tells which look is the later one.
  const hasVersion = look.customer.updatedAt !== null && isSameVersion(known, look.customer)
  return hasVersion && hadDetails === keepsDetails(known, look)
}

function isSameVersion(known: LinkedCustomer, customer: CrmCustomer): boolean {
  return known.externalUpdatedAt?.getTime() === customer.updatedAt?.getTime()
}

/** The facts that a CRM's record gives a new customer. */
export function factsFromCrm(customer: CrmCustomer): CustomerFacts {
  const facts = customerFields.map((field) => [field, customer[field]])
  return Object.fromEntries(facts) as CustomerFacts
}

/**
 * The CRM's time of change has whole seconds: of two looks within one the ticket tells. A later time of change beats the
 * ticket, because a slow answer may be the fresher one; a time that has not come yet (a wrong clock) proves nothing.
 */
function isOlder(known: LinkedCustomer, { customer, ticket, now }: CrmLook): boolean {
  const before = known.externalUpdatedAt
  const isProof = before !== null && before.getTime() <= now.getTime() + clockToleranceMs
  if (isProof && customer.updatedAt && customer.updatedAt.getTime() !== before.getTime()) {
    return customer.updatedAt < before
  }
  return ticket < known.readTicket
}

const clockToleranceMs = 10 * 60_000

/** What the CRM is known to say: a row of a list leaves what it does not tell as it was last read. */
function knownFacts(customer: CrmCustomer, before: CustomerFacts | null): CustomerFacts {
  const facts = factsFromCrm(customer)
  if (!before) return facts
  const untold = untoldFields(customer).map((field) => [field, before[field] ?? null])
  return { ...facts, ...Object.fromEntries(untold) }
}

const invoicingFields = [
  'invoicingAddressee',
  'invoicingAddressLine',
  'invoicingPostalCode',
  'invoicingCity',
  'invoicingCountry',
] as const satisfies readonly CustomerField[]

/** What a row of a list does not tell. */
function untoldFields({ isWhole, type }: CrmCustomer): readonly CustomerField[] {
  if (isWhole) return []
  return type === 'person' ? [...invoicingFields, 'vatNumber'] : invoicingFields
}

/**
 * A refresh by a list takes what the list does not tell from what the record itself said last, if it was ever read: so an
 * edit by hand ends there too. What was never read stays as it is.
 */
function shownFacts(known: LinkedCustomer, look: CrmLook, crmFacts: CustomerFacts): CustomerFacts {
  const { mode, customer } = look
  const neverRead = known.detailsReadAt === null ? untoldFields(customer) : []
  const keeps = new Set([...known.pinnedFields, ...neverRead])
  const facts = customerFields.map((field) => {
    const stays = keeps.has(field) || (mode === 'complete' && isOwnWords(known, field))
    return [field, stays ? known[field] : crmFacts[field]]
  })
  return Object.fromEntries(facts) as CustomerFacts
}

/** Whether a person, or a file, gave the field a value of its own. */
function isOwnWords(known: LinkedCustomer, field: CustomerField): boolean {
  const value = known[field]
  if (known.crmFacts) return !isSameFact(value, known.crmFacts[field] ?? null)
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}
