import type { TestApp } from './create-test-app.ts'
import { historyOf, invoiceOf } from './read-ledger.ts'

/** A document of an invoice as the API gives it. */
export type SeenDocument = {
  kind: 'pdf' | 'ubl'
  state: 'waiting' | 'retrieved' | 'given_up'
  standing: { code: string; title: string; explanation: string }
  hasFile: boolean
  isStale: boolean
  attempts: number
  lastTriedAt: string | null
  lastError: { code: string; title: string; explanation: string } | null
  lastErrorDetail: string | null
  nextTryAt: string | null
  retrievedAt: string | null
  sizeBytes: number | null
  sha256: string | null
}

/** A document of the invoice that came in for this one of Teamleader. */
export async function documentOf(
  world: TestApp,
  externalId: string,
  kind: SeenDocument['kind'] = 'pdf',
): Promise<SeenDocument> {
  const { id } = await invoiceOf(world, externalId)
  const { documents } = await world.get<{ documents: SeenDocument[] }>(`/invoices/${id}`)
  const document = documents.find((one) => one.kind === kind)
  if (!document) throw new Error(`The invoice ${externalId} has no ${kind}`)
  return document
}

/** The document itself, as a browser gets it. */
export async function fetchDocument(
  world: TestApp,
  externalId: string,
  options: { kind?: SeenDocument['kind']; query?: string } = {},
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const { id } = await invoiceOf(world, externalId)
  const { kind = 'pdf', query = '' } = options
  const answer = await world.visitor.download(`/api/v1/invoices/${id}/documents/${kind}${query}`)
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** Retrieve document now: what the person is told. */
export async function retrieveNow(
  world: TestApp,
  externalId: string,
  kind: SeenDocument['kind'] = 'pdf',
): Promise<{ outcome: { code: string; title: string }; document: SeenDocument }> {
  const { id } = await invoiceOf(world, externalId)
  return world.send('POST', `/api/v1/invoices/${id}/documents/${kind}/retrieve`)
}

/** What was recorded about the documents of an invoice, oldest first. */
export async function documentHistoryOf(world: TestApp, externalId: string): Promise<string[]> {
  const { id } = await invoiceOf(world, externalId)
  const kinds = await historyOf(world, id)
  return kinds.filter((kind) => kind.startsWith('invoice.document'))
}

/** How often Teamleader was asked for a document, and how often one was fetched. */
export function documentCalls({ teamleader }: TestApp): { asked: number; fetched: number } {
  const { journal } = teamleader
  return {
    asked: journal.requests({ operation: 'invoices.download' }).length,
    fetched: journal.requests({ operation: 'download' }).length,
  }
}
