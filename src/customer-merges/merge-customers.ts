import { recordActivities } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import {
  type Customer,
  customerName,
  factsOf,
  lockCustomerNumbers,
  lockCustomerRows,
  writeCustomer,
} from '../customers/index.ts'
import { NotFoundError } from '../errors.ts'
import { newId } from '../values/index.ts'
import { decideMerge, type MergedState, type MergeTake } from './decide-merge.ts'

export type MergeCustomersInput = { customerId: string; otherId: string; take: MergeTake }

/**
 * Makes one customer of two, choosing field by field; the other one leaves the lists and its invoices count as the
 * survivor's. Its record in the CRM stays its own. Can be undone. Throws NotFoundError, InvalidInputError, ConflictError
 * `already_merged` or `anonymised`.
 */
export function mergeCustomers(
  ctx: Context | Tx,
  { customerId, otherId, take }: MergeCustomersInput,
): Promise<{ mergeId: string; customer: Customer }> {
  return inTransaction(ctx, async (tx) => {
    await lockCustomerNumbers(tx)
    const rows = await lockCustomerRows(tx, [customerId, otherId])
    const [thisOne, otherOne] = [customerId, otherId].map((id) => rows.find((row) => row.id === id))
    if (!thisOne || !otherOne) throw new NotFoundError('There is no such customer')
    const { survivor, merged, after } = decideMerge(thisOne, otherOne, take)
    const movedIds = await moveMerged(tx, { from: merged.id, to: survivor.id })
    const customer = await writeBoth(tx, { survivor, merged, after })
    const mergeId = newId('mrg')
    await tx.db
      .insertInto('customerMerges')
      .values({
        id: mergeId,
        creditorId: creditorOf(tx),
        survivorId: survivor.id,
        mergedId: merged.id,
        survivorBefore: JSON.stringify(stateOf(survivor)),
        survivorAfter: JSON.stringify(after),
        movedIds,
        mergedAt: tx.now(),
      })
      .execute()
    await recordMerge(tx, customer, merged)
    return { mergeId, customer }
  })
}

/** What a merge changes of a customer. */
export function stateOf(customer: Customer): MergedState {
  const { number, profileId, pinnedFields } = customer
  return { ...factsOf(customer), number, profileId, pinnedFields }
}

/** Exchanges the numbers of two customers: a number has one owner at every moment. */
export async function swapNumbers(tx: Tx, one: Customer, other: Customer): Promise<void> {
  await writeCustomer(tx, other, { number: other.id })
  await writeCustomer(tx, one, { number: other.number })
  await writeCustomer(tx, other, { number: one.number })
}

async function writeBoth(
  tx: Tx,
  { survivor, merged, after }: { survivor: Customer; merged: Customer; after: MergedState },
): Promise<Customer> {
  if (after.number !== survivor.number) await swapNumbers(tx, survivor, merged)
  await writeCustomer(tx, merged, { mergedInto: survivor.id })
  return writeCustomer(tx, survivor, { ...after, editedByHandAt: tx.now() })
}

/** Who had been merged into the merged one stands for the survivor now: no chains. */
async function moveMerged(tx: Tx, { from, to }: { from: string; to: string }): Promise<string[]> {
  const moved = await tx.db
    .updateTable('customers')
    .set({ mergedInto: to })
    .where('mergedInto', '=', from)
    .returning('id')
    .execute()
  return moved.map(({ id }) => id)
}

function recordMerge(tx: Tx, survivor: Customer, merged: Customer): Promise<void> {
  const data = {
    name: customerName(survivor),
    number: survivor.number,
    otherName: customerName(merged),
    otherNumber: merged.number,
  }
  const line = { subjectKind: 'customer', kind: 'customer.merged' } as const
  return recordActivities(tx, [
    { ...line, subjectId: survivor.id, data: { ...data, otherId: merged.id } },
    { ...line, subjectId: merged.id, data: { ...data, otherId: survivor.id } },
  ])
}
