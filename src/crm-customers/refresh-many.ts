import { getConnection, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { type CustomerSelection, countCustomers, listCustomerIds } from '../customer-lists/index.ts'
import { drawReadTicket } from '../customers/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { refreshManyJob } from './crm-customer-jobs.ts'
import { type LinkOfCustomer, listLinksOf } from './list-crm-links.ts'
import { type RefreshedCustomers, refreshCustomers } from './refresh-customers.ts'
import { storeRecords } from './store-records.ts'

/** As many as one list call tells of, and as many as are read one by one before progress is stored. */
const perPage = 100
const perStep = 10

/** A job that ran for ever would count as lost one day: after this long another one goes on. */
const pieceMs = 5 * 60_000

type Counts = Record<'changed' | 'unchanged' | 'gone' | 'unread' | 'notLinked' | 'notConnected', number>
type Progress = { after: string; doneCount: number; counts: Counts }

/**
 * Does the work of a refresh of many (promise A15): a list call tells which records changed since they were read, and only
 * those are read whole. Progress is stored every ten customers; a stop repeats those at most. Never asks for more than the
 * exports' share of the calls, so that a person who waits goes first.
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
      if (ids.length === 0) return endOf('finished', progress)
      const next = await refreshPage(work, ids, progress)
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
  const { after } = (run.cursor ?? { after: '' }) as { after: string }
  const none: Counts = { changed: 0, unchanged: 0, gone: 0, unread: 0, notLinked: 0, notConnected: 0 }
  return { after, doneCount: run.doneCount, counts: { ...none, ...run.counts } }
}

function endOf(state: 'finished' | 'cancelled', { doneCount, counts }: Progress): LongRunEnd {
  return { state, doneCount, counts, result: counts }
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
    for (const [connectionId, those] of byConnection(linksOfStep)) {
      await refreshStep(work, { connectionId, links: those, rows: rows.get(connectionId) }, counts)
    }
    const after = some.at(-1) ?? progress.after
    progress = { after, doneCount: progress.doneCount + some.length, counts }
    const { doneCount } = progress
    if (!(await moveLongRun(work.ctx, work.run.id, { doneCount, counts, cursor: { after } })))
      return undefined
  }
  return progress
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
async function refreshStep({ ctx }: Work, step: Step, counts: Counts): Promise<void> {
  const { connectionId, links, rows } = step
  if (!rows) {
    counts.notConnected += links.length
    return
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
  const read = await refreshCustomers(ctx, { connectionId, source: rows.source, refs })
  count(counts, { same: same.size, changed, read })
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
