import type { Tx } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { listCrmLinks } from '../crm-customers/index.ts'
import { factsOf } from '../customers/index.ts'
import type { CrmExport } from './crm-export.ts'
import type { ExportRow } from './crm-export-table.ts'
import { decideComplete } from './decide-complete.ts'

/** Records as an export stores them, with what we know already of what a list does not say. */
export async function rowsOfRecords(
  tx: Tx,
  from: CrmExport,
  records: readonly CrmCustomer[],
): Promise<ExportRow[]> {
  const links = await listCrmLinks(tx, { connectionId: from.connectionId, refs: records })
  const linkByKey = new Map(links.map((link) => [`${link.type}:${link.externalId}`, link]))
  return records.map((record) => {
    const known = decideComplete(record, linkByKey.get(`${record.type}:${record.externalId}`), from.details)
    return {
      type: record.type,
      externalId: record.externalId,
      facts: { ...factsOf(record), ...known.more },
      isActive: !record.isDeactivated,
      isComplete: known.isComplete,
      problem: null,
    }
  })
}
