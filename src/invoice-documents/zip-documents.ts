import { Zip, ZipPassThrough } from 'fflate'
import type { Context } from '../context.ts'
import { InvalidInputError, NotFoundError, SourceUnavailableError } from '../errors.ts'
import { type InvoiceSelection, pageInvoices } from '../invoice-lists/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { createSharedFile } from '../shared-files/index.ts'
import { documentFileName } from './document-name.ts'
import type { DocumentKind } from './invoice-document.ts'
import { openDocument } from './open-document.ts'

const perStep = 50

/** The plain form of a ZIP file holds four gigabytes; everybody's program unpacks that one. */
const mostBytes = 3 * 1024 ** 3

type Counts = Record<'packed' | 'missing', number>

/**
 * Packs the documents of a selection into a shared file. Those that are not here (yet) are counted and left out. Memory
 * holds one document at a time. A stop begins the file anew: it takes seconds.
 */
export function zipDocuments(ctx: Context, input: { runId: string }): Promise<void> {
  return workOnLongRun(ctx, input.runId, async (run): Promise<LongRunEnd> => {
    const counts: Counts = { packed: 0, missing: 0 }
    try {
      const file = await createSharedFile(ctx, {
        name: String(run.input.name),
        contentType: 'application/zip',
        purpose: 'document_zip',
        runId: run.id,
        owner: { id: run.startedById, name: run.startedByName },
        bytes: () => zipBytes(ctx, run, counts),
      })
      return { state: 'finished', counts, result: { sharedFileId: file.id, ...counts } }
    } catch (error) {
      if (error instanceof Cancelled) return { state: 'cancelled' }
      throw error
    }
  })
}

/** Ends the writing of the file from within; what was written of it goes away. */
class Cancelled extends Error {}

async function* zipBytes(ctx: Context, run: LongRun, counts: Counts): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  let written = 0
  for await (const { name, bytes, at } of documentsOf(ctx, run, counts)) {
    written += bytes.length
    if (written > mostBytes) {
      const message = 'These documents are more than fit into one ZIP file. Choose fewer'
      throw new InvalidInputError(message, [], 'too_many_documents')
    }
    // PDFs are packed already; storing them as they are costs nothing and loses nothing.
    const entry = new ZipPassThrough(name)
    entry.mtime = at
    zip.add(entry)
    entry.push(bytes, true)
    yield* chunks.splice(0)
  }
  zip.end()
  yield* chunks.splice(0)
}

type Entry = { name: string; bytes: Uint8Array; at: Date }

async function* documentsOf(ctx: Context, run: LongRun, counts: Counts): AsyncGenerator<Entry> {
  const { selection, kind } = run.input as { selection: InvoiceSelection; kind: DocumentKind }
  const names = new Map<string, number>()
  let doneCount = 0
  for (let after = ''; ; ) {
    const invoices = await pageInvoices(ctx, { selection, after, limit: perStep })
    for (const { id, number } of invoices) {
      const document = await findDocument(ctx, { invoiceId: id, kind })
      counts[document ? 'packed' : 'missing'] += 1
      if (document)
        yield {
          name: unusedName(names, documentFileName(number ?? id, kind)),
          bytes: document,
          at: ctx.now(),
        }
    }
    const last = invoices.at(-1)
    if (!last) return
    doneCount += invoices.length
    if (!(await moveLongRun(ctx, run.id, { doneCount, counts })))
      throw new Cancelled('The packing was cancelled')
    after = last.id
  }
}

async function findDocument(
  ctx: Context,
  input: { invoiceId: string; kind: DocumentKind },
): Promise<Buffer | undefined> {
  try {
    return (await openDocument(ctx, input)).bytes
  } catch (error) {
    const isAway = error instanceof SourceUnavailableError && error.code === 'document_lost'
    if (isAway || error instanceof NotFoundError) return undefined
    throw error
  }
}

/** Two departments may use one number: `2026-7.pdf`, `2026-7 (2).pdf`. */
function unusedName(names: Map<string, number>, name: string): string {
  const times = (names.get(name) ?? 0) + 1
  names.set(name, times)
  return times === 1 ? name : name.replace(/(\.\w+)$/, ` (${times})$1`)
}
