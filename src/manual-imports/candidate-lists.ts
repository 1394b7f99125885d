import { type Context, inTransaction } from '../context.ts'
import type { CrmInvoice, CrmPage, CrmSource, ListInvoices } from '../crm/index.ts'
import { drawFetchTicket, fetchInvoices, idsPerCall } from '../imports/index.ts'
import type { AskedInvoices } from './asked-invoices.ts'

/** One question to the CRM that is read page by page. */
export type CandidateList =
  | { kind: 'changed'; updatedSince: Date }
  | { kind: 'dated'; dates: { from: string; to: string } }
  | { kind: 'number'; number: string }
  | { kind: 'ids'; externalIds: string[] }

/**
 * The lists that together show everything that was asked for, and more. No CRM lists by day of making, but what was made
 * since a day has changed since then; what carries a day of the period on its face may have changed before it. A day of
 * overlap covers clocks and calendars that differ.
 */
export function candidateLists(asked: AskedInvoices, timeZone: string): CandidateList[] {
  if ('numbers' in asked) return asked.numbers.map((number) => ({ kind: 'number', number }))
  if ('externalIds' in asked) return chunksOf(asked.externalIds)
  const from = Temporal.PlainDate.from(asked.period.from).subtract({ days: 1 })
  const to = Temporal.PlainDate.from(asked.period.to).add({ days: 1 })
  const startMs = from.toZonedDateTime(timeZone).epochMilliseconds
  return [
    { kind: 'changed', updatedSince: new Date(startMs) },
    { kind: 'dated', dates: { from: from.toString(), to: to.toString() } },
  ]
}

function chunksOf(externalIds: readonly string[]): CandidateList[] {
  const chunks: CandidateList[] = []
  for (let index = 0; index < externalIds.length; index += idsPerCall)
    chunks.push({ kind: 'ids', externalIds: externalIds.slice(index, index + idsPerCall) })
  return chunks
}

/** A page, the ticket that was drawn before it was asked for, and the ids that the CRM does not have. */
export type AskedPage = { answer: CrmPage<CrmInvoice>; ticket: number; absent: string[] }

export async function askForPage(
  ctx: Context,
  source: CrmSource,
  wanted: { list: CandidateList; page: number },
): Promise<AskedPage> {
  const { list, page } = wanted
  const ticket = await inTransaction(ctx, drawFetchTicket)
  if (list.kind !== 'ids')
    return { ticket, answer: await source.listInvoices(questionOf(list, page)), absent: [] }
  const { invoices, unreadable, absent } = await fetchInvoices(source, list.externalIds)
  return { ticket, answer: { items: invoices, unreadable, isLast: true }, absent }
}

function questionOf(list: Exclude<CandidateList, { kind: 'ids' }>, page: number): ListInvoices {
  if (list.kind === 'changed') return { updatedSince: list.updatedSince, page }
  return list.kind === 'dated' ? { dates: list.dates, page } : { number: list.number, page }
}
