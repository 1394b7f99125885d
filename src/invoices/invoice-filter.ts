import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'
import { listIdsOfCustomer } from '../customers/index.ts'
import type { CalendarDay } from '../values/index.ts'
import type { DocumentMark } from './invoice.ts'

/** What a list of invoices shows. `today` is the creditor's calendar day: it decides what is overdue. */
export type InvoiceFilter = {
  state: 'open' | 'overdue' | 'paid' | 'archived' | 'all'
  search?: string | undefined
  profileId?: string | undefined
  /** Invoices of customers that were merged into this one are its own. */
  customerId?: string | undefined
  currency?: string | undefined
  hasWarning?: boolean | undefined
  document?: DocumentMark | undefined
  today: CalendarDay
}

/** Each sort's expression is the one its index is made of, so that a page costs the same at any depth. */
export const invoiceSorts = {
  invoiceDate: { expression: sql`coalesce(invoice_date, date '9999-12-31')`, type: sql`date` },
  dueDate: { expression: sql`coalesce(due_date, date '9999-12-31')`, type: sql`date` },
  number: { expression: sql`coalesce(number, '')`, type: sql`text` },
  customer: { expression: sql`lower(customer_name)`, type: sql`text` },
  openAmount: { expression: sql`open_cents`, type: sql`bigint` },
} as const

/** The condition of a filter over the table `invoices`. */
export async function filterCondition(tx: Tx, filter: InvoiceFilter): Promise<RawBuilder<SqlBool>> {
  const parts = [stateCondition(filter)]
  if (filter.profileId) parts.push(sql<SqlBool>`profile_id = ${filter.profileId}`)
  if (filter.customerId) {
    const customerIds = await listIdsOfCustomer(tx, filter.customerId)
    parts.push(sql<SqlBool>`customer_id = any(${customerIds}::text[])`)
  }
  if (filter.currency) parts.push(sql<SqlBool>`currency = ${filter.currency}`)
  if (filter.hasWarning) parts.push(sql<SqlBool>`profile_warning is not null`)
  if (filter.document) parts.push(documentCondition(filter.document))
  for (const word of wordsOf(filter.search))
    parts.push(sql<SqlBool>`search_text like ${`%${escapeLike(word)}%`}`)
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

/** Written out, not as a parameter: only then is the index over the few without a document of use. */
function documentCondition(document: DocumentMark) {
  return sql<SqlBool>`document_state = ${sql.lit(document)}`
}

function stateCondition(filter: InvoiceFilter) {
  switch (filter.state) {
    case 'open':
      return sql<SqlBool>`state in ('booked', 'pending')`
    case 'overdue':
      return sql<SqlBool>`state in ('booked', 'pending') and due_date < ${filter.today}::date`
    case 'paid':
      return sql<SqlBool>`state = 'paid'`
    case 'archived':
      return sql<SqlBool>`state = 'archived'`
    case 'all':
      return sql<SqlBool>`true`
  }
}

function wordsOf(search: string | undefined): string[] {
  return (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
