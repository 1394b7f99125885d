import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { newId } from '../values/index.ts'
import type { CustomerOrigin } from './customer.ts'
import { decideUpsert } from './decide-upsert.ts'
import { completeSoon } from './incomplete-customers.ts'
import {
  insertLinked,
  type LinkedUpdate,
  lockLinked,
  type NewLinked,
  refOf,
  updateLinked,
} from './linked-customer-table.ts'
import { listKnownCustomers } from './list-known-customers.ts'
import { takeCustomerNumbers } from './take-customer-numbers.ts'
import { activitiesOf, type UpsertedCustomer } from './upserted-customer.ts'

export type UpsertInput = {
  connectionId: string
  customers: readonly CrmCustomer[]
  /** Drawn before the CRM was asked (`drawReadTicket`): of two looks the later one counts. */
  ticket: number
  /**
   * `refresh`: unpinned fields follow the CRM. `complete`: fills in what was missing. `create`: those that are customers
   * already are left as they are.
   */
  mode: 'refresh' | 'complete' | 'create'
  /** How a customer that is new came into being; with an invoice when nothing is said. */
  origin?: CustomerOrigin
  isHinted?: boolean
}

/** A number for a look at the CRM, drawn before it: looks are told apart by when they began. */
export async function drawReadTicket(tx: Tx): Promise<number> {
  const drawn = await sql<{ ticket: number }>`select nextval('fetch_tickets') as ticket`.execute(tx.db)
  return Number(drawn.rows[0]?.ticket)
}

/**
 * Makes customers of CRM records, one on one (promises A3, A4, A5, A11), or brings known ones up to date: found by
 * connection and CRM id, never doubled, also when two processes do it at once. Pinned fields survive (A16). Numbers come
 * from the creditor's own sequence. Nothing is ever written back to the CRM (A10).
 */
export async function upsertCustomers(tx: Tx, input: UpsertInput): Promise<UpsertedCustomer[]> {
  const customers = sortedUnique(input.customers)
  if (customers.length === 0) return []
  const outcomes = new Map<string, Outcome>()
  const unknown = await updateKnown(tx, { input, customers, outcomes })
  if (unknown.length > 0) {
    const inserted = await insertUnknown(tx, input, unknown)
    for (const customer of unknown) {
      if (inserted.has(refOf(customer))) outcomes.set(refOf(customer), createdOutcome(customer))
    }
    // The others were made by another process since we looked.
    const rest = unknown.filter((customer) => !inserted.has(refOf(customer)))
    if (rest.length > 0) await updateKnown(tx, { input, customers: rest, outcomes })
    await completeSoon(tx, input.connectionId)
  }
  const known = await listKnownCustomers(tx, { connectionId: input.connectionId, refs: customers })
  const upserted = known.map((customer) => ({
    ...customer,
    ...(outcomes.get(refOf(customer)) ?? sameOutcome),
  }))
  await recordActivities(tx, activitiesOf(upserted, input.origin ?? 'invoice'))
  return upserted
}

type Outcome = Pick<UpsertedCustomer, 'outcome' | 'changes' | 'gone'>
const sameOutcome: Outcome = { outcome: 'unchanged', changes: [], gone: { before: null, after: null } }

function createdOutcome({ isDeactivated }: CrmCustomer): Outcome {
  return {
    outcome: 'created',
    changes: [],
    gone: { before: null, after: isDeactivated ? 'deactivated' : null },
  }
}

type Known = { input: UpsertInput; customers: readonly CrmCustomer[]; outcomes: Map<string, Outcome> }

/** Writes those that are customers already; gives the others. */
async function updateKnown(tx: Tx, { input, customers, outcomes }: Known): Promise<CrmCustomer[]> {
  const rows = await lockLinked(tx, input)
  const updates: LinkedUpdate[] = []
  for (const customer of customers) {
    const known = rows.get(refOf(customer))
    if (!known || input.mode === 'create') continue
    const { ticket, mode, isHinted = false } = input
    const decision = decideUpsert(known, { customer, ticket, now: tx.now(), mode, isHinted })
    if (decision.do === 'leave') continue
    updates.push({ known, customer, decision })
    const isChanged = decision.changes.length > 0 || decision.isNews
    outcomes.set(refOf(customer), {
      outcome: isChanged ? 'refreshed' : 'unchanged',
      changes: decision.changes,
      gone: { before: known.goneCause, after: decision.goneCause },
    })
  }
  await updateLinked(tx, updates, input.ticket)
  if (updates.some(({ decision }) => !decision.hasDetails)) await completeSoon(tx, input.connectionId)
  return customers.filter((customer) => !rows.has(refOf(customer)))
}

async function insertUnknown(
  tx: Tx,
  input: UpsertInput,
  customers: readonly CrmCustomer[],
): Promise<Set<string>> {
  const numbers = await takeCustomerNumbers(tx, customers.length)
  const rows = customers.map(
    (customer, index): NewLinked => ({ id: newId('cus'), number: numbers[index] ?? '', customer }),
  )
  return insertLinked(tx, { ...input, origin: input.origin ?? 'invoice', rows })
}

// A steady order keeps two processes that write the same customers from waiting for each other in a ring.
function sortedUnique(customers: readonly CrmCustomer[]): CrmCustomer[] {
  const byRef = new Map(customers.map((customer) => [refOf(customer), customer]))
  return [...byRef.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, customer]) => customer)
}

export type { UpsertedCustomer }
