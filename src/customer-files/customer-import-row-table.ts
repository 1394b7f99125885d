import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import type { ImportedCustomer } from '../imported-customers/index.ts'
import type { RowOutcome } from './customer-import.ts'
import type { NoteCode, RowRefusal } from './row-refusal.ts'

type Change = Extract<ImportedCustomer, { outcome: 'update' }>['change']

export type NewImportRow = {
  record: number
  line: number
  outcome: RowOutcome
  customerId: string | null
  name: string
  before: Change['before'] | null
  after: Change['after'] | null
  refusal: RowRefusal | null
  notes: NoteCode[]
}

/** Stores what became of rows, with one statement. */
export async function insertImportRows(
  tx: Tx,
  input: { importId: string; phase: 'preview' | 'import'; rows: readonly NewImportRow[] },
): Promise<void> {
  if (input.rows.length === 0) return
  const rows = input.rows.map(({ customerId, ...row }) => ({ ...row, customer_id: customerId }))
  await sql`
    insert into customer_import_rows (import_id, creditor_id, phase, record, line, outcome, customer_id, name, before, after,
      refusal, notes, written_at)
    select ${input.importId}, ${creditorOf(tx)}, ${input.phase}, r.record, r.line, r.outcome, r.customer_id, r.name, r.before,
      r.after, r.refusal, r.notes, ${tx.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(record integer, line integer, outcome text, customer_id text,
      name text, before jsonb, after jsonb, refusal jsonb, notes text[])`.execute(tx.db)
}

/** Forgets what an earlier preview told, or an import that was undone did. */
export async function deleteImportRows(
  tx: Tx,
  { importId, phases }: { importId: string; phases: ('preview' | 'import')[] },
): Promise<void> {
  await tx.db
    .deleteFrom('customerImportRows')
    .where('importId', '=', importId)
    .where('phase', 'in', phases)
    .execute()
}

/** What an import wrote and refused so far, in the order of the file, from `after` on. */
export async function listDone(
  tx: Tx,
  { importId, after, limit }: { importId: string; after: number; limit: number },
): Promise<{ record: number; line: number; outcome: RowOutcome; customerId: string | null }[]> {
  const rows = await tx.db
    .selectFrom('customerImportRows')
    .select(['record', 'line', 'outcome', 'customerId'])
    .where('importId', '=', importId)
    .where('phase', '=', 'import')
    .where('record', '>', after)
    .orderBy('record')
    .limit(limit)
    .execute()
  return rows as { record: number; line: number; outcome: RowOutcome; customerId: string | null }[]
}

/** A row that an import wrote and that has not been taken back yet. */
export type WrittenRow = {
  record: number
  customerId: string
  change: Change | null
  writtenAt: Date
}

/** The last of them first: what was done last is taken back first. */
export async function listWritten(
  tx: Tx,
  { importId, limit }: { importId: string; limit: number },
): Promise<WrittenRow[]> {
  const rows = await tx.db
    .selectFrom('customerImportRows')
    .select(['record', 'outcome', 'customerId', 'before', 'after', 'writtenAt'])
    .where('importId', '=', importId)
    .where('phase', '=', 'import')
    .where('outcome', 'in', ['create', 'update'])
    .where('undone', 'is', null)
    .orderBy('record', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ record, outcome, customerId, before, after, writtenAt }) => ({
    record,
    customerId: customerId ?? '',
    change: outcome === 'create' ? null : ({ before, after } as unknown as Change),
    writtenAt,
  }))
}

/** Which of these customers another import wrote after this one did. */
export async function listTouchedLater(
  tx: Tx,
  { importId, rows }: { importId: string; rows: readonly WrittenRow[] },
): Promise<Set<string>> {
  const ids = rows.map(({ customerId }) => customerId)
  const found = await sql<{ customerId: string }>`
    select distinct later.customer_id from customer_import_rows as own
    join customer_import_rows as later on later.creditor_id = own.creditor_id and later.customer_id = own.customer_id
    where own.import_id = ${importId} and own.phase = 'import' and own.record = any(${rows.map(({ record }) => record)}::integer[])
      and later.customer_id = any(${ids}::text[]) and later.import_id <> ${importId} and later.phase = 'import'
      and later.outcome in ('create', 'update') and later.undone is distinct from 'restored'
      and later.written_at >= own.written_at`.execute(tx.db)
  return new Set(found.rows.map((row) => row.customerId))
}

export type UndoneRow = { record: number; undone: 'deleted' | 'restored' | 'kept'; cause: string | null }

/** Notes what an undo did with rows. */
export async function markUndone(
  tx: Tx,
  { importId, rows }: { importId: string; rows: readonly UndoneRow[] },
): Promise<void> {
  await sql`
    update customer_import_rows as own set undone = r.undone, undone_cause = r.cause
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(record integer, undone text, cause text)
    where own.import_id = ${importId} and own.phase = 'import' and own.record = r.record`.execute(tx.db)
}
