import { expect } from 'vitest'
import type { TestApp } from './create-test-app.ts'

/** A line of the import ledger as the API gives it. */
export type LedgerLine = {
  id: string
  externalId: string
  number: string | null
  outcome: string
  cause: { code: string; title: string; explanation: string; remedy: string; detail: string | null } | null
  warning: { code: string; title: string } | null
  invoiceId: string | null
  runId: string | null
  decidedAt: string
  attempts: number
  nextTryAt: string | null
  actions: string[]
}

/** The parts of an invoice that journeys look at. */
export type SeenInvoice = {
  id: string
  externalId: string
  number: string | null
  customerName: string
  dueDate: string | null
  total: { amountCents: number; currency: string }
  open: { amountCents: number; currency: string }
  state: string
  stateCause: string | null
  paymentState: string
  profile: { id: string; name: string }
  profileReason: { code: string }
  warning: { code: string; title: string } | null
  customer: { id: string; name: string; number: string; email: string | null; cc: string[] }
}

/** The one line of the ledger about an invoice of Teamleader; that there is exactly one is asserted each time. */
export async function lineOf(world: TestApp, externalId: string): Promise<LedgerLine> {
  const { items } = await world.get<{ items: LedgerLine[] }>(`/import-lines?q=${externalId}`)
  expect(items.map((line) => line.externalId)).toEqual([externalId])
  const [line] = items
  if (!line) throw new Error(`The ledger has no line for ${externalId}`)
  return line
}

/** What stayed out and why; also asserts that no invoice was made. */
export async function causeOf(world: TestApp, externalId: string): Promise<string | undefined> {
  const line = await lineOf(world, externalId)
  expect(line.invoiceId).toBeNull()
  return line.cause?.code
}

/** The invoice that the ledger's line leads to. */
export async function invoiceOf(world: TestApp, externalId: string): Promise<SeenInvoice> {
  const { invoiceId } = await lineOf(world, externalId)
  if (!invoiceId) throw new Error(`The invoice ${externalId} did not come in`)
  return world.get<SeenInvoice>(`/invoices/${invoiceId}`)
}

/** How many invoices there are in all. */
export async function invoiceCount(world: TestApp): Promise<number> {
  const { counts } = await world.get<{ counts: { all: number } }>('/invoices/summary')
  return counts.all
}

/** What was recorded about a thing, oldest first. */
export async function historyOf(world: TestApp, subjectId: string): Promise<string[]> {
  const { items } = await world.get<{ items: { kind: string }[] }>(`/activities?subjectId=${subjectId}`)
  return items.map((activity) => activity.kind).reverse()
}
