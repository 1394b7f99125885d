import { recordActivity } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import type { Creditor } from './creditor.ts'

/** The facts of a new business; its id is the one of the context's scope. */
export type NewCreditor = Pick<Creditor, 'name' | 'iban' | 'senderEmail' | 'language'>

/** Adds the business that the transaction works for, with Brussels time until someone changes it. */
export async function createCreditor(tx: Tx, input: NewCreditor): Promise<Creditor> {
  const id = creditorOf(tx)
  const creditor: Creditor = { id, ...input, timeZone: 'Europe/Brussels', closedPeriods: [] }
  await tx.db
    .insertInto('creditors')
    .values({ ...creditor, closedPeriods: JSON.stringify([]), createdAt: tx.now() })
    .execute()
  await recordActivity(tx, {
    subjectKind: 'creditor',
    subjectId: id,
    kind: 'creditor.created',
    data: { name: input.name },
  })
  return creditor
}
