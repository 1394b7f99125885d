import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { newId } from '../values/index.ts'
import { type KnownCustomer, listKnownCustomers } from './list-known-customers.ts'

/** What became of one CRM record: our customer, and whether it is new or changed. */
export type UpsertedCustomer = KnownCustomer & { outcome: 'created' | 'refreshed' | 'unchanged' }

/**
 * Makes customers of CRM records, one on one (promises A3, A4, A5, A11), or brings known ones up to date: found by
 * connection and CRM id, never doubled, also when two processes do it at once. Numbers come from the creditor's own
 * sequence. Nothing is ever written back to the CRM (A10).
 */
export async function upsertCustomers(
  tx: Tx,
  input: { connectionId: string; customers: readonly CrmCustomer[] },
): Promise<UpsertedCustomer[]> {
  const customers = sortedUnique(input.customers)
  if (customers.length === 0) return []
  const found = await lockKnown(tx, input.connectionId, customers)
  const rows = customers.map((customer) => rowOf(customer, found.get(keyOf(customer))))
  const numbers = await takeNumbers(tx, rows.filter((row) => row.isNew).length)
  for (const row of rows) row.number = row.isNew ? (numbers.shift() ?? null) : null
  const written = await writeRows(tx, input.connectionId, rows)
  await recordActivities(tx, written.filter((row) => row.outcome !== 'unchanged').map(activityOf))
  return written
}

type CustomerRow = ReturnType<typeof rowOf>

function rowOf(customer: CrmCustomer, knownId: string | undefined) {
  return {
    id: knownId ?? newId('cus'),
    isNew: knownId === undefined,
    number: null as string | null,
    kind: customer.companyName ? 'company' : 'person',
    company_name: customer.companyName,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    cc: customer.cc,
    mobile: customer.mobile,
    language: customer.language,
    address_line: customer.addressLine,
    postal_code: customer.postalCode,
    city: customer.city,
    country: customer.country,
    vat_number: customer.vatNumber,
    enterprise_number: customer.enterpriseNumber,
    peppol_id: customer.peppolId,
    external_type: customer.type,
    external_id: customer.externalId,
    external_updated_at: customer.updatedAt?.toISOString() ?? null,
    gone_cause: customer.isDeactivated ? 'deactivated' : null,
  }
}

async function lockKnown(
  tx: Tx,
  connectionId: string,
  customers: readonly CrmCustomer[],
): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('customers')
    .select(['id', 'externalType', 'externalId'])
    .where('connectionId', '=', connectionId)
    .where(
      'externalId',
      'in',
      customers.map((customer) => customer.externalId),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [`${row.externalType}:${row.externalId}`, row.id]))
}

async function takeNumbers(tx: Tx, count: number): Promise<string[]> {
  if (count === 0) return []
  const creditor = await tx.db
    .updateTable('creditors')
    .set((eb) => ({ lastCustomerNumber: eb('lastCustomerNumber', '+', count) }))
    .where('id', '=', creditorOf(tx))
    .returning(['customerNumberPrefix', 'lastCustomerNumber'])
    .executeTakeFirstOrThrow()
  const first = Number(creditor.lastCustomerNumber) - count + 1
  return Array.from(
    { length: count },
    (_, index) => `${creditor.customerNumberPrefix}${String(first + index).padStart(5, '0')}`,
  )
}

const facts = [
  'kind',
  'company_name',
  'first_name',
  'last_name',
  'email',
  'cc',
  'mobile',
  'language',
  'address_line',
  'postal_code',
  'city',
  'country',
  'vat_number',
  'enterprise_number',
  'peppol_id',
  'gone_cause',
] as const
const factList = sql.raw(facts.join(', '))
const factOfRow = sql.raw(facts.map((fact) => `r.${fact}`).join(', '))
const factOfOld = sql.raw(facts.map((fact) => `customers.${fact}`).join(', '))
const factOfNew = sql.raw(facts.map((fact) => `excluded.${fact}`).join(', '))

async function writeRows(
  tx: Tx,
  connectionId: string,
  rows: readonly CustomerRow[],
): Promise<UpsertedCustomer[]> {
  const now = tx.now().toISOString()
  // The conflict target is the external identity: a customer that another process made since is refreshed, not doubled.
  const written = await sql<{
    id: string
    externalType: 'company' | 'person'
    externalId: string
    isInserted: boolean
  }>`
    insert into customers (id, creditor_id, number, connection_id, external_type, external_id, external_updated_at,
      created_at, updated_at, ${factList})
    select r.id, ${creditorOf(tx)}, coalesce(r.number, r.id), ${connectionId}, r.external_type, r.external_id, r.external_updated_at,
      ${now}::timestamptz, ${now}::timestamptz, ${factOfRow}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, number text, external_type text, external_id text,
      external_updated_at timestamptz, kind text, company_name text, first_name text, last_name text, email text, cc text[],
      mobile text, language text, address_line text, postal_code text, city text, country text, vat_number text,
      enterprise_number text, peppol_id text, gone_cause text)
    on conflict (connection_id, external_type, external_id) do update
      set (${factList}) = row(${factOfNew}), external_updated_at = excluded.external_updated_at, updated_at = excluded.updated_at
      where (${factOfOld}) is distinct from (${factOfNew})
    returning id, external_type, external_id, xmax = 0 as is_inserted`.execute(tx.db)
  const outcomes = new Map(
    written.rows.map((row) => [`${row.externalType}:${row.externalId}`, row.isInserted]),
  )
  return readBack(tx, { connectionId, rows, outcomes })
}

async function readBack(
  tx: Tx,
  input: { connectionId: string; rows: readonly CustomerRow[]; outcomes: ReadonlyMap<string, boolean> },
): Promise<UpsertedCustomer[]> {
  const refs = input.rows.map((row) => ({ type: row.external_type, externalId: row.external_id }))
  const customers = await listKnownCustomers(tx, { connectionId: input.connectionId, refs })
  return customers.map((customer) => {
    const isInserted = input.outcomes.get(`${customer.type}:${customer.externalId}`)
    return {
      ...customer,
      outcome: isInserted === undefined ? 'unchanged' : isInserted ? 'created' : 'refreshed',
    }
  })
}

function activityOf(customer: UpsertedCustomer) {
  return {
    subjectKind: 'customer',
    subjectId: customer.customerId,
    kind: customer.outcome === 'created' ? 'customer.created' : 'customer.refreshed',
    data: { name: customer.name },
  } as const
}

function keyOf(customer: CrmCustomer): string {
  return `${customer.type}:${customer.externalId}`
}

// A steady order keeps two processes that write the same customers from waiting for each other in a ring.
function sortedUnique(customers: readonly CrmCustomer[]): CrmCustomer[] {
  const byKey = new Map(customers.map((customer) => [keyOf(customer), customer]))
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, customer]) => customer)
}
