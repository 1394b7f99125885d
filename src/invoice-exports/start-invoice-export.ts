import { createHash } from 'node:crypto'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { InvalidInputError } from '../errors.ts'
import { countInvoices } from '../invoice-lists/index.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { dayIn } from '../values/index.ts'
import { type InvoiceExport, mostInWorkbook } from './export-format.ts'
import { exportInvoicesJob } from './export-invoices.ts'
import { exportWords } from './export-words.ts'

/**
 * Starts to write a selection of invoices to a shared file of the actor. Pressed again it gives the same export while it is
 * under way; another selection, or another person, has one of its own. Throws InvalidInputError `too_many_rows` for more
 * than an Excel file holds.
 */
export function startInvoiceExport(ctx: Context, input: Omit<InvoiceExport, 'today'>): Promise<LongRun> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await getCreditor(tx)
    const asked: InvoiceExport = { ...input, today: dayIn(timeZone, tx.now()) }
    const totalCount = await countInvoices(tx, input.selection)
    if (input.format === 'xlsx' && totalCount > mostInWorkbook) {
      const message = `An Excel file holds ${mostInWorkbook} invoices at most; these are ${totalCount}. Take CSV`
      throw new InvalidInputError(message, [{ path: 'format', message }], 'too_many_rows')
    }
    const { run, isNew } = await startLongRun(tx, {
      kind: 'invoice_export',
      subjectId: keyOf(tx.actor.id ?? '', asked),
      name: `${exportWords(input.language).fileName}-${asked.today}.${input.format}`,
      input: asked,
      totalCount,
    })
    if (isNew)
      await tx.enqueue(exportInvoicesJob, { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

/** The same for the same wish of the same person. */
function keyOf(actorId: string, asked: InvoiceExport): string {
  const wish = createHash('sha256').update(JSON.stringify([actorId, asked]))
  return `selection_${wish.digest('hex').slice(0, 32)}`
}
