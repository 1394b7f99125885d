import { z } from 'zod'
import type { CrmInvoice, CrmPage, CrmSource, ListInvoices, Unreadable } from '../source.ts'
import { invoiceSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { findRecord } from './find-record.ts'
import { invoiceFilter } from './invoice-filter.ts'
import { filterIgnored, idOfRow, isLastPage, listByIds, listPage, pageSize } from './list-all.ts'
import { mapInvoice, readRow, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

type PagedQuery = Exclude<ListInvoices, { externalIds: readonly string[] }>

/** Reads invoices: by id, page by page, or one from its record. */
export function createInvoiceReader(
  client: TeamleaderClient,
): Pick<CrmSource, 'listInvoices' | 'findInvoice'> {
  let before: ReadPage | undefined
  return {
    async listInvoices(query) {
      if ('externalIds' in query) return readByIds(client, query.externalIds)
      const { page, read } = await readPage(client, query)
      if (before && isSamePage(before, read)) throw filterIgnored('invoices.list', 'page')
      before = read
      return page
    },
    findInvoice: (externalId) => findInvoice(client, externalId),
  }
}

async function readByIds(
  client: TeamleaderClient,
  externalIds: readonly string[],
): Promise<CrmPage<CrmInvoice>> {
  const ids = onlyTeamleaderIds(externalIds)
  const rows = await listByIds(client, 'invoices.list', ids)
  return { ...readRows(rows, invoiceSchema, mapInvoice), isLast: true }
}

type ReadPage = { filter: string; page: number; ids: string }

/** The same rows on the next page: the page number is ignored, and reading on would never end. */
function isSamePage(before: ReadPage, now: ReadPage): boolean {
  return (
    now.filter === before.filter && now.page === before.page + 1 && now.ids !== '' && now.ids === before.ids
  )
}

async function readPage(
  client: TeamleaderClient,
  query: PagedQuery,
): Promise<{ page: CrmPage<CrmInvoice>; read: ReadPage }> {
  const { filter, fits } = invoiceFilter(query)
  let matches: number | null = null
  const counting: TeamleaderClient = {
    call: (operation, body) =>
      client.call(operation, body, {
        hearMeta(meta) {
          matches = readMatches(meta)
        },
      }),
  }
  const rows = await listPage(counting, 'invoices.list', {
    filter,
    page: { size: pageSize, number: query.page },
    // There is no sort by change; the date of an invoice hardly ever moves, and its default direction is disputed.
    sort: [{ field: 'invoice_date', order: 'asc' }],
    // Not promised for invoices, and ignored where it is not known. The count tells whether the list stood still.
    includes: 'pagination',
  })
  if (rows.length > pageSize) throw filterIgnored('invoices.list', 'page')
  const page = readRows(rows, invoiceSchema, mapInvoice)
  if (!page.items.every(fits)) throw filterIgnored('invoices.list', Object.keys(filter).join(', '))
  return {
    page: { ...page, isLast: isLastPage(rows.length), matches },
    read: { filter: JSON.stringify(filter), page: query.page, ids: rows.map(idOfRow).join() },
  }
}

function readMatches(meta: unknown): number | null {
  const parsed = z.object({ matches: z.int().nonnegative() }).safeParse(meta)
  return parsed.success ? parsed.data.matches : null
}

async function findInvoice(
  client: TeamleaderClient,
  externalId: string,
): Promise<CrmInvoice | Unreadable | undefined> {
  if (onlyTeamleaderIds([externalId]).length === 0) return undefined
  const row = await findRecord(client, 'invoices.info', externalId)
  if (row === undefined) return undefined
  const read = readRow(row, invoiceSchema, mapInvoice)
  return 'item' in read ? read.item : read.unreadable
}
