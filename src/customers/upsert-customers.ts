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
  type LinkedRow,
  type LinkedUpdate,
  lockLinked,
  type NewLinked,
  refOf,
  updateLinked,
} from './linked-customer-table.ts'
import { listKnownCustomers } from './list-known-customers.ts'
import { lockCustomerNumbers, takeCustomerNumbers } from './take-customer-numbers.ts'
import { activitiesOf, type UpsertedCustomer } from './upserted-customer.ts'

export type UpsertInput = {
  connectionId: string
  customers: readonly CrmCustomer[]
  /** Drawn before the CRM was asked (`drawReadTicket`): of two looks the later one counts. */
  ticket: number
  /**
   * `create`: those that are customers already are left as they are. `refresh`: unpinned fields follow the CRM;
   * `complete`: fills in what was missing; both make nobody.
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
  const { connectionId, mode, origin = 'invoice' } = input
  const refs = sortedUnique(input.customers)
  if (refs.length === 0) return []
  const outcomes = await (mode === 'create' ? insertUnknown : updateKnown)(tx, input, refs)
  const known = await listKnownCustomers(tx, { connectionId, refs })
  const upserted = known.map((customer) => ({ ...customer, ...(outcomes.get(refOf(customer)) ?? same) }))
  await recordActivities(tx, activitiesOf(upserted, origin))
  return upserted
}

type Outcome = Pick<UpsertedCustomer, 'outcome' | 'changes' | 'gone'>
const same: Outcome = { outcome: 'unchanged', changes: [], gone: { before: null, after: null } }

/** Makes those that are none yet; what came of them by `refOf`. */
async function insertUnknown(
  tx: Tx,
  input: UpsertInput,
  customers: readonly CrmCustomer[],
): Promise<Map<string, Outcome>> {
  const { connectionId, origin = 'invoice' } = input
  // From here on nobody else makes customers of this creditor: who is unknown now stays unknown, and no number is lost.
  await lockCustomerNumbers(tx)
  const known = new Set((await listKnownCustomers(tx, { connectionId, refs: customers })).map(refOf))
  const unknown = customers.filter((customer) => !known.has(refOf(customer)))
  if (unknown.length === 0) return new Map()
  const numbers = await takeCustomerNumbers(tx, unknown.length)
  const rows = unknown.map(
    (customer, index): NewLinked => ({ id: newId('cus'), number: numbers[index] ?? '', customer }),
  )
  await insertLinked(tx, { ...input, origin, rows })
  if (unknown.some(({ isWhole }) => !isWhole)) await completeSoon(tx, connectionId)
  return new Map(unknown.map((customer) => [refOf(customer), createdOutcome(customer)]))
}

function createdOutcome({ isDeactivated }: CrmCustomer): Outcome {
  return {
    outcome: 'created',
    changes: [],
    gone: { before: null, after: isDeactivated ? 'deactivated' : null },
  }
}

/** Writes those that are customers; what came of them by `refOf`. */
async function updateKnown(
  tx: Tx,
  input: UpsertInput,
  customers: readonly CrmCustomer[],
): Promise<Map<string, Outcome>> {
  const { connectionId, ticket, isHinted = false } = input
  const mode = input.mode === 'complete' ? 'complete' : 'refresh'
  const rows = await lockLinked(tx, { connectionId, customers })
  const outcomes = new Map<string, Outcome>()
  const updates: LinkedUpdate[] = []
  for (const customer of customers) {
    const known = rows.get(refOf(customer))
    if (!known) continue
    const decision = decideUpsert(known, { customer, ticket, now: tx.now(), mode, isHinted })
    if (decision.do === 'leave') continue
    if (decision.isWorthWriting) updates.push({ known, customer, decision })
    outcomes.set(refOf(customer), outcomeOf(known, decision))
  }
  await updateLinked(tx, updates, ticket)
  if (updates.some(({ decision }) => !decision.hasDetails)) await completeSoon(tx, connectionId)
  return outcomes
}

function outcomeOf(known: LinkedRow, { changes, isNews, goneCause }: LinkedUpdate['decision']): Outcome {
  return {
    outcome: changes.length > 0 || isNews ? 'refreshed' : 'unchanged',
    changes,
    gone: { before: known.goneCause, after: goneCause },
  }
}

// A steady order keeps two processes that write the same customers from waiting for each other in a ring.
function sortedUnique(customers: readonly CrmCustomer[]): CrmCustomer[] {
  const byRef = new Map(customers.map((customer) => [refOf(customer), customer]))
  return [...byRef.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, customer]) => customer)
}

export type { UpsertedCustomer }
