import type { Connection } from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmCreditNote, CrmSource } from '../crm/index.ts'
import { SourceRejectedError } from '../errors.ts'
import { findInvoicesOfCreditNotes, keepCreditNotes } from './credit-note-table.ts'
import { applyEvents, type IgnoreCause, ignoreEvents, type PendingSubject } from './event-table.ts'
import { importById } from './import-by-id.ts'
import { type ImportCounts, noCounts } from './import-run-table.ts'

type CreditNotesLook = {
  connection: Connection
  source: CrmSource
  runId: string
  /** At most 100 credit notes that the CRM told something about. */
  notes: readonly PendingSubject[]
}

/**
 * A credit note that was booked, changed or deleted: its invoices are read again, the one that it names now and the one that
 * it was seen on before, as every import reads them (promise B16). One that names none changes nothing, and its event says so.
 */
export async function lookAtCreditNotes(
  ctx: Context,
  { connection, source, runId, notes }: CreditNotesLook,
): Promise<ImportCounts> {
  const { id: connectionId } = connection
  const found = await findUnlessRefused(source, notes)
  if (!found) return settleIgnored(ctx, notes, 'crm_refused')
  const noteIds = notes.map(({ subjectExternalId }) => subjectExternalId)
  const before = await inTransaction(ctx, (tx) =>
    findInvoicesOfCreditNotes(tx, { connectionId, externalIds: noteIds }),
  )
  const now = new Map(found.map((note) => [note.externalId, note.invoiceExternalId]))
  const invoicesOf = ({ subjectExternalId: id }: PendingSubject) =>
    [now.get(id), before.get(id)].filter((invoiceId) => typeof invoiceId === 'string')
  const telling = notes.filter((note) => invoicesOf(note).length > 0)
  const externalIds = [...new Set(telling.flatMap(invoicesOf))]
  const counts = await importById(ctx, { connectionId, source, externalIds, runId, tellsCredited: true })
  // Only now: whoever is killed before reads the invoice that the note was on once more.
  await inTransaction(ctx, async (tx) => {
    await keepCreditNotes(tx, { connectionId, notes: found })
    await applyEvents(tx, telling)
  })
  const silent = notes.filter((note) => !telling.includes(note))
  const isThere = (note: PendingSubject) => now.has(note.subjectExternalId)
  await settleIgnored(ctx, silent.filter(isThere), 'credit_note_without_invoice')
  await settleIgnored(
    ctx,
    silent.filter((note) => !isThere(note)),
    'credit_note_not_found',
  )
  return counts
}

/** Undefined: the CRM does not let us read credit notes. Their invoices are still seen by the reconcile. */
async function findUnlessRefused(
  source: CrmSource,
  notes: readonly PendingSubject[],
): Promise<CrmCreditNote[] | undefined> {
  try {
    return await source.findCreditNotes(notes.map(({ subjectExternalId }) => subjectExternalId))
  } catch (error) {
    if (error instanceof SourceRejectedError) return undefined
    throw error
  }
}

async function settleIgnored(
  ctx: Context,
  notes: readonly PendingSubject[],
  cause: IgnoreCause,
): Promise<ImportCounts> {
  const eventIds = notes.flatMap((note) => note.eventIds)
  await inTransaction(ctx, (tx) => ignoreEvents(tx, { eventIds, cause }))
  return noCounts()
}
