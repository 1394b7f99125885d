import { recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import type { Customer, GoneCause } from './customer.ts'
import type { KnownCustomer } from './list-known-customers.ts'

export type MarkGoneInput = {
  customers: readonly KnownCustomer[]
  /** Drawn before the CRM was asked: a later look that found the record wins. */
  ticket: number
  cause: GoneCause
  goneTo: Customer['goneTo']
}

/** Marks customers whose record the CRM no longer has; they stay customers, and their history says it once (promise A17). */
export async function markGone(tx: Tx, { customers, ticket, cause, goneTo }: MarkGoneInput): Promise<void> {
  if (customers.length === 0) return
  const names = new Map(customers.map(({ ownId, name }) => [ownId, name]))
  const marked = await tx.db
    .updateTable('customers')
    .set({
      goneCause: cause,
      goneTo: goneTo && JSON.stringify(goneTo),
      readTicket: ticket,
      updatedAt: tx.now(),
    })
    .where('id', 'in', [...names.keys()])
    .where('goneCause', 'is distinct from', cause)
    .where('readTicket', '<=', ticket)
    .where('anonymisedAt', 'is', null)
    .returning('id')
    .execute()
  const lines = marked.map(
    ({ id }) =>
      ({
        subjectKind: 'customer',
        subjectId: id,
        kind: 'customer.goneInCrm',
        cause,
        data: { name: names.get(id), ...(goneTo && { mergedInto: goneTo }) },
      }) as const,
  )
  await recordActivities(tx, lines)
}
