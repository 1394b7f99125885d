import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { getConnection } from '../connections/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import { decideNextTry } from './decide-next-try.ts'
import { retrieveDocumentsJob } from './document-jobs.ts'
import { documentName } from './document-name.ts'
import type { DocumentKind, DocumentState } from './invoice-document.ts'
import { tellDocuments } from './tell-documents.ts'

/** An invoice, and the version of its document that the CRM names now; null while it has made none. */
export type WantedDocument = { invoiceId: string; number: string | null; version: string | null }

export type WantDocumentsInput = {
  connectionId: string
  invoices: readonly WantedDocument[]
  /** The PDF, and what the connection fetches beside it, unless named. */
  kinds?: readonly DocumentKind[]
}

/**
 * Asks for the documents of invoices, in the transaction that brings them in (promise B11): one that is new, and one that
 * the CRM has made anew since (B13); the older one is kept until the new one is here. Nothing is written where nothing
 * changed. When the CRM says that it has made none yet, that counts as the first try.
 */
export async function wantDocuments(tx: Tx, input: WantDocumentsInput): Promise<void> {
  if (input.invoices.length === 0) return
  const kinds = input.kinds ?? (await kindsOf(tx, input.connectionId))
  const wanted = await writeWanted(tx, input, kinds)
  const waiting = wanted.filter(({ state }) => state === 'waiting')
  await tellDocuments(tx, { invoiceIds: pdfsOf(waiting), documentState: 'waiting' })
  const back = wanted.filter(({ state }) => state === 'retrieved')
  await tellDocuments(tx, { invoiceIds: pdfsOf(back), documentState: 'retrieved' })
  const numbers = new Map(input.invoices.map(({ invoiceId, number }) => [invoiceId, number]))
  await recordActivities(
    tx,
    waiting
      .filter(({ isHeld }) => isHeld)
      .map(({ invoiceId, kind }) => ({
        subjectKind: 'invoice',
        subjectId: invoiceId,
        kind: 'invoice.documentStale',
        data: { number: numbers.get(invoiceId) ?? null, document: documentName(kind) },
      })),
  )
  await askForRetrieval(tx, input.connectionId, waiting)
}

async function kindsOf(tx: Tx, connectionId: string): Promise<readonly DocumentKind[]> {
  const { fetchUbl } = await getConnection(tx, { connectionId })
  return fetchUbl ? ['pdf', 'ubl'] : ['pdf']
}

type WrittenRow = {
  invoiceId: string
  kind: DocumentKind
  state: DocumentState
  isHeld: boolean
  nextTryAt: Date | null
}

function pdfsOf(rows: readonly WrittenRow[]): string[] {
  return rows.filter(({ kind }) => kind === 'pdf').map(({ invoiceId }) => invoiceId)
}

/** Writes what is new, with one statement, and gives those rows. */
async function writeWanted(
  tx: Tx,
  { connectionId, invoices }: WantDocumentsInput,
  kinds: readonly DocumentKind[],
): Promise<WrittenRow[]> {
  const now = tx.now().toISOString()
  const rows = invoices.flatMap((invoice) => kinds.map((kind) => rowOf(tx, invoice, kind)))
  const written = await sql<WrittenRow>`
    insert into invoice_documents as d (id, creditor_id, connection_id, invoice_id, kind, state, version_wanted, wanted_at,
      attempts, last_tried_at, last_error, next_try_at)
    select r.id, ${creditorOf(tx)}, ${connectionId}, r.invoice_id, r.kind, 'waiting', r.version, ${now}::timestamptz,
      r.attempts, r.last_tried_at, r.last_error, r.next_try_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, invoice_id text, kind text, version text,
      attempts int, last_tried_at timestamptz, last_error text, next_try_at timestamptz)
    on conflict (invoice_id, kind) do update set
      version_wanted = coalesce(excluded.version_wanted, d.version_wanted), wanted_at = excluded.wanted_at, attempts = 0,
      state = case when d.version_held = excluded.version_wanted then 'retrieved' else 'waiting' end,
      next_try_at = case when d.version_held = excluded.version_wanted then null else ${now}::timestamptz end,
      last_error = null, last_error_detail = null
    where excluded.version_wanted is distinct from d.version_wanted and excluded.version_wanted is not null
      or d.last_error = 'invoice_archived'
    returning invoice_id, kind, state, storage_key is not null as is_held, next_try_at`.execute(tx.db)
  return written.rows
}

function rowOf(tx: Tx, { invoiceId, version }: WantedDocument, kind: DocumentKind) {
  const now = tx.now()
  const row = { id: newId('doc'), invoice_id: invoiceId, kind, version }
  const next = decideNextTry({ attempts: 1, now })
  if (version !== null || next.do === 'give_up')
    return { ...row, attempts: 0, last_tried_at: null, last_error: null, next_try_at: now.toISOString() }
  return {
    ...row,
    attempts: 1,
    last_tried_at: now.toISOString(),
    last_error: 'not_there_yet',
    next_try_at: next.at.toISOString(),
  }
}

async function askForRetrieval(tx: Tx, connectionId: string, waiting: readonly WrittenRow[]): Promise<void> {
  const [first] = waiting
    .flatMap(({ nextTryAt }) => nextTryAt ?? [])
    .sort((a, b) => a.getTime() - b.getTime())
  if (!first) return
  const work = { creditorId: creditorOf(tx), connectionId }
  const later = first > tx.now() ? { startAt: first } : {}
  await tx.enqueue(retrieveDocumentsJob, work, { key: connectionId, ...later })
}
