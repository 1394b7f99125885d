import { type NewActivity, recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { defineJob } from '../jobs/index.ts'

/** Reads the whole record of customers that came in by a list: one runs a connection, one may wait. */
export const completeCustomersJob = defineJob<{ creditorId: string; connectionId: string }>(
  'complete-customers',
  'stately',
)

/** Imports come in pages: after a moment one job finds what several of them brought. */
const soonMs = 10_000

/** Asks for the missing parts of customers that came in by a list; soon, or not before `startAt`. */
export function completeSoon(
  tx: Tx,
  connectionId: string,
  startAt = new Date(tx.now().getTime() + soonMs),
): Promise<void> {
  const work = { creditorId: creditorOf(tx), connectionId }
  return tx.enqueue(completeCustomersJob, work, { key: connectionId, startAt })
}

/** Records of which only a list's row was read, or nothing at all, in the words of `customers_without_details`. */
export async function listIncomplete(
  tx: Tx,
  input: { connectionId: string; limit: number },
): Promise<CrmCustomerRef[]> {
  const rows = await tx.db
    .selectFrom('customers')
    .select(['externalType', 'externalId'])
    .where('connectionId', '=', input.connectionId)
    .where('detailsReadAt', 'is', null)
    .where('detailsProblem', 'is', null)
    .where('externalId', 'is not', null)
    .where('anonymisedAt', 'is', null)
    .where((eb) => eb.or([eb('goneCause', 'is', null), eb('goneCause', '=', 'deactivated')]))
    .orderBy('id')
    .limit(input.limit)
    .execute()
  return rows.map((row) => ({
    type: row.externalType as CrmCustomerRef['type'],
    externalId: String(row.externalId),
  }))
}

/** Why a record could not be taken over. */
export type UnreadCause = 'unreadable_customer' | 'cannot_be_stored' | 'crm_refused' | 'crm_unavailable'

/** Says in the history of each customer why its record was not taken over; it is not asked for again by itself. */
export async function recordUnread(
  tx: Tx,
  input: { customers: readonly { ownId: string; name: string }[]; cause: UnreadCause },
): Promise<void> {
  const { customers, cause } = input
  if (customers.length === 0) return
  const ids = customers.map(({ ownId }) => ownId)
  await tx.db.updateTable('customers').set({ detailsProblem: cause }).where('id', 'in', ids).execute()
  const lines = customers.map(
    ({ ownId, name }): NewActivity => ({
      subjectKind: 'customer',
      subjectId: ownId,
      kind: 'customer.refreshFailed',
      cause,
      data: { name },
    }),
  )
  await recordActivities(tx, lines)
}
