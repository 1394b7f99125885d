import { sourceFor } from '../connections/index.ts'
import type { Context } from '../context.ts'
import {
  type Customer,
  type CustomerFacts,
  type CustomerField,
  customerFields,
  type FieldChange,
  getCustomer,
  isSameFact,
} from '../customers/index.ts'
import { ConflictError, SourceRejectedError } from '../errors.ts'
import { refreshCustomers } from './refresh-customers.ts'

type FactValue = CustomerFacts[CustomerField]

/** A field that stays as it is although the CRM has another value, because a person pinned it. */
export type KeptField = { field: CustomerField; value: FactValue; crmValue: FactValue }

export type RefreshedCustomer = {
  /** What is shown differently now. */
  changes: FieldChange[]
  kept: KeptField[]
  customer: Customer
}

/**
 * Brings one customer to what the CRM says now, because a person asks, whether or not customers follow by themselves
 * (promise A15): the whole record, invoicing address included. Pinned fields stay, and the answer shows the CRM's value
 * beside them (A16). Throws NotFoundError, ConflictError `not_linked` or `anonymised`, SourceUnavailableError,
 * ReconnectNeededError, and SourceRejectedError when the CRM's answer cannot be taken over.
 */
export async function refreshCustomer(
  ctx: Context,
  input: { customerId: string },
): Promise<RefreshedCustomer> {
  const before = await getCustomer(ctx, input.customerId)
  const { id, connectionId, externalType, externalId, anonymisedAt } = before
  if (anonymisedAt) throw new ConflictError('This customer was anonymised and stays so', 'anonymised')
  if (!connectionId || !externalType || !externalId) {
    throw new ConflictError('This customer has no record in Teamleader', 'not_linked')
  }
  const source = await sourceFor(ctx, connectionId, 'person')
  const refs = [{ type: externalType, externalId }]
  const { upserted, unread } = await refreshCustomers(ctx, { connectionId, source, refs })
  if (unread.length > 0) {
    throw new SourceRejectedError(
      'Teamleader answered what cannot be taken over; the customer stays as it was',
      {
        code: 'unreadable_answer',
      },
    )
  }
  const customer = await getCustomer(ctx, id)
  return { changes: upserted.flatMap(({ changes }) => changes), kept: keptFields(customer), customer }
}

/** The pinned fields whose value in the CRM is another one. */
function keptFields(customer: Customer): KeptField[] {
  const { crmFacts, pinnedFields } = customer
  if (!crmFacts) return []
  return customerFields
    .filter((field) => pinnedFields.includes(field) && !isSameFact(customer[field], crmFacts[field]))
    .map((field) => ({ field, value: customer[field], crmValue: crmFacts[field] }))
}
