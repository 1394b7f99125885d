import { createHash } from 'node:crypto'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import { countInvoices, type InvoiceSelection } from '../invoice-lists/index.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { retrieveSelectionJob, zipDocumentsJob } from './document-jobs.ts'
import type { DocumentKind } from './invoice-document.ts'

/** A ZIP of more is more than a person wants to unpack. */
export const mostInZip = 5_000

export type DocumentRunInput = { selection: InvoiceSelection; kind: DocumentKind; name: string }

/**
 * Retrieve documents now, for a selection (promise B12): starts the work in the background. Pressed again for the same
 * selection it gives the run that is under way.
 */
export function startRetrieval(ctx: Context, input: DocumentRunInput): Promise<LongRun> {
  return startRun(ctx, 'document_retrieval', input)
}

/**
 * Packs the documents of a selection into one file to download. Throws InvalidInputError `too_many_documents` for more
 * than 5,000 invoices.
 */
export function startZip(ctx: Context, input: DocumentRunInput): Promise<LongRun> {
  return startRun(ctx, 'document_zip', input)
}

const jobs = { document_retrieval: retrieveSelectionJob, document_zip: zipDocumentsJob } as const

function startRun(ctx: Context, kind: keyof typeof jobs, input: DocumentRunInput): Promise<LongRun> {
  const { name, ...asked } = input
  return inTransaction(ctx, async (tx) => {
    const totalCount = await countInvoices(tx, input.selection)
    if (kind === 'document_zip' && totalCount > mostInZip) {
      const message = `A ZIP file holds ${mostInZip} documents at most; these are ${totalCount}. Choose fewer`
      throw new InvalidInputError(message, [{ path: 'selection', message }], 'too_many_documents')
    }
    const { run, isNew } = await startLongRun(tx, {
      kind,
      subjectId: keyOf(asked),
      name,
      input: asked,
      totalCount,
    })
    if (isNew) await tx.enqueue(jobs[kind], { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

/** The same for the same selection, so that one press more joins the run, and another selection has its own. */
function keyOf({ selection, kind }: Pick<DocumentRunInput, 'selection' | 'kind'>): string {
  const what =
    'ids' in selection
      ? [...selection.ids].sort()
      : Object.entries(selection.filter).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([kind, what]))
    .digest('hex')
    .slice(0, 32)
}
