import { getConnection, listConnections, sourceFor } from '../connections/index.ts'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import {
  completeCustomersJob,
  completeSoon,
  drawReadTicket,
  type KnownCustomer,
  listIncomplete,
  listKnownCustomers,
  recordUnread,
} from '../customers/index.ts'
import { SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import { noteGone } from './note-gone.ts'
import { storeRecords } from './store-records.ts'

/** So many records are read in one go, and so long it rests after that: well below what the background may use. */
const recordsAtOnce = 35
const restMs = 30_000

/** After so many refusals in one go it is not the records' fault. */
const refusedAtMost = 3

/** After so many failures without one answer between them the CRM is away. */
const failedAtMost = 5

/**
 * Reads the whole record of customers that came in by a list, so that they have their invoicing address too (promises A5,
 * A15): a few at a time, after everybody else, and again until none is left. What a person wrote meanwhile stays. Safe to
 * run twice and to be killed: what was read is stored one by one. Does nothing while the connection is not connected.
 */
export async function completeCustomers(ctx: Context, input: { connectionId: string }): Promise<void> {
  const { connectionId } = input
  if ((await getConnection(ctx, input)).state !== 'connected') return
  const customers = await inTransaction(ctx, async (tx) => {
    const refs = await listIncomplete(tx, { connectionId, limit: recordsAtOnce })
    return listKnownCustomers(tx, { connectionId, refs })
  })
  if (customers.length === 0) return
  const source = await sourceFor(ctx, connectionId, 'background')
  const startAt = await completeEach(ctx, { connectionId, source, customers })
  await inTransaction(ctx, async (tx) => {
    const left = await listIncomplete(tx, { connectionId, limit: 1 })
    if (left.length > 0) await completeSoon(tx, connectionId, startAt)
  })
}

type Work = { connectionId: string; source: CrmSource; customers: readonly KnownCustomer[] }

/**
 * Gives when to go on: after a rest, or when there are calls again. One record at which the CRM fails holds nobody else up;
 * the queue comes back for it.
 */
async function completeEach(ctx: Context, work: Work): Promise<Date> {
  const refused: KnownCustomer[] = []
  const failures: Error[] = []
  let failedInARow = 0
  for (const customer of work.customers) {
    try {
      await completeOne(ctx, work, customer)
      failedInARow = 0
    } catch (error) {
      if (isOutOfCalls(error) && error.retryAt) return error.retryAt
      if (error instanceof SourceRejectedError) refused.push(customer)
      else if (isFailureOfCrm(error)) failures.push(error)
      else throw error
      failedInARow += 1
      if (refused.length === refusedAtMost || failedInARow === failedAtMost) throw error
    }
  }
  await inTransaction(ctx, (tx) => recordUnread(tx, { customers: refused, cause: 'crm_refused' }))
  if (failures[0]) throw failures[0]
  return new Date(ctx.now().getTime() + restMs)
}

async function completeOne(ctx: Context, work: Work, customer: KnownCustomer): Promise<void> {
  const { connectionId, source } = work
  const ticket = await inTransaction(ctx, drawReadTicket)
  const record = await source.findCustomer(customer)
  if (!record) return noteGone(ctx, { connectionId, source, ticket, gone: [customer] })
  const isReadable = !('raw' in record)
  const look = { connectionId, ticket, mode: 'complete' } as const
  const stored = isReadable && (await storeRecords(ctx, { ...look, customers: [record] }))
  if (stored && stored.unstorable.length === 0) return
  const cause = isReadable ? 'cannot_be_stored' : 'unreadable_customer'
  await inTransaction(ctx, (tx) => recordUnread(tx, { customers: [customer], cause }))
}

function isFailureOfCrm(error: unknown): error is SourceUnavailableError {
  return error instanceof SourceUnavailableError && error.code === 'server_error'
}

function isOutOfCalls(error: unknown): error is SourceUnavailableError {
  return (
    error instanceof SourceUnavailableError && ['call_budget_used_up', 'rate_limited'].includes(error.code)
  )
}

/** Asks for `completeCustomers` at each connection that has work: whoever asked before may have been killed. */
export function tickCustomers(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    for (const { id: connectionId, creditorId, state } of await listConnections(tx)) {
      if (state !== 'connected') continue
      const left = await listIncomplete(tx, { connectionId, limit: 1 })
      if (left.length > 0) {
        await tx.enqueue(completeCustomersJob, { creditorId, connectionId }, { key: connectionId })
      }
    }
  })
}
