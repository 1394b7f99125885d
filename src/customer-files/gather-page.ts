import { inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer, CrmPage } from '../crm/index.ts'
import {
  type CrmExport,
  type ExportCursor,
  type ExportStep,
  type ExportWork,
  moveCrmExport,
  startOf,
} from './crm-export.ts'
import { type ExportRow, storeExportRows } from './crm-export-table.ts'
import { decidePass, firstPass, nextPass, withPage } from './list-pass.ts'
import { rowsOfRecords } from './rows-of-records.ts'

type ListPlace = Extract<ExportCursor, { stage: 'lists' }>

/**
 * Reads one page of one list and stores it, with what we know already of its customers. A list of several pages is read
 * again until nobody can have slipped between two of them.
 */
export async function gatherPage(
  { ctx, source }: ExportWork,
  from: CrmExport,
  place: ListPlace,
): Promise<ExportStep> {
  const page = await source.pageCustomers({ type: place.type, page: place.page })
  return inTransaction(ctx, async (tx) => {
    const rows = [...(await rowsOfRecords(tx, from, page.items)), ...unreadableRows(place, page)]
    await storeExportRows(tx, from.runId, rows)
    return moveOn(tx, from, { place, page, rowCount: rows.length })
  })
}

// One that does not even tell its id gets its place in the list for a name.
function unreadableRows(place: ListPlace, page: CrmPage<CrmCustomer>): ExportRow[] {
  return page.unreadable.map((record, index) => ({
    type: place.type,
    externalId: record.externalId ?? `page ${place.page}, record ${index + 1}`,
    facts: null,
    isActive: true,
    isComplete: true,
    problem: record.problem,
  }))
}

type Gathered = { place: ListPlace; page: CrmPage<CrmCustomer>; rowCount: number }

async function moveOn(tx: Tx, from: CrmExport, { place, page, rowCount }: Gathered): Promise<ExportStep> {
  const before = place.pass ?? firstPass()
  const pass = withPage(before, idsOf(page))
  // Whoever is met for the first time by a later reading is counted when all are.
  const doneCount = from.doneCount + (pass.number === 1 ? rowCount : 0)
  const read = { ...from, calls: from.calls + 1, doneCount }
  if (!page.isLast) return moveCrmExport(tx, { ...read, cursor: { ...place, page: place.page + 1, pass } })
  const end = decidePass(pass, place.page)
  if (end === 'again')
    return moveCrmExport(tx, { ...read, cursor: { ...place, page: 1, pass: nextPass(pass) } })
  const moving = from.moving + (end === 'moving' ? 1 : 0)
  const cursor: ExportCursor = place.type === 'company' ? startOf('person') : { stage: 'known', after: '' }
  return moveCrmExport(tx, { ...read, moving, cursor })
}

function idsOf({ items, unreadable }: CrmPage<CrmCustomer>): string[] {
  return [...items, ...unreadable].map(({ externalId }) => externalId ?? '')
}
