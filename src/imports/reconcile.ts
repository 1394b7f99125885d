import {
  type Connection,
  getConnection,
  recordReconciled,
  rememberDepartments,
  sourceFor,
} from '../connections/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmInvoice, CrmPage, CrmSource } from '../crm/index.ts'
import { listOpenExternalIds } from '../invoices/index.ts'
import { idsPerCall } from './fetch-invoices.ts'
import { importById } from './import-by-id.ts'
import { importInvoices } from './import-invoices.ts'
import { drawFetchTicket } from './import-line-table.ts'
import { addCounts, type ImportCounts } from './import-run-table.ts'
import { raiseAlarm } from './raise-alarm.ts'
import { withRun } from './with-run.ts'

const overlapMs = 10 * 60_000
const nightlyWindowMs = 35 * 24 * 3_600_000
/** A list that keeps moving while it is read is read again, but not for ever: the next reconcile goes on. */
const passesAtMost = 4

export type ReconcileInput = { connectionId: string; kind: 'reconcile' | 'nightly' }

/**
 * Finds what no webhook told us (promise B6): everything that changed in the CRM since the last time, by the CRM's
 * own clock and with ten minutes of overlap; nightly over 35 days, together with a look at every open invoice. Does
 * nothing while the connection does not import by itself.
 */
export async function reconcile(
  ctx: Context,
  { connectionId, kind }: ReconcileInput,
): Promise<ImportCounts | undefined> {
  const connection = await getConnection(ctx, { connectionId })
  if (connection.state !== 'connected' || !connection.importInvoicesAutomatically) return undefined
  if (kind === 'reconcile' && (await isBeingReadWhole(ctx, connection))) return undefined
  const source = await sourceFor(ctx, connectionId, 'reconcile')
  const { counts } = await withRun(ctx, { connectionId, kind }, async (run) => {
    const pass: Pass = {
      connection,
      source,
      since: startOf(ctx, connection, kind),
      seen: new Map(),
      newest: null,
      ...run,
    }
    await rememberDepartments(ctx, { connectionId, source })
    const isSteady = await readUntilSteady(ctx, pass)
    if (kind === 'nightly') await checkOpenInvoices(ctx, pass)
    await inTransaction(ctx, (tx) =>
      recordReconciled(tx, { connectionId, until: isSteady ? endOf(ctx, pass) : null }),
    )
  }).catch((error: unknown) => raiseAlarm(ctx, connectionId, error))
  return counts
}

/** A run that was killed stays marked as running; after so long nobody believes it. */
const believedMs = 3 * 3_600_000

/**
 * The first look through a large account takes longer than a quarter of an hour. Until it ends there is no mark to start at:
 * a reconcile beside it would read the whole account a second time, out of the same calls.
 */
function isBeingReadWhole(ctx: Context, { id, reconciledUntil }: Connection): Promise<boolean> {
  if (reconciledUntil) return Promise.resolve(false)
  return inTransaction(ctx, async (tx) => {
    const running = await tx.db
      .selectFrom('importRuns')
      .select('id')
      .where('connectionId', '=', id)
      .where('kind', '=', 'nightly')
      .where('state', '=', 'running')
      .where('startedAt', '>', new Date(ctx.now().getTime() - believedMs))
      .executeTakeFirst()
    return running !== undefined
  })
}

type Pass = {
  connection: Connection
  source: CrmSource
  since: Date
  runId: string
  counts: ImportCounts
  /** Every invoice read in this run, with the change that was read. */
  seen: Map<string, number>
  /** The largest `updated_at` of the CRM: the next run starts there, whatever our clock says. */
  newest: Date | null
}

function startOf(ctx: Context, { reconciledUntil }: Connection, kind: ReconcileInput['kind']): Date {
  if (kind === 'nightly' || !reconciledUntil) return new Date(ctx.now().getTime() - nightlyWindowMs)
  return new Date(reconciledUntil.getTime() - overlapMs)
}

/**
 * Where the next run starts: the newest change by the CRM's clock, but never ahead of ours. One time of change far in the
 * future would hide everything that changes before it; a mark that is too early only reads some rows again.
 */
function endOf(ctx: Context, { newest }: Pass): Date | null {
  return newest && newest > ctx.now() ? ctx.now() : newest
}

/** Answers whether the list stood still once; while it does not, the mark stays where it is. */
async function readUntilSteady(ctx: Context, pass: Pass): Promise<boolean> {
  for (let round = 1; round <= passesAtMost; round += 1) {
    if (await readOnce(ctx, pass)) return true
  }
  ctx.log.warn(
    { connectionId: pass.connection.id },
    'the list of invoices kept moving; the next reconcile goes on',
  )
  return false
}

/**
 * Reads all pages once. Answers whether the list stood still meanwhile: rows shift when one is added or removed, and
 * then a row can slip between two pages. No row came twice, and the last page is the same when asked again.
 */
async function readOnce(ctx: Context, pass: Pass): Promise<boolean> {
  const read = new Set<string>()
  let hasRepeats = false
  let asked = askForPage(ctx, pass, 1)
  for (let page = 1; ; page += 1) {
    const { answer, ticket } = await asked
    // The next page is asked for while this one is written: neither waits for the other.
    if (!answer.isLast) asked = askForPage(ctx, pass, page + 1)
    await importPage(ctx, pass, { answer, ticket })
    for (const id of idsOf(answer)) {
      hasRepeats ||= read.has(id)
      read.add(id)
    }
    if (!answer.isLast) continue
    if (page === 1) return true
    const again = await pass.source.listInvoices({ updatedSince: pass.since, page })
    return !hasRepeats && idsOf(again).join() === idsOf(answer).join()
  }
}

type AskedPage = { answer: CrmPage<CrmInvoice>; ticket: number }

function askForPage(ctx: Context, pass: Pass, page: number): Promise<AskedPage> {
  const asked = inTransaction(ctx, drawFetchTicket).then(async (ticket) => {
    return { ticket, answer: await pass.source.listInvoices({ updatedSince: pass.since, page }) }
  })
  // When the page before fails, its error ends the run and nobody waits for this one any more.
  asked.catch(() => {})
  return asked
}

async function importPage(ctx: Context, pass: Pass, { answer, ticket }: AskedPage): Promise<void> {
  const { connection, source, runId } = pass
  const invoices = answer.items.filter((invoice) => pass.seen.get(invoice.externalId) !== changeOf(invoice))
  for (const invoice of answer.items) {
    pass.seen.set(invoice.externalId, changeOf(invoice))
    if (invoice.updatedAt && (!pass.newest || invoice.updatedAt > pass.newest))
      pass.newest = invoice.updatedAt
  }
  const page = { connectionId: connection.id, ticket, runId, invoices, absent: [] }
  const counts = await importInvoices(ctx, source, { ...page, unreadable: answer.unreadable })
  addCounts(pass.counts, counts)
}

function changeOf(invoice: CrmInvoice): number {
  return invoice.updatedAt?.getTime() ?? 0
}

function idsOf(page: CrmPage<CrmInvoice>): string[] {
  return [...page.items, ...page.unreadable].map((item) => item.externalId ?? '')
}

/** Open invoices that the window did not show are looked at by id: paid, credited or deleted long after their date. */
async function checkOpenInvoices(ctx: Context, pass: Pass): Promise<void> {
  const { connection, source, runId } = pass
  const connectionId = connection.id
  for (let after = ''; ; ) {
    const ids = await listOpenExternalIds(ctx, { connectionId, after, limit: idsPerCall })
    const last = ids.at(-1)
    if (last === undefined) return
    const unseen = ids.filter((id) => !pass.seen.has(id))
    if (unseen.length > 0)
      addCounts(pass.counts, await importById(ctx, { connectionId, source, externalIds: unseen, runId }))
    after = last
  }
}
