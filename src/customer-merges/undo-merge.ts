import { recordActivities } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import {
  type Customer,
  type CustomerChange,
  customerFields,
  customerName,
  findCustomerRow,
  isSameFact,
  lockCustomerNumbers,
  lockCustomerRows,
  writeCustomer,
} from '../customers/index.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import type { MergedState } from './decide-merge.ts'
import { swapNumbers } from './merge-customers.ts'

/**
 * Makes two of the customers that were merged. Only the latest merge of a customer can be undone. The survivor gets back
 * what it was in every field that nobody changed since. Throws NotFoundError, ConflictError `already_undone`,
 * `not_the_latest` or `anonymised`.
 */
export function undoMerge(
  ctx: Context | Tx,
  mergeId: string,
): Promise<{ customer: Customer; other: Customer }> {
  return inTransaction(ctx, async (tx) => {
    await lockCustomerNumbers(tx)
    const merge = await lockMerge(tx, mergeId)
    const rows = await lockCustomerRows(tx, [merge.survivorId, merge.mergedId])
    const [survivor, merged] = [merge.survivorId, merge.mergedId].map((id) =>
      rows.find((row) => row.id === id),
    )
    if (!survivor || !merged) throw new NotFoundError('There is no such merge')
    await refuseIfNotLatest(tx, mergeId, survivor)
    const change = restored(survivor, merge)
    if (survivor.number === merge.after.number && merge.after.number !== merge.before.number) {
      if (merged.number === merge.before.number) await swapNumbers(tx, survivor, merged)
    }
    await writeCustomer(tx, merged, { mergedInto: null })
    await moveBack(tx, { ids: merge.movedIds, from: survivor.id, to: merged.id })
    await writeCustomer(tx, survivor, { ...change, editedByHandAt: tx.now() })
    await tx.db.updateTable('customerMerges').set({ undoneAt: tx.now() }).where('id', '=', mergeId).execute()
    return record(tx, survivor.id, merged.id)
  })
}

type Merge = {
  survivorId: string
  mergedId: string
  movedIds: string[]
  before: MergedState
  after: MergedState
}

async function lockMerge(tx: Tx, mergeId: string): Promise<Merge> {
  const merge = await tx.db
    .selectFrom('customerMerges')
    .select(['survivorId', 'mergedId', 'movedIds', 'survivorBefore', 'survivorAfter', 'undoneAt'])
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst()
  if (!merge) throw new NotFoundError('There is no such merge')
  if (merge.undoneAt) throw new ConflictError('This merge was undone already', 'already_undone')
  const { survivorBefore, survivorAfter } = merge as unknown as Record<string, MergedState>
  if (!survivorBefore || !survivorAfter) throw new Error(`Merge ${mergeId} has no states`)
  return { ...merge, before: survivorBefore, after: survivorAfter }
}

async function refuseIfNotLatest(tx: Tx, mergeId: string, survivor: Customer): Promise<void> {
  if (survivor.anonymisedAt) throw new ConflictError('This customer was anonymised', 'anonymised')
  const latest = await tx.db
    .selectFrom('customerMerges')
    .select('id')
    .where('survivorId', '=', survivor.id)
    .where('undoneAt', 'is', null)
    .orderBy('mergedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (survivor.mergedInto !== null || latest?.id !== mergeId)
    throw new ConflictError('Only the latest merge of a customer can be undone', 'not_the_latest')
}

/** What the survivor gets back. A field that the merge pinned follows the CRM again, as unpinning does. */
function restored(survivor: Customer, { before, after }: Merge): CustomerChange {
  const untouched = customerFields.filter((field) => isSameFact(survivor[field], after[field]))
  const unpinned = untouched.filter(
    (field) => after.pinnedFields.includes(field) && !before.pinnedFields.includes(field),
  )
  const values = untouched.map((field) => {
    const fromCrm = unpinned.includes(field) ? survivor.crmFacts?.[field] : undefined
    return [field, fromCrm === undefined ? before[field] : fromCrm] as const
  })
  const isProfileUntouched = survivor.profileId === after.profileId
  return {
    ...Object.fromEntries(values),
    ...(isProfileUntouched && { profileId: before.profileId }),
    pinnedFields: survivor.pinnedFields.filter((field) => !unpinned.includes(field)),
  }
}

async function moveBack(
  tx: Tx,
  { ids, from, to }: { ids: string[]; from: string; to: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('customers')
    .set({ mergedInto: to })
    .where('id', 'in', ids)
    .where('mergedInto', '=', from)
    .execute()
}

async function record(tx: Tx, survivorId: string, mergedId: string) {
  const customer = await findCustomerRow(tx, survivorId)
  const other = await findCustomerRow(tx, mergedId)
  if (!customer || !other) throw new NotFoundError('There is no such customer')
  const data = { name: customerName(customer), otherName: customerName(other) }
  const line = { subjectKind: 'customer', kind: 'customer.mergeUndone' } as const
  await recordActivities(tx, [
    { ...line, subjectId: survivorId, data: { ...data, otherId: mergedId } },
    { ...line, subjectId: mergedId, data: { ...data, otherId: survivorId } },
  ])
  return { customer, other }
}
