import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { type CustomerSelection, countCustomers, listCustomerIds } from '../customer-lists/index.ts'
import { drawReadTicket, recordUnread } from '../customers/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { refreshManyJob } from './crm-customer-jobs.ts'
import { decideFailing, dueOfFailing, type FailingRecords, unreadRecordWords } from './failing-records.ts'
import { type LinkOfCustomer, listLinksOf } from './list-crm-links.ts'
import { type RefreshedCustomers, refreshCustomers } from './refresh-customers.ts'
import { storeRecords } from './store-records.ts'

/** As many as one list call tells of, and as many as are read one by one before progress is stored. */
const perPage = 100
const perStep = 10

/** A job that ran for ever would count as lost one day: after this long another one goes on. */
const pieceMs = 5 * 60_000

type Counts = Record<'changed' | 'unchanged' | 'gone' | 'unread' | 'notLinked' | 'notConnected', number>
/** One that was set aside, for the result of the run. */
type Unreadable = { customerId: string; externalId: string; name: string; problem: string }
type Cursor = { after: string; failing?: FailingRecords; unreadable?: Unreadable[] }
type Progress = Required<Cursor> & { doneCount: number; counts: Counts }

/** As many as a person looks through; how many there are in all is counted. */
const namedAtMost = 100

/**
 * Does the work of a refresh of many (promise A15): a list call tells which records changed since they were read, and only
 * those are read whole. Progress is stored every ten customers; a stop repeats those at most. A record at which the CRM
 * fails, and at no other, comes last, a few times, and is named in the result then. Never asks for more than the exports'
 * share of the calls, so that a person who waits goes first.
 */
export function refreshMany(ctx: Context, input: { runId: string }): Promise<void> {
  return workOnLongRun(ctx, input.runId, async (run) => {
    const selection = run.input.selection as CustomerSelection
    const startedAt = performance.now()
    if (run.totalCount === null) {
      await moveLongRun(ctx, run.id, { totalCount: await countCustomers(ctx, selection) })
    }
    const work: Work = { ctx, run, selection, sources: new Map() }
    let progress = progressOf(run)
    for (;;) {
      const { after } = progress
      const ids = await listCustomerIds(ctx, { selection, after, limit: perPage })
      const isOver = ids.length === 0
      if (isOver && Object.keys(progress.failing).length === 0) return endOf('finished', progress)
      const next = await refreshPage(work, isOver ? dueOfFailing(progress.failing, ctx.now()) : ids, progress)
      if (!next) return endOf('cancelled', progress)
      progress = next
      if (performance.now() - startedAt > pieceMs) return goOnLater(ctx, run.id)
    }
  })
}

type Work = {
  ctx: Context
  run: LongRun
  selection: CustomerSelection
  sources: Map<string, CrmSource>
}

function progressOf(run: LongRun): Progress {
  const { after, failing = {}, unreadable = [] } = (run.cursor ?? { after: '' }) as Cursor
  const none: Counts = { changed: 0, unchanged: 0, gone: 0, unread: 0, notLinked: 0, notConnected: 0 }
  return { after, failing, unreadable, doneCount: run.doneCount, counts: { ...none, ...run.counts } }
}

function endOf(state: 'finished' | 'cancelled', { doneCount, counts, unreadable }: Progress): LongRunEnd {
  const shortfall = counts.unread > 0 ? unreadRecordWords(counts.unread, unreadable) : undefined
  return { state, doneCount, counts, result: { ...counts, unreadable }, shortfall }
}

async function goOnLater(ctx: Context, runId: string): Promise<undefined> {
  const data = { creditorId: creditorOf(ctx), runId }
  await inTransaction(ctx, (tx) => tx.enqueue(refreshManyJob, data, { key: runId }))
}

/** Gives how far it came; undefined when a person has cancelled. */
async function refreshPage(
  work: Work,
  ids: readonly string[],
  before: Progress,
): Promise<Progress | undefined> {
  const links = await listLinksOf(work.ctx, ids)
  const rows = await readRows(work, links)
  let progress = before
  for (let index = 0; index < ids.length; index += perStep) {
    const some = ids.slice(index, index + perStep)
    const linksOfStep = links.filter(({ customerId }) => some.includes(customerId))
    const counts = { ...progress.counts }
    counts.notLinked += some.length - linksOfStep.length
    const failed: Failed[] = []
    for (const [connectionId, those] of byConnection(linksOfStep)) {
      const step = { connectionId, links: those, rows: rows.get(connectionId) }
      failed.push(...(await refreshStep(work, step, counts)))
    }
    const next = await afterStep(work, { some, failed, counts }, progress)
    if (!next) return undefined
    progress = next
  }
  return progress
}

type Failed = Unreadable & { ownId: string; error: Error }
type DoneStep = { some: readonly string[]; failed: readonly Failed[]; counts: Counts }

/** Stores how far it came; undefined when a person has cancelled. Throws when the CRM fails at too many to go on. */
async function afterStep(
  { ctx, run }: Work,
  { some, failed, counts }: DoneStep,
  before: Progress,
): Promise<Progress | undefined> {
  const failedIds = failed.map(({ customerId }) => customerId)
  const settled = some.filter((id) => !failedIds.includes(id))
  const isRetry = some.some((id) => id in before.failing)
  const decided = decideFailing(before.failing, { settled, failed: failedIds, now: ctx.now() })
  if (!decided) throw failed[0]?.error ?? new Error('Nothing failed, and too much')
  const { failing, givenUp } = decided
  const over = failed.filter(({ customerId }) => givenUp.includes(customerId))
  const named = over.map(({ ownId: _, error: __, ...one }) => one)
  const progress: Progress = {
    // Those that are asked for once more were passed long ago.
    after: isRetry ? before.after : (some.at(-1) ?? before.after),
    failing,
    unreadable: [...before.unreadable, ...named].slice(0, namedAtMost),
    doneCount: before.doneCount + settled.length + over.length,
    counts: { ...counts, unread: counts.unread + over.length },
  }
  const goesOn = await inTransaction(ctx, async (tx) => {
    await recordUnread(tx, { customers: over, cause: 'crm_unavailable' })
    const { after, unreadable, doneCount } = progress
    const cursor = { after, failing, unreadable }
    return moveLongRun(tx, run.id, { doneCount, counts: progress.counts, cursor })
  })
  return goesOn ? progress : undefined
}

/** What the lists say of a page, by record; absent for a connection that is not connected. */
type Rows = { source: CrmSource; ticket: number; records: Map<string, CrmCustomer> }

async function readRows(work: Work, links: readonly LinkOfCustomer[]): Promise<Map<string, Rows>> {
  const { ctx } = work
  const rows = new Map<string, Rows>()
  for (const [connectionId, refs] of byConnection(links)) {
    const source = await openSource(work, connectionId)
    if (!source) continue
    const ticket = await inTransaction(ctx, drawReadTicket)
    const { items } = await source.listCustomers(refs)
    rows.set(connectionId, { source, ticket, records: new Map(items.map((item) => [keyOf(item), item])) })
  }
  return rows
}

async function openSource({ ctx, sources }: Work, connectionId: string): Promise<CrmSource | undefined> {
  const known = sources.get(connectionId)
  if (known) return known
  const { state } = await getConnection(ctx, { connectionId })
  if (state !== 'connected') return undefined
  const source = await sourceFor(ctx, connectionId, 'export')
  sources.set(connectionId, source)
  return source
}

type Step = { connectionId: string; links: readonly LinkOfCustomer[]; rows: Rows | undefined }

/** A row of the version that we hold is enough, unless it turns out to say something else; the others are read whole. */
async function refreshStep({ ctx }: Work, step: Step, counts: Counts): Promise<Failed[]> {
  const { connectionId, links, rows } = step
  if (!rows) {
    counts.notConnected += links.length
    return []
  }
  const sameVersion = links.flatMap((link) => {
    const record = rows.records.get(keyOf(link))
    return record && isVersionOf(record, link) ? [record] : []
  })
  const look = { connectionId, ticket: rows.ticket, mode: 'refresh' } as const
  const { upserted } = await storeRecords(ctx, { ...look, customers: sameVersion })
  const same = new Set(upserted.filter(({ outcome }) => outcome === 'unchanged').map(keyOf))
  const changed = new Set(upserted.filter(({ changes }) => changes.length > 0).map(keyOf))
  const refs = links.filter((link) => !same.has(keyOf(link)))
  const read = await refreshCustomers(ctx, { connectionId, source: rows.source, refs, isPatient: true })
  count(counts, { same: same.size, changed, read })
  return read.failed.flatMap(({ customer: { ownId, name, type, externalId }, error }) => {
    const link = links.find((one) => keyOf(one) === keyOf({ type, externalId }))
    return link
      ? [{ customerId: link.customerId, ownId, name, externalId, problem: error.message, error }]
      : []
  })
}

function count(
  counts: Counts,
  { same, changed, read }: { same: number; changed: ReadonlySet<string>; read: RefreshedCustomers },
): void {
  const isChanged = read.upserted.filter((one) => one.changes.length > 0 || changed.has(keyOf(one)))
  counts.changed += isChanged.length
  counts.unchanged += same + read.upserted.length - isChanged.length
  counts.gone += read.gone.length
  counts.unread += read.unread.length
}

function isVersionOf(record: CrmCustomer, link: LinkOfCustomer): boolean {
  return (
    link.isWhole && record.updatedAt !== null && record.updatedAt.getTime() === link.crmUpdatedAt?.getTime()
  )
}

function byConnection(links: readonly LinkOfCustomer[]): Map<string, LinkOfCustomer[]> {
  return Map.groupBy(links, ({ connectionId }) => connectionId)
}

function keyOf({ type, externalId }: CrmCustomerRef): string {
  return `${type}:${externalId}`
}
