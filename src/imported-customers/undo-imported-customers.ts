import { sql } from 'kysely'
import { type NewActivity, recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import {
  type Customer,
  customerColumns,
  customerName,
  isSameFact,
  listWithInvoices,
  lockCustomerNumbers,
} from '../customers/index.ts'
import { changesToTell } from './import-customers.ts'
import type { ImportedChange, ImportedState } from './imported-customer.ts'
import { updateImported } from './imported-customer-table.ts'

/** What an import did with a customer, and when (UTC instant). `change` is null for one that it created. */
export type ImportedBefore = { customerId: string; change: ImportedChange | null; writtenAt: Date }

/** Why a customer stays as it is although its import is undone. */
export type KeptCause =
  | 'edited_by_hand'
  | 'has_invoices'
  | 'merged'
  | 'anonymised'
  | 'later_import'
  | 'number_taken'
  | 'already_gone'

export type Undone = { customerId: string } & (
  | { undone: 'deleted' | 'restored' }
  | { undone: 'kept'; cause: KeptCause }
)

/**
 * Takes back what an import did with these customers: one that it created and that has no invoices is removed, a changed
 * one gets its former values, except those that something else changed since. Whoever was edited by hand, merged or
 * imported again since stays as it is. `touchedLater` are the customers that a later import wrote.
 */
export async function undoImportedCustomers(
  tx: Tx,
  { rows, touchedLater }: { rows: readonly ImportedBefore[]; touchedLater: ReadonlySet<string> },
): Promise<Undone[]> {
  await lockCustomerNumbers(tx)
  const ids = rows.map(({ customerId }) => customerId)
  const known = await lock(tx, ids)
  const surroundings = {
    touchedLater,
    withInvoices: await listWithInvoices(tx, ids),
    survivors: await listSurvivors(tx, ids),
    takenNumbers: await listTaken(tx, rows),
  }
  const decided = rows.map((row) => decide(row, known.get(row.customerId), surroundings))
  const deleted = decided.flatMap((one) => (one.do === 'delete' ? [one.known] : []))
  const restored = decided.flatMap((one) => (one.do === 'restore' ? [one] : []))
  await remove(tx, deleted)
  await updateImported(
    tx,
    restored.map(({ known: customer, change }) => ({ ...customer, ...change.after })),
  )
  await recordActivities(tx, [...deleted.map(deletion), ...restored.flatMap(restoration)])
  return decided.map(answer)
}

type Decision = { customerId: string } & (
  | { do: 'delete'; known: Customer }
  | { do: 'restore'; known: Customer; change: ImportedChange }
  | { do: 'keep'; cause: KeptCause }
)

type Surroundings = {
  touchedLater: ReadonlySet<string>
  withInvoices: ReadonlySet<string>
  survivors: ReadonlySet<string>
  takenNumbers: ReadonlySet<string>
}

type Locked = Customer & { editedByHandAt: Date | null }

function decide(row: ImportedBefore, known: Locked | undefined, around: Surroundings): Decision {
  const { customerId, change } = row
  const keep = (cause: KeptCause): Decision => ({ do: 'keep', customerId, cause })
  if (!known) return keep('already_gone')
  if (known.anonymisedAt) return keep('anonymised')
  if (known.mergedInto || around.survivors.has(customerId)) return keep('merged')
  if (known.editedByHandAt && known.editedByHandAt >= row.writtenAt) return keep('edited_by_hand')
  if (around.touchedLater.has(customerId)) return keep('later_import')
  if (!change)
    return around.withInvoices.has(customerId) ? keep('has_invoices') : { do: 'delete', customerId, known }
  const former = change.before.number
  if (former !== undefined && around.takenNumbers.has(former)) return keep('number_taken')
  return { do: 'restore', customerId, known, change: backwards(known, change) }
}

/** What the import wrote and nobody has changed since gets its former value. */
function backwards(known: Customer, { before, after }: ImportedChange): ImportedChange {
  const fields = (Object.keys(after) as (keyof ImportedState)[]).filter((field) =>
    isSameFact(known[field], after[field] ?? null),
  )
  const pick = (state: Partial<ImportedState>) =>
    Object.fromEntries(fields.map((field) => [field, state[field] ?? null])) as Partial<ImportedState>
  return { before: pick(after), after: pick(before) }
}

async function lock(tx: Tx, ids: readonly string[]): Promise<Map<string, Locked>> {
  const rows = await tx.db
    .selectFrom('customers')
    .select([...customerColumns, 'editedByHandAt'])
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map((rows as unknown as Locked[]).map((row) => [row.id, row]))
}

async function listSurvivors(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ mergedInto: string }>`
    select distinct merged_into from customers where merged_into = any(${ids}::text[])`.execute(tx.db)
  return new Set(rows.map((row) => row.mergedInto))
}

async function listTaken(tx: Tx, rows: readonly ImportedBefore[]): Promise<Set<string>> {
  const numbers = rows.flatMap(({ change }) => change?.before.number ?? [])
  if (numbers.length === 0) return new Set()
  const taken = await tx.db.selectFrom('customers').select('number').where('number', 'in', numbers).execute()
  return new Set(taken.map(({ number }) => number))
}

async function remove(tx: Tx, customers: readonly Customer[]): Promise<void> {
  const own = customers.map(({ id }) => id)
  // A merge that was undone meanwhile still names them.
  await sql`delete from customer_merges where survivor_id = any(${own}::text[]) or merged_id = any(${own}::text[])`.execute(
    tx.db,
  )
  await sql`delete from customers where id = any(${own}::text[])`.execute(tx.db)
}

function deletion(known: Customer): NewActivity {
  return {
    subjectKind: 'customer',
    subjectId: known.id,
    kind: 'customer.deleted',
    data: { name: customerName(known), number: known.number },
  }
}

function restoration({ known, change }: Extract<Decision, { do: 'restore' }>): NewActivity[] {
  const changes = changesToTell(change)
  if (changes.length === 0) return []
  const after = { ...known, ...change.after }
  const data = { name: customerName(after), number: after.number, changes }
  return [{ subjectKind: 'customer', subjectId: known.id, kind: 'customer.edited', data }]
}

function answer(decision: Decision): Undone {
  const { customerId } = decision
  if (decision.do === 'keep') return { customerId, undone: 'kept', cause: decision.cause }
  return { customerId, undone: decision.do === 'delete' ? 'deleted' : 'restored' }
}
