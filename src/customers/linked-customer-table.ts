import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef } from '../crm/index.ts'
import { type Customer, type CustomerFacts, type CustomerOrigin, customerFields, kindOf } from './customer.ts'
import { factsFromCrm, type UpsertDecision } from './decide-upsert.ts'
import { listKnownCustomers } from './list-known-customers.ts'

/** How a CRM's record is named in maps: type and id together, because the CRM keeps the types apart. */
export function refOf(ref: CrmCustomerRef): string {
  return `${ref.type}:${ref.externalId}`
}

/** The row of a customer that stands for a CRM's record. */
export type LinkedRow = CustomerFacts &
  Pick<
    Customer,
    'id' | 'pinnedFields' | 'crmFacts' | 'goneCause' | 'detailsReadAt' | 'anonymisedAt' | 'mergedInto'
  > & { externalUpdatedAt: Date | null; readTicket: number }

/** The rows of these records, merged ones too, locked in a steady order; by `refOf`. */
export async function lockLinked(
  tx: Tx,
  input: { connectionId: string; customers: readonly CrmCustomerRef[] },
): Promise<Map<string, LinkedRow>> {
  const known = await listKnownCustomers(tx, { connectionId: input.connectionId, refs: input.customers })
  if (known.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('customers')
    .select([
      'id',
      'externalType',
      'externalId',
      'externalUpdatedAt',
      'readTicket',
      'pinnedFields',
      'crmFacts',
      'goneCause',
      'detailsReadAt',
      'anonymisedAt',
      'mergedInto',
      ...customerFields,
    ])
    .where(
      'id',
      'in',
      known.map(({ ownId }) => ownId),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(
    rows.map((row) => [
      `${row.externalType}:${row.externalId}`,
      { ...row, readTicket: Number(row.readTicket) } as unknown as LinkedRow,
    ]),
  )
}

export type NewLinked = { id: string; number: string; customer: CrmCustomer }

type InsertInput = {
  connectionId: string
  ticket: number
  origin: CustomerOrigin
  rows: readonly NewLinked[]
}

const factColumns = customerFields.map((field) =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
)
const factList = sql.raw(factColumns.join(', '))
const factOfRow = sql.raw(factColumns.map((column) => `r.${column}`).join(', '))
const factTypes = sql.raw(
  factColumns.map((column) => `${column} ${column === 'cc' ? 'text[]' : 'text'}`).join(', '),
)

/** Makes customers of records that have none. The database refuses a second customer of a record. */
export async function insertLinked(tx: Tx, input: InsertInput): Promise<void> {
  const now = tx.now().toISOString()
  const rows = input.rows.map(({ id, number, customer }) => {
    const facts = factsFromCrm(customer)
    return {
      id,
      number,
      kind: kindOf(facts),
      ...factRow(facts),
      crm_facts: facts,
      external_type: customer.type,
      external_id: customer.externalId,
      external_updated_at: customer.updatedAt?.toISOString() ?? null,
      web_url: customer.webUrl,
      gone_cause: customer.isDeactivated ? 'deactivated' : null,
      details_read_at: customer.isWhole ? now : null,
    }
  })
  await sql`
    insert into customers (id, creditor_id, number, connection_id, origin, read_ticket, created_at, updated_at, kind, crm_facts,
      external_type, external_id, external_updated_at, web_url, gone_cause, details_read_at, ${factList})
    select r.id, ${creditorOf(tx)}, r.number, ${input.connectionId}, ${input.origin}, ${input.ticket}::bigint, ${now}::timestamptz,
      ${now}::timestamptz, r.kind, r.crm_facts, r.external_type, r.external_id, r.external_updated_at, r.web_url, r.gone_cause,
      r.details_read_at, ${factOfRow}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, number text, kind text, crm_facts jsonb, external_type text,
      external_id text, external_updated_at timestamptz, web_url text, gone_cause text, details_read_at timestamptz, ${factTypes})`.execute(
    tx.db,
  )
}

export type LinkedUpdate = {
  known: LinkedRow
  customer: CrmCustomer
  decision: Extract<UpsertDecision, { do: 'write' }>
}

/** Writes what was decided of locked rows, with one statement. Every look leaves its ticket, also when nothing changed. */
export async function updateLinked(tx: Tx, updates: readonly LinkedUpdate[], ticket: number): Promise<void> {
  if (updates.length === 0) return
  const now = tx.now().toISOString()
  const rows = updates.map(({ known, customer, decision }) => ({
    id: known.id,
    kind: kindOf(decision.facts),
    ...factRow(decision.facts),
    crm_facts: decision.crmFacts,
    external_updated_at: customer.updatedAt?.toISOString() ?? null,
    web_url: customer.webUrl,
    gone_cause: decision.goneCause,
    details_read_at: detailsReadAt(known, { customer, decision, now }),
    is_changed: decision.isNews || decision.changes.length > 0,
  }))
  await sql`
    update customers set (kind, crm_facts, external_updated_at, gone_cause, details_read_at, ${factList}) =
        (r.kind, r.crm_facts, r.external_updated_at, r.gone_cause, r.details_read_at, ${factOfRow}),
      web_url = coalesce(r.web_url, customers.web_url), gone_to = null, read_ticket = greatest(read_ticket, ${ticket}::bigint),
      details_problem = case when r.details_read_at is null then customers.details_problem end,
      updated_at = case when r.is_changed then ${now}::timestamptz else customers.updated_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, kind text, crm_facts jsonb, external_updated_at timestamptz,
      web_url text, gone_cause text, details_read_at timestamptz, is_changed boolean, ${factTypes})
    where customers.id = r.id`.execute(tx.db)
}

function detailsReadAt(
  known: LinkedRow,
  { customer, decision, now }: Pick<LinkedUpdate, 'customer' | 'decision'> & { now: string },
): string | null {
  if (!decision.hasDetails) return null
  return customer.isWhole ? now : (known.detailsReadAt?.toISOString() ?? null)
}

function factRow(facts: CustomerFacts): Record<string, unknown> {
  return Object.fromEntries(customerFields.map((field, index) => [factColumns[index] ?? field, facts[field]]))
}
