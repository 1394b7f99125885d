import { sql } from 'kysely'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { type CustomerFacts, customerName } from '../customers/index.ts'

/** A record of the CRM as an export has it so far. */
export type ExportRow = CrmCustomerRef & {
  /** Null when the CRM's list held something that cannot be read. */
  facts: CustomerFacts | null
  isActive: boolean
  /** Nothing more is to be asked about it. */
  isComplete: boolean
  problem: string | null
}

/** Stores what was read; a record that comes again (it moved to another page) replaces what was there. */
export async function storeExportRows(tx: Tx, runId: string, rows: readonly ExportRow[]): Promise<void> {
  const byKey = new Map(rows.map((row) => [`${row.type}:${row.externalId}`, row]))
  const values = [...byKey.values()].map((row) => ({
    external_type: row.type,
    external_id: row.externalId,
    facts: row.facts,
    is_active: row.isActive,
    is_complete: row.isComplete,
    problem: row.problem,
    sort_name: row.facts ? customerName(row.facts).toLowerCase().slice(0, 200) : '',
  }))
  await sql`
    insert into crm_export_rows (run_id, creditor_id, external_type, external_id, facts, is_active, is_complete, problem, sort_name)
    select ${runId}, ${creditorOf(tx)}, r.external_type, r.external_id, r.facts, r.is_active, r.is_complete, r.problem, r.sort_name
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(external_type text, external_id text, facts jsonb,
      is_active boolean, is_complete boolean, problem text, sort_name text)
    on conflict (run_id, external_type, external_id) do update set facts = excluded.facts, is_active = excluded.is_active,
      is_complete = excluded.is_complete, problem = excluded.problem, sort_name = excluded.sort_name`.execute(
    tx.db,
  )
}

/** Which of these records the export has not met. */
export async function listNotGathered(
  tx: Tx,
  runId: string,
  refs: readonly CrmCustomerRef[],
): Promise<CrmCustomerRef[]> {
  if (refs.length === 0) return []
  const wanted = refs.map(({ type, externalId }) => ({ type, external_id: externalId }))
  const found = await sql<CrmCustomerRef>`
    select w.type, w.external_id from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(type text, external_id text)
    where not exists (select from crm_export_rows r
      where r.run_id = ${runId} and r.external_type = w.type and r.external_id = w.external_id)`.execute(
    tx.db,
  )
  return found.rows
}

/** Some of the records that are still to be asked about; `without` and `among` are keys: `company:<id>`, `person:<id>`. */
export async function listIncomplete(
  ctx: Context,
  runId: string,
  { limit, without, among }: { limit: number; without?: readonly string[]; among?: readonly string[] },
): Promise<ExportRow[]> {
  const key = sql<string>`external_type || ':' || external_id`
  return inTransaction(ctx, async (tx) => {
    let query = tx.db
      .selectFrom('crmExportRows')
      .select(exportColumns)
      .where('runId', '=', runId)
      .where('isComplete', '=', false)
      .orderBy('externalType')
      .orderBy('externalId')
      .limit(limit)
    if (without && without.length > 0) query = query.where(sql<boolean>`${key} <> all(${without}::text[])`)
    if (among) query = query.where(sql<boolean>`${key} = any(${among}::text[])`)
    return (await query.execute()) as unknown as ExportRow[]
  })
}

/** One that was read without trouble, when there is one: to see whether the CRM answers at all. */
export async function findCompleteRow(ctx: Context, runId: string): Promise<CrmCustomerRef | undefined> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('crmExportRows')
      .select(['externalType as type', 'externalId'])
      .where('runId', '=', runId)
      .where('isComplete', '=', true)
      .where('problem', 'is', null)
      .limit(1)
      .executeTakeFirst()
    return row as CrmCustomerRef | undefined
  })
}

/** Where a row stands in the file. */
export type ExportPlace = { sortName: string; externalId: string }

/** A row that goes into the file. */
export type FileRow = ExportRow & ExportPlace & { facts: CustomerFacts }

/** A page of the rows that go into the file, by name. */
export async function listExportRows(
  tx: Tx,
  input: { runId: string; after: ExportPlace | undefined; limit: number },
): Promise<FileRow[]> {
  let query = tx.db
    .selectFrom('crmExportRows')
    .select([...exportColumns, 'sortName'])
    .where('runId', '=', input.runId)
    .where('facts', 'is not', null)
    .orderBy('sortName')
    .orderBy('externalId')
    .limit(input.limit)
  if (input.after) {
    const { sortName, externalId } = input.after
    query = query.where(sql<boolean>`(sort_name, external_id) > (${sortName}, ${externalId})`)
  }
  return (await query.execute()) as unknown as FileRow[]
}

/** Records that the CRM no longer has when it is asked about them. */
export async function removeFromExport(
  tx: Tx,
  runId: string,
  refs: readonly CrmCustomerRef[],
): Promise<void> {
  for (const { type, externalId } of refs) {
    await tx.db
      .deleteFrom('crmExportRows')
      .where('runId', '=', runId)
      .where('externalType', '=', type)
      .where('externalId', '=', externalId)
      .execute()
  }
}

/** How many records there are, by what is known of them. */
export async function countExportRows(tx: Tx, runId: string) {
  const found = await sql<{ companies: number; persons: number; incomplete: number; unreadable: number }>`
    select count(*) filter (where facts is not null and external_type = 'company')::int as companies,
      count(*) filter (where facts is not null and external_type = 'person')::int as persons,
      count(*) filter (where not is_complete)::int as incomplete,
      count(*) filter (where problem is not null)::int as unreadable
    from crm_export_rows where run_id = ${runId}`.execute(tx.db)
  return found.rows[0] ?? { companies: 0, persons: 0, incomplete: 0, unreadable: 0 }
}

/** Records that could not be read, to name them in the result. */
export async function listUnreadable(tx: Tx, runId: string, limit: number) {
  const rows = await tx.db
    .selectFrom('crmExportRows')
    .select(['externalType as type', 'externalId', 'problem', 'facts'])
    .where('runId', '=', runId)
    .where('problem', 'is not', null)
    .orderBy('externalType')
    .orderBy('externalId')
    .limit(limit)
    .execute()
  return rows.map(({ facts, ...row }) => ({
    ...row,
    name: facts ? customerName(facts as unknown as CustomerFacts) : '',
  }))
}

/** What was gathered is of no use once the run is over. */
export async function removeExportRows(ctx: Context, runId: string): Promise<void> {
  await inTransaction(ctx, (tx) =>
    sql`delete from crm_export_rows r using long_runs l where r.run_id = ${runId} and l.id = r.run_id
      and l.finished_at is not null`.execute(tx.db),
  )
}

const exportColumns = [
  'externalType as type',
  'externalId',
  'facts',
  'isActive',
  'isComplete',
  'problem',
] as const
