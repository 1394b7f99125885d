import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { NotFoundError, SourceUnavailableError } from '../errors.ts'
import { getInvoice } from '../invoices/index.ts'
import { retrieveDocumentsJob } from './document-jobs.ts'
import { documentName } from './document-name.ts'
import type { DocumentKind, InvoiceDocument } from './invoice-document.ts'
import { listDocuments } from './list-documents.ts'
import { tellDocuments } from './tell-documents.ts'

export type OpenedDocument = { bytes: Buffer; contentType: string; sha256: string; number: string | null }

/**
 * The bytes of a document that is kept, the very ones that were checked: what is read is held against its hash. A file
 * that is missing or altered is never given out; it is fetched again, and the history says so. Throws NotFoundError
 * `no_document` when none is kept, SourceUnavailableError `document_lost` when it has to be fetched again.
 */
export async function openDocument(
  ctx: Context,
  input: { invoiceId: string; kind: DocumentKind },
): Promise<OpenedDocument> {
  const { invoiceId, kind } = input
  const { number } = await getInvoice(ctx, invoiceId)
  const document = await findKept(ctx, input)
  const bytes = (await readSound(ctx, document)) ?? (await readNewer(ctx, input, document))
  if (bytes) return { ...bytes, number }
  await noteLost(ctx, document, number)
  throw new SourceUnavailableError(
    `The stored ${documentName(kind)} was damaged. It is being fetched again; try in a moment`,
    { code: 'document_lost' },
  )
}

type Kept = InvoiceDocument & { storageKey: string; sha256: string; contentType: string }

async function findKept(
  ctx: Context,
  { invoiceId, kind }: { invoiceId: string; kind: DocumentKind },
): Promise<Kept> {
  const document = (await listDocuments(ctx, invoiceId)).find((one) => one.kind === kind)
  if (!document?.storageKey) throw new NotFoundError('The document is not here yet', 'no_document')
  return document as Kept
}

type Sound = { bytes: Buffer; contentType: string; sha256: string }

/** Undefined when the file is missing or is not what was stored. */
async function readSound(
  ctx: Context,
  { storageKey, sha256, contentType }: Kept,
): Promise<Sound | undefined> {
  try {
    const bytes = await buffer((await ctx.files.open(storageKey)).bytes)
    return createHash('sha256').update(bytes).digest('hex') === sha256
      ? { bytes, contentType, sha256 }
      : undefined
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

/** A newer version may have taken the place of the file while it was opened. */
async function readNewer(
  ctx: Context,
  input: { invoiceId: string; kind: DocumentKind },
  before: Kept,
): Promise<Sound | undefined> {
  const now = await findKept(ctx, input)
  return now.storageKey === before.storageKey ? undefined : readSound(ctx, now)
}

/** Wants the document anew, as if it had never come, and asks for it at once. */
function noteLost(ctx: Context, document: Kept, number: string | null): Promise<void> {
  const { id, invoiceId, connectionId, kind } = document
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('invoiceDocuments')
      .set({
        state: 'waiting',
        versionHeld: null,
        attempts: 0,
        wantedAt: tx.now(),
        nextTryAt: tx.now(),
        lastError: 'lost',
        lastErrorDetail: null,
        storageKey: null,
        sha256: null,
        sizeBytes: null,
        contentType: null,
        retrievedAt: null,
      })
      .where('id', '=', id)
      .where('storageKey', '=', document.storageKey)
      .returning('id')
      .executeTakeFirst()
    if (!row) return
    if (kind === 'pdf') await tellDocuments(tx, { invoiceIds: [invoiceId], documentState: 'waiting' })
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: 'invoice.documentLost',
      cause: 'lost',
      data: { number, document: documentName(kind) },
    })
    await tx.enqueue(
      retrieveDocumentsJob,
      { creditorId: creditorOf(tx), connectionId },
      { key: connectionId },
    )
  })
}
