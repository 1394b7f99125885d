import { inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef } from '../crm/index.ts'
import { pageCrmRefs } from '../crm-customers/index.ts'
import { type CrmExport, type ExportStep, type ExportWork, moveCrmExport } from './crm-export.ts'
import { countExportRows, listNotGathered, storeExportRows } from './crm-export-table.ts'
import { rowsOfRecords } from './rows-of-records.ts'

const refsAtOnce = 1_000
const refsACall = 100

/**
 * Those that are customers here and were not met in the lists are asked for by their ids: nobody is left out whom we know,
 * also when a list never stood still.
 */
export async function gatherKnown(
  { ctx, source }: ExportWork,
  from: CrmExport,
  after: string,
): Promise<ExportStep> {
  const known = await pageCrmRefs(ctx, { connectionId: from.connectionId, after, limit: refsAtOnce })
  const missing = await inTransaction(ctx, (tx) => listNotGathered(tx, from.runId, known))
  const found: CrmCustomer[] = []
  let { calls } = from
  for (let index = 0; index < missing.length; index += refsACall) {
    const refs = missing.slice(index, index + refsACall)
    found.push(...(await source.listCustomers(refs)).items)
    calls += typesOf(refs)
  }
  const read = { ...from, calls, doneCount: from.doneCount + found.length }
  return inTransaction(ctx, async (tx) => {
    await storeExportRows(tx, from.runId, await rowsOfRecords(tx, from, found))
    const last = known.at(-1)
    if (last && known.length === refsAtOnce)
      return moveCrmExport(tx, { ...read, cursor: { stage: 'known', after: last.customerId } })
    return moveToDetails(tx, read)
  })
}

/** Companies and persons are asked for apart. */
function typesOf(refs: readonly CrmCustomerRef[]): number {
  return new Set(refs.map(({ type }) => type)).size
}

/** From here on it is known how many there are. */
async function moveToDetails(tx: Tx, read: CrmExport): Promise<ExportStep> {
  const { companies, persons, incomplete, unreadable } = await countExportRows(tx, read.runId)
  const totalCount = companies + persons + unreadable
  const doneCount = totalCount - incomplete
  const pace = { since: tx.now().toISOString(), from: doneCount }
  return moveCrmExport(tx, { ...read, totalCount, doneCount, cursor: { stage: 'details', pace } })
}
