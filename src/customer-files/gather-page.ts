import { inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer, CrmPage } from '../crm/index.ts'
import {
  type CrmExport,
  type ExportCursor,
  type ExportStep,
  type ExportWork,
  moveCrmExport,
} from './crm-export.ts'
import { type ExportRow, storeExportRows } from './crm-export-table.ts'
import { rowsOfRecords } from './rows-of-records.ts'

type ListPlace = Extract<ExportCursor, { stage: 'lists' }>

/** Reads one page of one list and stores it, with what we know already of its customers. */
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
  const { type, page: number } = place
  const calls = from.calls + 1
  const read = { ...from, calls, doneCount: from.doneCount + rowCount }
  if (!page.isLast) return moveCrmExport(tx, { ...read, cursor: { ...place, page: number + 1 } })
  if (type === 'company')
    return moveCrmExport(tx, { ...read, cursor: { stage: 'lists', type: 'person', page: 1 } })
  return moveCrmExport(tx, { ...read, cursor: { stage: 'known', after: '' } })
}
