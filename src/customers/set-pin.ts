import { recordActivities } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { type Customer, type CustomerField, customerFields, customerName } from './customer.ts'
import { lockCustomer, writeCustomer } from './customer-table.ts'
import { refuseAnonymised } from './refuse-anonymised.ts'

export type SetPinInput = { customerId: string; field: CustomerField; isPinned: boolean }

/**
 * Pins a field of a linked customer, so that refreshes leave it alone, or lets it follow the CRM again (promise A16): it
 * then has the CRM's value at once. Throws NotFoundError, ConflictError `not_linked` or `anonymised`.
 */
export function setPin(ctx: Context | Tx, { customerId, field, isPinned }: SetPinInput): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    const customer = await lockCustomer(tx, customerId)
    refuseAnonymised(customer)
    if (isPinned) return addPins(tx, customer, [field])
    refuseUnlinked(customer)
    if (!customer.pinnedFields.includes(field)) return customer
    const pinnedFields = customer.pinnedFields.filter((pinned) => pinned !== field)
    // What the CRM says is not known yet when the customer was added while the CRM was away.
    const value = customer.crmFacts ? { [field]: customer.crmFacts[field] } : {}
    const after = await writeCustomer(tx, customer, { pinnedFields, ...value, editedByHandAt: tx.now() })
    const changes = customer.crmFacts ? [{ field, before: customer[field], after: after[field] }] : []
    await recordPins(tx, after, { kind: 'customer.unpinned', fields: [field], changes })
    return after
  })
}

/** Pins fields of a customer that is locked; those that are pinned already stay so. */
export async function addPins(
  tx: Tx,
  customer: Customer,
  fields: readonly CustomerField[],
): Promise<Customer> {
  const added = customerFields.filter(
    (field) => fields.includes(field) && !customer.pinnedFields.includes(field),
  )
  if (fields.length > 0) refuseUnlinked(customer)
  if (added.length === 0) return customer
  const pinnedFields = customerFields.filter((field) => [...customer.pinnedFields, ...added].includes(field))
  const after = await writeCustomer(tx, customer, { pinnedFields, editedByHandAt: tx.now() })
  await recordPins(tx, after, { kind: 'customer.pinned', fields: added, changes: [] })
  return after
}

function refuseUnlinked(customer: Customer): void {
  if (customer.externalId === null)
    throw new ConflictError('This customer is linked to no record of a CRM', 'not_linked')
}

type Pinned = {
  kind: 'customer.pinned' | 'customer.unpinned'
  fields: readonly CustomerField[]
  changes: readonly object[]
}

function recordPins(tx: Tx, customer: Customer, { kind, fields, changes }: Pinned): Promise<void> {
  const name = customerName(customer)
  return recordActivities(
    tx,
    fields.map((field) => ({
      subjectKind: 'customer',
      subjectId: customer.id,
      kind,
      data: { name, field, changes },
    })),
  )
}
