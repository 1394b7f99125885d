import type { CrmInvoice, CrmPage, CrmSource, Unreadable } from '../source.ts'
import { invoiceSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { findRecord } from './find-record.ts'
import { filterIgnored, idOfRow, isLastPage, listByIds, listPage, pageSize } from './list-all.ts'
import { mapInvoice, readRow, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/** Reads invoices: by id, by change, or one from its record. */
export function createInvoiceReader(
  client: TeamleaderClient,
): Pick<CrmSource, 'listInvoices' | 'findInvoice'> {
  let before: ReadPage | undefined
  return {
    async listInvoices(query) {
      if ('externalIds' in query) return readByIds(client, query.externalIds)
      const { page, read } = await readByChange(client, query)
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

type ByChange = { updatedSince: Date; page: number }
type ReadPage = { since: number; page: number; ids: string }

/** The same rows on the next page: the page number is ignored, and reading on would never end. */
function isSamePage(before: ReadPage, now: ReadPage): boolean {
  return (
    now.since === before.since && now.page === before.page + 1 && now.ids !== '' && now.ids === before.ids
  )
}

async function readByChange(
  client: TeamleaderClient,
  query: ByChange,
): Promise<{ page: CrmPage<CrmInvoice>; read: ReadPage }> {
  const since = Math.floor(query.updatedSince.getTime() / 1000) * 1000
  const rows = await listPage(client, 'invoices.list', {
    filter: { updated_since: new Date(since).toISOString().replace('.000Z', '+00:00') },
    page: { size: pageSize, number: query.page },
    // There is no sort by change; the date of an invoice hardly ever moves, and its default direction is disputed.
    sort: [{ field: 'invoice_date', order: 'asc' }],
  })
  if (rows.length > pageSize) throw filterIgnored('invoices.list', 'page')
  const page = readRows(rows, invoiceSchema, mapInvoice)
  for (const { updatedAt } of page.items) {
    if (updatedAt && updatedAt.getTime() < since) throw filterIgnored('invoices.list', 'updated_since')
  }
  return {
    page: { ...page, isLast: isLastPage(rows.length) },
    read: { since, page: query.page, ids: rows.map(idOfRow).join() },
  }
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
