import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Creditor, creditorColumns } from './creditor.ts'

/** Changes the facts of the business that are given; the others stay. */
export function updateCreditor(ctx: Context | Tx, changes: Partial<Omit<Creditor, 'id'>>): Promise<Creditor> {
  return inTransaction(ctx, async (tx) => {
    const id = creditorOf(tx)
    const { closedPeriods, ...facts } = changes
    const row = await tx.db
      .updateTable('creditors')
      .set({ ...facts, ...(closedPeriods && { closedPeriods: inOrder(closedPeriods) }), id })
      .where('id', '=', id)
      .returning([...creditorColumns])
      .executeTakeFirst()
    if (!row) throw new NotFoundError('There is no such business')
    await recordActivity(tx, {
      subjectKind: 'creditor',
      subjectId: id,
      kind: 'creditor.changed',
      data: { fields: Object.keys(changes) },
    })
    return row as unknown as Creditor
  })
}

function inOrder(periods: Creditor['closedPeriods']): string {
  return JSON.stringify(periods.toSorted((a, b) => a.from.localeCompare(b.from)))
}
