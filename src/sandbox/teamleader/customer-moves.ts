import { notFound } from './api-error.ts'
import type { Collection } from './collection.ts'
import type { CompanyRecord, ContactRecord, CustomerRef } from './records.ts'
import type { World } from './world.ts'

export function findCustomer(world: World, ref: CustomerRef): CompanyRecord | ContactRecord | undefined {
  return ref.type === 'company' ? world.companies.get(ref.id) : world.contacts.get(ref.id)
}

/** The customer or a 404. */
export function getCustomer(world: World, ref: CustomerRef): CompanyRecord | ContactRecord {
  const customer = findCustomer(world, ref)
  if (!customer) throw notFound(ref.type)
  return customer
}

export function customerName(customer: CompanyRecord | ContactRecord): string {
  if ('name' in customer) return customer.name
  return [customer.firstName, customer.lastName].filter(Boolean).join(' ')
}

type Added = { record: CompanyRecord; type: 'company' } | { record: ContactRecord; type: 'contact' }

export function addCustomer(world: World, added: Added, silent = false): void {
  if (added.type === 'company') world.companies.add(added.record)
  else world.contacts.add(added.record)
  if (!silent) world.emit({ type: `${added.type}.added`, subject: { type: added.type, id: added.record.id } })
}

/** Every edit of a customer ends here. Documents already made keep the old data. */
export function changeCustomer(
  world: World,
  ref: CustomerRef,
  change: Partial<CompanyRecord> | Partial<ContactRecord>,
): void {
  const customer = getCustomer(world, ref)
  Object.assign(customer, change, { updatedAt: world.clock.now() })
  if ('name' in customer) world.companies.touch(customer)
  else world.contacts.touch(customer)
  world.emit({ type: `${ref.type}.updated`, subject: ref })
}

export function deleteCustomer(world: World, ref: CustomerRef): void {
  getCustomer(world, ref)
  if (ref.type === 'company') world.companies.remove(ref.id)
  else world.contacts.remove(ref.id)
  world.emit({ type: `${ref.type}.deleted`, subject: ref })
}

/**
 * The winner takes the loser's invoices and subscriptions; the loser is deleted. Teamleader has no event of its
 * own for a merge.
 */
export function mergeCustomers(world: World, winner: CustomerRef, loserId: string): void {
  const loser: CustomerRef = { type: winner.type, id: loserId }
  getCustomer(world, winner)
  getCustomer(world, loser)
  moveDocuments(world.invoices, loserId, winner)
  moveDocuments(world.creditNotes, loserId, winner)
  moveDocuments(world.subscriptions, loserId, winner)
  changeCustomer(world, winner, {})
  deleteCustomer(world, loser)
}

function moveDocuments<T extends { id: string; customer: CustomerRef }>(
  collection: Collection<T>,
  fromId: string,
  to: CustomerRef,
): void {
  for (const record of collection.all()) {
    if (record.customer.id !== fromId) continue
    record.customer = { ...to }
    collection.touch(record)
  }
}
