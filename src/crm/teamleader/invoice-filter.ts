import type { CrmInvoice, ListInvoices } from '../source.ts'

type PagedQuery = Exclude<ListInvoices, { externalIds: readonly string[] }>

/** Teamleader's filter for a question, and whether a row that came back belongs to it. */
type InvoiceFilter = { filter: Record<string, string>; fits: (invoice: CrmInvoice) => boolean }

/**
 * Teamleader accepts and ignores filters that it does not know, so each has its own test of the rows. Both of its days
 * are inclusive (description 1.112.0), and its instants have whole seconds.
 */
export function invoiceFilter(query: PagedQuery): InvoiceFilter {
  if ('updatedSince' in query) return changedSince(query.updatedSince)
  return 'number' in query ? numbered(query.number) : dated(query.dates)
}

function changedSince(updatedSince: Date): InvoiceFilter {
  const sinceMs = Math.floor(updatedSince.getTime() / 1000) * 1000
  return {
    filter: { updated_since: new Date(sinceMs).toISOString().replace('.000Z', '+00:00') },
    fits: ({ updatedAt }) => updatedAt === null || updatedAt.getTime() >= sinceMs,
  }
}

/** A row without a date proves nothing; one outside the days does. */
function dated({ from, to }: { from: string; to: string }): InvoiceFilter {
  return {
    filter: { invoice_date_after: from, invoice_date_before: to },
    fits: ({ invoiceDate }) => invoiceDate === null || (invoiceDate >= from && invoiceDate <= to),
  }
}

function numbered(asked: string): InvoiceFilter {
  const wanted = plainNumber(asked)
  return {
    filter: { invoice_number: writtenNumber(asked) },
    fits: ({ number }) => number !== null && plainNumber(number) === wanted,
  }
}

/** Teamleader writes "2024 / 5" and finds nothing under "2024/5". */
function writtenNumber(text: string): string {
  return text
    .trim()
    .split('/')
    .map((part) => part.trim())
    .join(' / ')
}

function plainNumber(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}
