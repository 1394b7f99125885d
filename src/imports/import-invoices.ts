import { getConnection } from '../connections/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmInvoice, CrmSource } from '../crm/index.ts'
import { gatherCompanions } from './gather-companions.ts'
import type { ImportPage, PreparedPage } from './import-page.ts'
import { addCounts, type ImportCounts, noCounts } from './import-run-table.ts'
import { inRehearsal } from './in-rehearsal.ts'
import { isOutage, recordPoison } from './record-failures.ts'
import { writePage } from './write-page.ts'

/**
 * Imports or updates a page of invoices, each at most once; webhook, reconcile, retry and button all end here. A page
 * that cannot be written is halved until the bad invoice stands alone with its cause; the others come in.
 * Throws SourceUnavailableError or ReconnectNeededError when the CRM cannot be asked: nothing is half done then.
 */
export async function importInvoices(
  ctx: Context,
  source: CrmSource,
  page: ImportPage,
): Promise<ImportCounts> {
  const connection = await getConnection(ctx, page)
  const invoices = [...new Map(page.invoices.map((invoice) => [invoice.externalId, invoice])).values()]
  const companions = await gatherCompanions(ctx, {
    connection,
    source,
    invoices,
    readsFieldsAgain: page.readsFieldsAgain ?? false,
    tellsCredited: page.tellsCredited ?? false,
  })
  const settled = invoices.map((invoice) => companions.records.get(invoice.externalId)?.invoice ?? invoice)
  return writeIsolated(ctx, { ...page, invoices: settled, connection, companions })
}

async function writeIsolated(ctx: Context, page: PreparedPage): Promise<ImportCounts> {
  try {
    return await settle(ctx, page, (tx) => writePage(tx, page))
  } catch (error) {
    if (isOutage(error)) throw error
    const [only] = page.invoices
    if (!only) throw error
    if (page.invoices.length === 1 && isAlone(page)) return writeOnceMore(ctx, page, only)
    return writeHalves(ctx, page)
  }
}

function settle<T>(ctx: Context, page: PreparedPage, work: (tx: Tx) => Promise<T>): Promise<T> {
  return page.isRehearsal ? inRehearsal(ctx, work) : inTransaction(ctx, work)
}

// A connection that breaks looks like a bad invoice at first: what is bad fails twice on a database that answers.
async function writeOnceMore(ctx: Context, page: PreparedPage, invoice: CrmInvoice): Promise<ImportCounts> {
  await ctx.database.ping()
  try {
    return await settle(ctx, page, (tx) => writePage(tx, page))
  } catch (error) {
    if (isOutage(error)) throw error
    ctx.log.error({ err: error, externalId: invoice.externalId }, 'invoice cannot be stored')
    return settle(ctx, page, (tx) => recordPoison(tx, { page, invoice, error }))
  }
}

function isAlone(page: PreparedPage): boolean {
  return page.unreadable.length === 0 && page.absent.length === 0
}

async function writeHalves(ctx: Context, page: PreparedPage): Promise<ImportCounts> {
  const middle = Math.ceil(page.invoices.length / 2)
  const counts = noCounts()
  const rest = { ...page, invoices: [] }
  if (!isAlone(page)) addCounts(counts, await writeIsolated(ctx, rest))
  const alone = { ...page, unreadable: [], absent: [] }
  for (const invoices of [page.invoices.slice(0, middle), page.invoices.slice(middle)]) {
    if (invoices.length > 0) addCounts(counts, await writeIsolated(ctx, { ...alone, invoices }))
  }
  return counts
}
