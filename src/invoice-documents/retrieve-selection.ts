import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { ReconnectNeededError } from '../errors.ts'
import { type InvoiceSelection, pageInvoices } from '../invoice-lists/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { claimOfInvoices } from './claim-documents.ts'
import { retrieveSelectionJob } from './document-jobs.ts'
import { downloadClaimed, type RetrievalOutcome } from './download-claimed.ts'
import { type DocumentKind, isRefusal } from './invoice-document.ts'
import { listRetrieved } from './list-documents.ts'
import { wantDocuments } from './want-documents.ts'

/** So many are fetched before progress is stored. */
const perStep = 20

/** A job that ran for ever would count as lost one day: after this long another one goes on. */
const pieceMs = 5 * 60_000

/**
 * How many were fetched, were here already, are not there yet (the schedule goes on), were refused, are being fetched by
 * somebody else, or belong to a connection that is not connected.
 */
type Counts = Record<'retrieved' | 'present' | 'waiting' | 'refused' | 'underWay' | 'notConnected', number>

/**
 * Fetches the documents of invoices that a person selected (promise B12), whether due or not; what is here and up to date
 * is not fetched again. Goes on at its cursor after a stop, waits out an outage, and stops when it is cancelled.
 */
export function retrieveSelection(ctx: Context, input: { runId: string }): Promise<void> {
  return workOnLongRun(ctx, input.runId, async (run) => {
    const startedAt = performance.now()
    const work: Work = { ctx, kind: run.input.kind as DocumentKind, sources: new Map() }
    const selection = run.input.selection as InvoiceSelection
    const progress = progressOf(run)
    for (;;) {
      const invoices = await pageInvoices(ctx, { selection, after: progress.after, limit: perStep })
      if (invoices.length === 0) return endOf('finished', progress)
      await retrieveStep(work, invoices, progress.counts)
      progress.after = invoices.at(-1)?.id ?? progress.after
      progress.doneCount += invoices.length
      const { doneCount, counts, after } = progress
      if (!(await moveLongRun(ctx, run.id, { doneCount, counts, cursor: { after } })))
        return endOf('cancelled', progress)
      if (performance.now() - startedAt > pieceMs) return goOnLater(ctx, run.id)
    }
  })
}

type Work = { ctx: Context; kind: DocumentKind; sources: Map<string, CrmSource | undefined> }
type Progress = { after: string; doneCount: number; counts: Counts }

function progressOf(run: LongRun): Progress {
  const { after } = (run.cursor ?? { after: '' }) as { after: string }
  const none: Counts = { retrieved: 0, present: 0, waiting: 0, refused: 0, underWay: 0, notConnected: 0 }
  return { after, doneCount: run.doneCount, counts: { ...none, ...run.counts } }
}

function endOf(state: 'finished' | 'cancelled', { doneCount, counts }: Progress): LongRunEnd {
  return { state, doneCount, counts, result: counts }
}

async function goOnLater(ctx: Context, runId: string): Promise<undefined> {
  const data = { creditorId: creditorOf(ctx), runId }
  await inTransaction(ctx, (tx) => tx.enqueue(retrieveSelectionJob, data, { key: runId }))
}

async function retrieveStep(work: Work, invoices: readonly Invoice[], counts: Counts): Promise<void> {
  const { ctx, kind } = work
  const present = await listRetrieved(ctx, { invoiceIds: invoices.map(({ id }) => id), kind })
  counts.present += present.size
  const missing = invoices.filter(({ id }) => !present.has(id))
  for (const [connectionId, those] of Map.groupBy(missing, (invoice) => invoice.connectionId))
    await retrieveOf(work, { connectionId, invoices: those }, counts)
}

async function retrieveOf(
  work: Work,
  { connectionId, invoices }: { connectionId: string; invoices: readonly Invoice[] },
  counts: Counts,
): Promise<void> {
  const { ctx, kind } = work
  const source = await openSource(work, connectionId)
  if (!source) {
    counts.notConnected += invoices.length
    return
  }
  const wanted = invoices.map(({ id, number, documentVersion }) => ({
    invoiceId: id,
    number,
    version: documentVersion,
  }))
  await inTransaction(ctx, (tx) => wantDocuments(tx, { connectionId, invoices: wanted, kinds: [kind] }))
  const claimed = await claimOfInvoices(ctx, { invoiceIds: invoices.map(({ id }) => id), kind })
  counts.underWay += invoices.length - claimed.length
  try {
    const outcomes = await downloadClaimed(ctx, { source, isScheduled: false }, claimed)
    for (const outcome of outcomes.values()) counts[countOf(outcome)] += 1
  } catch (error) {
    if (!(error instanceof ReconnectNeededError)) throw error
    work.sources.set(connectionId, undefined)
    counts.notConnected += claimed.length
  }
}

function countOf(outcome: RetrievalOutcome): 'retrieved' | 'refused' | 'waiting' {
  if (outcome === 'retrieved') return 'retrieved'
  return isRefusal(outcome) ? 'refused' : 'waiting'
}

async function openSource({ ctx, sources }: Work, connectionId: string): Promise<CrmSource | undefined> {
  if (sources.has(connectionId)) return sources.get(connectionId)
  const { state } = await getConnection(ctx, { connectionId })
  const source = state === 'connected' ? await sourceFor(ctx, connectionId, 'document') : undefined
  sources.set(connectionId, source)
  return source
}
