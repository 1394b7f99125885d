import { inTransaction, type Tx } from '../context.ts'
import type { CrmInvoice, Unreadable } from '../crm/index.ts'
import { drawFetchTicket, fetchInvoices, findLineOf, idsPerCall, importInvoices } from '../imports/index.ts'
import { expectedInvitations } from '../invitations/index.ts'
import { moveLongRun } from '../long-runs/index.ts'
import type { ManualRun } from './find-candidates.ts'
import {
  type Candidate,
  countLines,
  type DecidedLine,
  listUndecided,
  settleLines,
  type WrittenLine,
} from './manual-line-table.ts'

/**
 * Takes what was found through the path of every import, a hundred at a time. An import writes; a preview takes the
 * transaction back and keeps only what was decided. Each line gets its outcome together with its facts, so that a stop
 * at any moment counts nothing twice. False when a person cancelled.
 */
export async function decideCandidates(run: ManualRun): Promise<boolean> {
  const { ctx, runId, cursor } = run
  for (;;) {
    const some = await inTransaction(ctx, (tx) => listUndecided(tx, { runId, limit: idsPerCall }))
    if (some.length > 0) await decideSome(run, some)
    const goesOn = await inTransaction(ctx, async (tx) => {
      const counts = await countLines(tx, runId)
      const doneCount = Object.values(counts).reduce((sum, count) => sum + count, 0)
      return moveLongRun(tx, runId, {
        cursor: { ...cursor, phase: 'decide' },
        doneCount,
        totalCount: cursor.found,
        counts: { ...counts, found: cursor.found },
      })
    })
    if (!goesOn) return false
    if (some.length === 0) return true
  }
}

async function decideSome(run: ManualRun, some: readonly Candidate[]): Promise<void> {
  const ticket = Math.min(...some.map((candidate) => candidate.ticket))
  await takeThrough(run, { ticket, ...foundAmong(some), absent: [] })
  const left = await listLeft(run, some)
  if (left.length === 0) return
  // Somebody looked at these after our list was read, so that our look counts for nothing: we look again.
  await lookAgain(run, left)
  for (const externalId of await listLeft(run, some)) await settleAsItStands(run, externalId)
}

async function takeThrough(
  run: ManualRun,
  page: Pick<Parameters<typeof importInvoices>[2], 'ticket' | 'invoices' | 'unreadable' | 'absent'>,
): Promise<void> {
  const { ctx, source, runId, connectionId, isPreview } = run
  const decided = new Map<string, DecidedLine>()
  const onDecided = async (tx: Tx, written: readonly WrittenLine[]) => {
    const lines = await withInvitations(tx, written)
    if (!isPreview) return settleLines(tx, { runId, lines })
    for (const line of lines) decided.set(line.externalId, line)
  }
  const importRunId = run.cursor.importRunId
  await importInvoices(ctx, source, {
    ...page,
    connectionId,
    runId: importRunId,
    // A preview says what the profiles would send, so that a person can choose.
    withoutInvitations: !isPreview && run.invitations === 'none',
    isRehearsal: isPreview,
    onDecided,
  })
  if (isPreview) await inTransaction(ctx, (tx) => settleLines(tx, { runId, lines: [...decided.values()] }))
}

/** What becomes of the invitations of those that come in, as the very transaction has it that brings them in. */
async function withInvitations(tx: Tx, lines: readonly WrittenLine[]): Promise<DecidedLine[]> {
  const incoming = lines.flatMap(({ outcome, invoiceId }) =>
    outcome === 'imported' && invoiceId ? [invoiceId] : [],
  )
  const expected = new Map((await expectedInvitations(tx, incoming)).map((one) => [one.invoiceId, one]))
  return lines.map((line) => {
    const { invitation = null, customerKey = null } = expected.get(line.invoiceId ?? '') ?? {}
    return { ...line, invitation, customerKey }
  })
}

function foundAmong(some: readonly Candidate[]): { invoices: CrmInvoice[]; unreadable: Unreadable[] } {
  const invoices: CrmInvoice[] = []
  const unreadable: Unreadable[] = []
  for (const { found } of some) {
    if ('invoice' in found) invoices.push(found.invoice)
    else unreadable.push(found.unreadable)
  }
  return { invoices, unreadable }
}

async function listLeft({ ctx, runId }: ManualRun, some: readonly Candidate[]): Promise<string[]> {
  const externalIds = some.map((candidate) => candidate.externalId)
  const left = await inTransaction(ctx, (tx) =>
    listUndecided(tx, { runId, externalIds, limit: externalIds.length }),
  )
  return left.map((candidate) => candidate.externalId)
}

async function lookAgain(run: ManualRun, externalIds: readonly string[]): Promise<void> {
  const ticket = await inTransaction(run.ctx, drawFetchTicket)
  const { invoices, unreadable, absent } = await fetchInvoices(run.source, externalIds)
  const missing = absent.map((externalId) => ({ externalId, isDeleted: false }))
  const known = missing.filter(({ externalId }) => !externalId.startsWith('unreadable-'))
  await takeThrough(run, { ticket, invoices, unreadable, absent: known })
}

const noInvitation = { invitation: null, customerKey: null }

/** What the ledger says by now; a row that nobody can ask for again could not be read. */
function settleAsItStands({ ctx, runId, connectionId }: ManualRun, externalId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const line = await findLineOf(tx, connectionId, externalId)
    const unread: DecidedLine = {
      externalId,
      outcome: 'failed',
      cause: 'unreadable_invoice',
      causeDetail: null,
      warning: null,
      ...noInvitation,
    }
    await settleLines(tx, { runId, lines: [line ? { ...line, ...noInvitation } : unread] })
  })
}
