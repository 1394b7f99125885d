import {
  type Connection,
  getConnection,
  markReconnectNeeded,
  noteHeard,
  sourceFor,
} from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { refreshCustomers } from '../crm-customers/index.ts'
import { drainEventsJob, wakeEventsJob } from './event-jobs.ts'
import {
  applyEvents,
  hasWaitingEvents,
  type IgnoreCause,
  ignoreEvents,
  listDueSubjects,
  type PendingSubject,
  supersedeOlderEvents,
} from './event-table.ts'
import { idsPerCall } from './fetch-invoices.ts'
import { importById } from './import-by-id.ts'
import { drawFetchTicket } from './import-line-table.ts'
import { addCounts, type ImportCounts } from './import-run-table.ts'
import { lookAtCreditNotes } from './look-at-credit-notes.ts'
import { recordWaiting } from './record-failures.ts'
import { withRun } from './with-run.ts'

/** The same kind of hint about the same subject leads to one look at the CRM in this time. */
export const throttleMs = 60_000

/** The queue of hints is looked at once for so many subjects: looking costs as much as the queue is long. */
const subjectsPerLook = 10 * idsPerCall

/** As many invoices are shown as waiting for a person to connect again; more come in afterwards all the same. */
const waitingAtMost = 10_000

/**
 * Works off the waiting events of a connection: fifty hints about one invoice are one look, a thousand invoices are
 * ten list calls. Order and doubles do not matter, because an event is only a hint and the CRM is asked for the
 * truth. Safe to run twice and to be killed: events are settled after their facts are stored.
 */
export async function drainEvents(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (connection.state === 'reconnect_needed') return waitForReconnect(ctx, connection)
  const first = await nextSubjects(ctx, connection, subjectsPerLook)
  if (first.length > 0) {
    await noteHeard(ctx, input)
    const source = await sourceFor(ctx, connection.id, 'webhook')
    await withRun(ctx, { connectionId: connection.id, kind: 'webhook' }, async ({ runId, counts }) => {
      for (
        let subjects = first;
        subjects.length > 0;
        subjects = await nextSubjects(ctx, connection, subjectsPerLook)
      ) {
        for (let index = 0; index < subjects.length; index += idsPerCall) {
          const some = subjects.slice(index, index + idsPerCall)
          addCounts(counts, await lookAtSubjects(ctx, { connection, source, runId, subjects: some }))
        }
      }
    })
  }
  await wakeLater(ctx, connection)
}

/** The next subjects to look at. Those that the switches leave alone are settled with that cause on the way. */
function nextSubjects(ctx: Context, connection: Connection, limit: number): Promise<PendingSubject[]> {
  return inTransaction(ctx, async (tx) => {
    await supersedeOlderEvents(tx, connection.id)
    for (;;) {
      const due = await listDueSubjects(tx, { connectionId: connection.id, limit, throttleMs })
      const wanted = due.filter((subject) => !obstacleTo(subject, connection))
      for (const subject of due) {
        const cause = obstacleTo(subject, connection)
        if (cause) await ignoreEvents(tx, { eventIds: subject.eventIds, cause })
      }
      if (wanted.length > 0 || due.length === 0) return wanted
    }
  })
}

/** Why a hint is not acted on: a person ended the connection, or its switch is off (promises A2, N1, N2). */
function obstacleTo({ subjectType }: PendingSubject, connection: Connection): IgnoreCause | undefined {
  if (connection.state === 'disconnected') return 'connection_off'
  const isOfInvoices = subjectType === 'invoice' || subjectType === 'credit_note'
  if (isOfInvoices && !connection.importInvoicesAutomatically) return 'switched_off'
  const isCustomer = subjectType === 'company' || subjectType === 'person'
  return isCustomer && !connection.updateCustomersAutomatically ? 'switched_off' : undefined
}

/** Until a person has connected again the hints wait; the ledger says so for each invoice that we do not hold. */
async function waitForReconnect(ctx: Context, connection: Connection): Promise<void> {
  const waiting = await nextSubjects(ctx, connection, waitingAtMost)
  const invoices = waiting.filter((subject) => subject.subjectType === 'invoice')
  const ticket = await inTransaction(ctx, drawFetchTicket)
  await recordWaiting(ctx, {
    connectionId: connection.id,
    ticket,
    runId: null,
    externalIds: invoices.map((subject) => subject.subjectExternalId),
    cause: 'reconnect_needed',
    detail: null,
    retryAt: null,
  })
}

type Look = { connection: Connection; source: CrmSource; runId: string; subjects: readonly PendingSubject[] }

async function lookAtSubjects(ctx: Context, look: Look): Promise<Partial<ImportCounts>> {
  const { connection, source, runId, subjects } = look
  const invoices = subjects.filter((subject) => subject.subjectType === 'invoice')
  const counts = await importById(ctx, {
    connectionId: connection.id,
    source,
    externalIds: invoices.map((subject) => subject.subjectExternalId),
    deletedIds: new Set(invoices.filter(saysDeleted).map((subject) => subject.subjectExternalId)),
    runId,
  })
  await inTransaction(ctx, (tx) => applyEvents(tx, invoices))
  const notes = subjects.filter((subject) => subject.subjectType === 'credit_note')
  if (notes.length > 0) addCounts(counts, await lookAtCreditNotes(ctx, { connection, source, runId, notes }))
  const refs = subjects.flatMap(({ subjectType, subjectExternalId }) =>
    subjectType === 'company' || subjectType === 'person'
      ? [{ type: subjectType, externalId: subjectExternalId }]
      : [],
  )
  if (refs.length > 0) {
    await refreshCustomers(ctx, { connectionId: connection.id, source, refs, isHinted: true })
  }
  const closing = subjects.find((subject) => subject.subjectType === 'account')
  if (closing) {
    await markReconnectNeeded(ctx, {
      connectionId: connection.id,
      reason: 'account_ended',
      detail: closing.types.join(', '),
    })
  }
  const others = subjects.filter((subject) => !invoices.includes(subject) && !notes.includes(subject))
  await inTransaction(ctx, (tx) => applyEvents(tx, others))
  return counts
}

function saysDeleted(subject: PendingSubject): boolean {
  return subject.types.some((type) => type.endsWith('.deleted'))
}

/** Hints that rest are looked at when their minute is over. */
function wakeLater(ctx: Context, connection: Connection): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (!(await hasWaitingEvents(tx, connection.id))) return
    const { id: connectionId, creditorId } = connection
    const startAt = new Date(tx.now().getTime() + throttleMs)
    await tx.enqueue(wakeEventsJob, { creditorId, connectionId }, { key: connectionId, startAt })
  })
}

/** Asks for `drain-events` now. */
export function wakeEvents(ctx: Context, input: { creditorId: string; connectionId: string }): Promise<void> {
  return inTransaction(ctx, (tx) => tx.enqueue(drainEventsJob, input, { key: input.connectionId }))
}
