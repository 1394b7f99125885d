import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { type Customer, customerFields, kindOf } from '../customers/index.ts'
import type { CustomerToImport, ImportedState } from './imported-customer.ts'

/** A customer as far as an import looks at it. */
export type KnownToImport = ImportedState & Pick<Customer, 'id' | 'anonymisedAt' | 'mergedInto'>

/** By what a row may be recognised besides its record and its number. */
export type MatchField = 'email' | 'vatNumber'

/** The VAT number as it is compared: people write it with dots and blanks, or without. */
export function plainVatNumber(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * The customers that any of these rows may be about, merged ones and who took them over too, locked in a steady order. Four
 * questions by index, whatever the number of rows.
 */
export async function lockCandidates(
  tx: Tx,
  { rows, matchBy }: { rows: readonly CustomerToImport[]; matchBy: readonly MatchField[] },
): Promise<KnownToImport[]> {
  const links = rows.flatMap(({ link }) => (link ? [link] : []))
  const numbers = rows.flatMap(({ number }) => (number === null ? [] : [number]))
  const emails = matchBy.includes('email')
    ? rows.flatMap(({ facts }) => facts.email?.toLowerCase() ?? [])
    : []
  const vatNumbers = matchBy.includes('vatNumber')
    ? rows.flatMap(({ facts }) => (facts.vatNumber ? [plainVatNumber(facts.vatNumber)] : []))
    : []
  const found = sql<string>`
    select coalesce(customers.merged_into, customers.id) as survivor, customers.id from customers
      join jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r("connectionId" text, type text, "externalId" text)
      on customers.connection_id = r."connectionId" and customers.external_type = r.type and customers.external_id = r."externalId"
    union select coalesce(merged_into, id), id from customers where number = any(${numbers}::text[])
    union select coalesce(merged_into, id), id from customers where lower(email) = any(${emails}::text[])
    union select coalesce(merged_into, id), id from customers
      where vat_number is not null and regexp_replace(upper(vat_number), '[^A-Z0-9]', '', 'g') = any(${vatNumbers}::text[])`
  const { rows: locked } = await sql<KnownToImport>`
    select id, number, profile_id, connection_id, external_type, external_id, anonymised_at, merged_into, ${factList}
    from customers where creditor_id = ${creditorOf(tx)} and id in (
      select survivor from (${found}) as found union select id from (${found}) as found)
    order by id for update`.execute(tx.db)
  return locked
}

const factColumns = customerFields.map(columnOf)
const factList = sql.raw(factColumns.join(', '))
const stateFields = [
  ...customerFields,
  'number',
  'profileId',
  'connectionId',
  'externalType',
  'externalId',
] as const satisfies readonly (keyof ImportedState)[]
const stateColumns = stateFields.map(columnOf)
const columnOfField = stateFields.map((field) => [field, columnOf(field)] as const)
const stateList = sql.raw(stateColumns.join(', '))
const stateOfRow = sql.raw(stateColumns.map((column) => `r.${column}`).join(', '))
const stateTypes = sql.raw(
  stateColumns.map((column) => `${column} ${column === 'cc' ? 'text[]' : 'text'}`).join(', '),
)

export type ImportedRow = ImportedState & { id: string }

/** Adds customers that came from a file. Those that stand for a record are still to be read in the CRM. */
export async function insertImported(
  tx: Tx,
  rows: readonly (ImportedRow & { isDeactivated: boolean })[],
): Promise<void> {
  if (rows.length === 0) return
  const now = tx.now().toISOString()
  const values = rows.map((row) => ({
    ...valuesOf(row),
    gone_cause: row.isDeactivated ? 'deactivated' : null,
  }))
  await sql`
    insert into customers (id, creditor_id, kind, gone_cause, origin, created_at, updated_at, ${stateList})
    select r.id, ${creditorOf(tx)}, r.kind, r.gone_cause, 'file', ${now}::timestamptz, ${now}::timestamptz, ${stateOfRow}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(id text, kind text, gone_cause text, ${stateTypes})`.execute(
    tx.db,
  )
}

/**
 * Writes what an import, or the undoing of one, makes of customers that are locked. Nothing of a record that a customer no
 * longer stands for stays with it: the time of its last change would make every look at the next record an older one.
 */
export async function updateImported(tx: Tx, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update customers set (kind, updated_at, ${stateList}) = row(r.kind, ${tx.now().toISOString()}::timestamptz, ${stateOfRow}),
      ${ofTheRecord}
    from jsonb_to_recordset(${JSON.stringify(rows.map(valuesOf))}::jsonb) as r(id text, kind text, ${stateTypes})
    where customers.id = r.id`.execute(tx.db)
}

/** What is known of the record, by the value that it has without one. */
const ofTheRecord = sql.raw(
  Object.entries({
    crm_facts: 'null',
    details_read_at: 'null',
    details_problem: 'null',
    external_updated_at: 'null',
    web_url: 'null',
    gone_cause: 'null',
    gone_to: 'null',
    pinned_fields: `'{}'`,
  })
    .map(
      ([column, nothing]) => `${column} = case when r.external_id is null then ${nothing} else ${column} end`,
    )
    .join(', '),
)

function valuesOf(row: ImportedRow): Record<string, unknown> {
  const values: Record<string, unknown> = { id: row.id, kind: kindOf(row) }
  for (const [field, column] of columnOfField) values[column] = row[field]
  return values
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
