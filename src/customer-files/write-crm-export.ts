import { getConnection } from '../connections/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type CrmLink, listCrmLinks, unreadRecordWords } from '../crm-customers/index.ts'
import { listProfiles } from '../profiles/index.ts'
import { createSharedFile } from '../shared-files/index.ts'
import type { CrmExport, ExportStep, ExportWork } from './crm-export.ts'
import {
  countExportRows,
  type ExportPlace,
  type FileRow,
  listExportRows,
  listUnreadable,
} from './crm-export-table.ts'
import { csvBytes, csvContentType } from './csv-bytes.ts'
import { customerCells, headerCells } from './customer-row.ts'

const rowsAtOnce = 1_000
/** As many as a person looks through; how many there are in all is counted. */
const namedAtMost = 100

/** Writes what was gathered to a file of whoever started the export. */
export async function writeCrmExport({ ctx, run }: ExportWork, from: CrmExport): Promise<ExportStep> {
  const connection = await getConnection(ctx, { connectionId: from.connectionId })
  const account = { source: connection.source, id: connection.accountExternalId }
  const file = await createSharedFile(ctx, {
    name: `${connection.source}-customers-${run.createdAt.toISOString().slice(0, 10)}.csv`,
    contentType: csvContentType,
    purpose: 'customer_crm_export',
    runId: run.id,
    owner: { id: run.startedById, name: run.startedByName },
    bytes: () => csvBytes(cellPages(ctx, from, account)),
  })
  return inTransaction(ctx, async (tx) => {
    const { companies, persons, unreadable } = await countExportRows(tx, run.id)
    const named = unreadable === 0 ? [] : await listUnreadable(tx, run.id, namedAtMost)
    return {
      state: 'finished',
      counts: { calls: from.calls, companies, persons, unreadable },
      result: { sharedFileId: file.id, unreadable: named, isComplete: from.moving === 0 },
      shortfall: shortfallOf(from, unreadable, named),
    }
  })
}

function shortfallOf(
  { moving }: CrmExport,
  unreadable: number,
  named: Parameters<typeof unreadRecordWords>[1],
): string | undefined {
  const sentences = [
    ...(unreadable > 0 ? [unreadRecordWords(unreadable, named)] : []),
    ...(moving > 0
      ? [
          'Records were deleted in Teamleader all the time while its lists were read: a customer may be missing',
        ]
      : []),
  ]
  return sentences.length > 0 ? sentences.join('. ') : undefined
}

type Account = { source: string; id: string }

async function* cellPages(ctx: Context, from: CrmExport, account: Account): AsyncGenerator<string[][]> {
  yield [[...headerCells]]
  const profiles = new Map((await listProfiles(ctx)).map(({ id, name }) => [id, name]))
  let after: ExportPlace | undefined
  for (;;) {
    const { rows, links } = await inTransaction(ctx, (tx) => readPage(tx, from, after))
    yield rows.map((row) => cellsOf(row, { account, profiles, link: links.get(keyOf(row)) }))
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)
  }
}

async function readPage(tx: Tx, from: CrmExport, after: ExportPlace | undefined) {
  const rows = await listExportRows(tx, { runId: from.runId, after, limit: rowsAtOnce })
  const links = await listCrmLinks(tx, { connectionId: from.connectionId, refs: rows })
  return { rows, links: new Map(links.map((link) => [keyOf(link), link])) }
}

type Beside = { account: Account; profiles: ReadonlyMap<string, string>; link: CrmLink | undefined }

function cellsOf(row: FileRow, { account, profiles, link }: Beside): string[] {
  return customerCells({
    facts: row.facts,
    number: link?.number ?? null,
    profile: link?.profileId ? (profiles.get(link.profileId) ?? null) : null,
    crm: {
      source: account.source,
      account: account.id,
      type: row.type,
      id: row.externalId,
      status: row.isActive ? 'active' : 'deactivated',
    },
  })
}

function keyOf(ref: { type: string; externalId: string }): string {
  return `${ref.type}:${ref.externalId}`
}
