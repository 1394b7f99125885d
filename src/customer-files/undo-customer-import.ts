import { type Context, inTransaction } from '../context.ts'
import { undoImportedCustomers } from '../imported-customers/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun } from '../long-runs/index.ts'
import type { CustomerImport } from './customer-import.ts'
import { listTouchedLater, listWritten, markUndone, type WrittenRow } from './customer-import-row-table.ts'
import { readImport } from './customer-import-table.ts'

const rowsAtOnce = 500

/** Takes back what an import wrote, a page of rows at a time, the last first; what was changed by hand since stays. */
export async function undoCustomerImport(
  ctx: Context,
  { run, file }: { run: LongRun; file: CustomerImport },
): Promise<LongRunEnd> {
  let counts = { deleted: 0, restored: 0, kept: 0, ...run.counts }
  let doneCount = run.doneCount
  for (;;) {
    const done = await inTransaction(ctx, async (tx) => {
      const now = await readImport(tx, file.id, { isLocked: true })
      const rows = await listWritten(tx, { importId: file.id, limit: rowsAtOnce })
      if (now.run?.id !== run.id || rows.length === 0) return undefined
      const touchedLater = await listTouchedLater(tx, { importId: file.id, rows })
      const undone = await undoImportedCustomers(tx, { rows, touchedLater })
      await markUndone(tx, { importId: file.id, rows: rowsOf(rows, undone) })
      const added = { ...counts }
      for (const one of undone) added[one.undone] += 1
      const goesOn = await moveLongRun(tx, run.id, { doneCount: doneCount + rows.length, counts: added })
      return { counts: added, count: rows.length, goesOn }
    })
    if (!done) return { state: 'finished' }
    counts = done.counts
    doneCount += done.count
    if (!done.goesOn) return { state: 'cancelled' }
  }
}

function rowsOf(rows: readonly WrittenRow[], undone: Awaited<ReturnType<typeof undoImportedCustomers>>) {
  return rows.flatMap(({ record }, index) => {
    const one = undone[index]
    return one ? [{ record, undone: one.undone, cause: one.undone === 'kept' ? one.cause : null }] : []
  })
}
