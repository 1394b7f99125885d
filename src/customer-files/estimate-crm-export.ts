import { callsAMinute, getConnection, sourceFor } from '../connections/index.ts'
import type { Context } from '../context.ts'
import type { CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { ReconnectNeededError } from '../errors.ts'

/** What an export would take; rounded up, because others may need calls meanwhile. */
export type ExportEstimate = {
  customers: number
  /** False: the last page was not looked for to the row, and there may be a quarter more or less. */
  isExact: boolean
  lists: { calls: number; seconds: number }
  /** As if nothing were known yet; what is known needs no call. */
  whole: { calls: number; seconds: number }
}

const rowsAPage = 100
/** A list longer than this is guessed to be this long. */
const mostPages = 4_096

/**
 * How many customers a CRM account has, how many calls an export takes and about how long (promise A12). Costs a few calls
 * itself, because the CRM tells no totals. Throws what asking the CRM throws.
 */
export async function estimateCrmExport(
  ctx: Context,
  input: { connectionId: string },
): Promise<ExportEstimate> {
  const connection = await getConnection(ctx, input)
  if (connection.state !== 'connected')
    throw new ReconnectNeededError(`${connection.accountName} is not connected: connect it again first`)
  const source = await sourceFor(ctx, connection.id, 'person')
  const [companies, persons] = await Promise.all([sizeOf(source, 'company'), sizeOf(source, 'person')])
  const customers = companies.rows + persons.rows
  const listCalls = callsFor(companies) + callsFor(persons)
  const speed = callsAMinute(ctx, connection.source, 'export')
  const timed = (calls: number) => ({ calls, seconds: Math.ceil((calls / speed) * 60) })
  return {
    customers,
    isExact: companies.isExact && persons.isExact,
    lists: timed(listCalls),
    whole: timed(listCalls + customers),
  }
}

/** A list of several pages is read twice, to see that nobody slipped between two of them. */
function callsFor({ pages }: Size): number {
  return pages === 1 ? 1 : pages * 2
}

type Size = { rows: number; pages: number; isExact: boolean }

/** Leaps ahead until a page is past the end, then halves the gap until it is small beside the whole. */
async function sizeOf(source: CrmSource, type: CrmCustomerRef['type']): Promise<Size> {
  let full = 0
  for (let page = 1; ; page = Math.min(page * 4, mostPages)) {
    const rows = await rowsOn(source, { type, page })
    if (isEnd(rows)) return narrowed(source, { type, full, beyond: page, rows })
    full = page
    if (page === mostPages) return { rows: full * rowsAPage, pages: full, isExact: false }
  }
}

type Gap = { type: CrmCustomerRef['type']; full: number; beyond: number; rows: number }

async function narrowed(source: CrmSource, gap: Gap): Promise<Size> {
  const { type, full, beyond, rows } = gap
  // The page after the last full one is the last one, and we have seen it.
  if (beyond === full + 1) return { rows: full * rowsAPage + rows, pages: beyond, isExact: true }
  if (rows > 0) return { rows: (beyond - 1) * rowsAPage + rows, pages: beyond, isExact: true }
  if (beyond - full <= full / 4)
    return { rows: Math.round(((full + beyond) / 2) * rowsAPage), pages: beyond, isExact: false }
  const page = Math.floor((full + beyond) / 2)
  const found = await rowsOn(source, { type, page })
  return isEnd(found)
    ? narrowed(source, { type, full, beyond: page, rows: found })
    : narrowed(source, { ...gap, full: page })
}

async function rowsOn(
  source: CrmSource,
  query: { type: CrmCustomerRef['type']; page: number },
): Promise<number> {
  const { items, unreadable } = await source.pageCustomers(query)
  return items.length + unreadable.length
}

function isEnd(rows: number): boolean {
  return rows < rowsAPage
}
