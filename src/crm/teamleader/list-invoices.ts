import { SourceRejectedError } from '../../errors.ts'
import type { CrmInvoice, CrmPage, ListInvoices, Unreadable } from '../source.ts'
import { invoiceSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { listPage, pageSize } from './list-all.ts'
import { mapInvoice, readRow, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/**
 * Lists by id or by change. Teamleader accepts and ignores filters that it does not know, so each row is held against
 * what was asked: a row that was not asked for throws SourceRejectedError `filter_ignored` instead of importing the lot.
 */
export async function listInvoices(
  client: TeamleaderClient,
  query: ListInvoices,
): Promise<CrmPage<CrmInvoice>> {
  return 'externalIds' in query ? listByIds(client, query.externalIds) : listByChange(client, query)
}

async function listByIds(
  client: TeamleaderClient,
  externalIds: readonly string[],
): Promise<CrmPage<CrmInvoice>> {
  const ids = onlyTeamleaderIds(externalIds)
  if (ids.length === 0) return { items: [], unreadable: [], isLast: true }
  const rows = await listPage(client, 'invoices.list', {
    filter: { ids },
    page: { size: pageSize, number: 1 },
    sort: [{ field: 'invoice_date', order: 'asc' }],
  })
  const page = readRows(rows, invoiceSchema, mapInvoice)
  const asked = new Set(ids)
  for (const row of [...page.items, ...page.unreadable]) {
    if (row.externalId !== null && !asked.has(row.externalId)) throw filterIgnored('ids')
  }
  return { ...page, isLast: true }
}

async function listByChange(
  client: TeamleaderClient,
  query: { updatedSince: Date; page: number },
): Promise<CrmPage<CrmInvoice>> {
  const since = Math.floor(query.updatedSince.getTime() / 1000) * 1000
  const rows = await listPage(client, 'invoices.list', {
    filter: { updated_since: new Date(since).toISOString().replace('.000Z', '+00:00') },
    page: { size: pageSize, number: query.page },
    // There is no sort by change; the date of an invoice hardly ever moves, and its default direction is disputed.
    sort: [{ field: 'invoice_date', order: 'asc' }],
  })
  if (rows.length > pageSize) throw filterIgnored('page size')
  const page = readRows(rows, invoiceSchema, mapInvoice)
  for (const { updatedAt } of page.items) {
    if (updatedAt && updatedAt.getTime() < since) throw filterIgnored('updated_since')
  }
  return { ...page, isLast: rows.length < pageSize }
}

/** One invoice from its record; undefined when Teamleader says that there is none. */
export async function findInvoice(
  client: TeamleaderClient,
  externalId: string,
): Promise<CrmInvoice | Unreadable | undefined> {
  if (onlyTeamleaderIds([externalId]).length === 0) return undefined
  const row = await findRecord(client, 'invoices.info', externalId)
  if (row === undefined) return undefined
  const read = readRow(row, invoiceSchema, mapInvoice)
  return 'item' in read ? read.item : read.unreadable
}

/** An `.info` answer; undefined for 404. */
export async function findRecord(client: TeamleaderClient, operation: string, id: string): Promise<unknown> {
  try {
    return await client.call(operation, { id })
  } catch (problem) {
    if (problem instanceof SourceRejectedError && problem.code === 'not_found') return undefined
    throw problem
  }
}

function filterIgnored(filter: string): SourceRejectedError {
  return new SourceRejectedError(
    `Teamleader ignored the filter "${filter}" of invoices.list: nothing was taken over`,
    {
      code: 'filter_ignored',
    },
  )
}
