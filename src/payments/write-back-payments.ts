import { type Connection, getConnection, listConnections, sourceFor } from '../connections/index.ts'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import type { CrmSource } from '../crm/index.ts'
import { ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import {
  acknowledgeWrite,
  beginWrite,
  type ClaimedWriteBack,
  claimNext,
  forgetWrite,
  nextWriteBackAt,
  postponeWriteBack,
  recordDone,
  recordTask,
} from './claim-write-back.ts'
import { decideWriteBack, type WriteBackDecision } from './decide-write-back.ts'
import { writeBackPaymentsJob } from './payment-jobs.ts'
import type { WriteBackCause } from './write-back.ts'
import { askForWriteBack, isWritable } from './write-back-table.ts'

/** Then the work goes to the end of the queue, and other connections have their turn. */
const atMost = 100
const delaysSeconds = [30, 120, 600, 3_600]

/**
 * Tells the CRM of the payments of a connection that are due (promise B17), each exactly once: the invoice is read before
 * and after, so that a call whose answer was lost is looked for and never blindly made again. Nothing is written while
 * the switch is off; customers are never written at all.
 */
export async function writeBackPayments(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (!isAwake(connection)) return
  const source = await sourceFor(ctx, connection.id, 'webhook')
  const { timeZone } = await getCreditor(ctx)
  for (let count = 0; count < atMost; count += 1) {
    // Switched off in the middle: what waits stays where it is.
    if (!isAwake(await getConnection(ctx, input))) return
    const claimed = await claimNext(ctx, connection.id)
    if (!claimed) break
    if (!(await settleOne({ ctx, source, timeZone, claimed }))) break
  }
  await inTransaction(ctx, async (tx) => {
    const next = await nextWriteBackAt(tx, connection.id)
    if (next) await askForWriteBack(tx, connection.id, next > tx.now() ? next : undefined)
  })
}

function isAwake(connection: Connection): boolean {
  return isWritable(connection) && connection.state === 'connected'
}

type Work = { ctx: Context; source: CrmSource; timeZone: string; claimed: ClaimedWriteBack }

/** False when the CRM cannot be asked now: the others would only hear the same. */
async function settleOne(work: Work): Promise<boolean> {
  try {
    await follow(work, await look(work))
    return true
  } catch (error) {
    return settleFailure(work, error)
  }
}

async function look({ ctx, source, timeZone, claimed }: Work): Promise<WriteBackDecision> {
  const found = await source.findInvoice(claimed.externalId)
  if (found && 'raw' in found) return { do: 'unknown', cause: 'unreadable' }
  return decideWriteBack({ ...claimed, writeBack: claimed, record: found ?? null, timeZone, now: ctx.now() })
}

async function follow(work: Work, decision: WriteBackDecision): Promise<void> {
  const { ctx, claimed } = work
  switch (decision.do) {
    case 'register':
    case 'remove':
      return write(work, decision.do)
    case 'done':
      return recordDone(ctx, claimed)
    case 'wait':
      return postponeWriteBack(ctx, claimed, { at: decision.until, detail: null, isTry: false })
    case 'refuse':
      return recordTask(ctx, claimed, { state: 'refused', cause: decision.cause, detail: null })
    case 'unknown':
      return recordTask(ctx, claimed, { state: 'unknown', cause: decision.cause, detail: null })
  }
}

async function write(work: Work, what: 'register' | 'remove'): Promise<void> {
  const { ctx, source, claimed } = work
  if (!(await beginWrite(ctx, claimed)))
    return postponeWriteBack(ctx, claimed, { at: ctx.now(), detail: null, isTry: false })
  try {
    await (what === 'register' ? register(source, claimed) : source.removePayments(claimed.externalId))
  } catch (error) {
    if (surelyDidNothing(error)) await forgetWrite(ctx, claimed)
    throw error
  }
  await acknowledgeWrite(ctx, claimed)
  const begun = { ...claimed, beganAt: ctx.now(), acknowledgedAt: ctx.now(), writes: claimed.writes + 1 }
  // What does not show at once is looked at again when everything must have arrived.
  await follow({ ...work, claimed: begun }, await look({ ...work, claimed: begun }))
}

function register(source: CrmSource, claimed: ClaimedWriteBack): Promise<void> {
  const { externalId, amountCents, currency, remotePaidAt, methodExternalId } = claimed
  return source.registerPayment({
    externalId,
    amount: { amountCents, currency },
    paidAt: remotePaidAt,
    methodExternalId,
  })
}

/** The call was refused, or never left. Of anything else only reading tells. */
function surelyDidNothing(error: unknown): boolean {
  if (error instanceof ReconnectNeededError) return true
  if (error instanceof SourceRejectedError) return error.code !== 'unreadable_answer'
  return (
    error instanceof SourceUnavailableError && ['rate_limited', 'call_budget_used_up'].includes(error.code)
  )
}

/** Whether the next one can be tried. An error that is not the CRM's is thrown on, with the claim given back. */
async function settleFailure({ ctx, claimed }: Work, error: unknown): Promise<boolean> {
  if (error instanceof SourceRejectedError && surelyDidNothing(error)) {
    const cause = refusalCauseOf(error)
    await recordTask(ctx, claimed, { state: 'refused', cause, detail: error.message })
    return true
  }
  const isCrm = error instanceof SourceUnavailableError || error instanceof SourceRejectedError
  const seconds = delaysSeconds[claimed.attempts] ?? delaysSeconds.at(-1) ?? 0
  const retryAt = error instanceof SourceUnavailableError ? error.retryAt : undefined
  const at = retryAt ?? new Date(ctx.now().getTime() + seconds * 1_000)
  await postponeWriteBack(ctx, claimed, { at, detail: messageOf(error), isTry: isCrm })
  if (isCrm || error instanceof ReconnectNeededError) return false
  throw error
}

function messageOf(error: unknown): string | null {
  return error instanceof Error ? error.message : null
}

function refusalCauseOf(error: SourceRejectedError): WriteBackCause {
  if (error.code === 'not_permitted') return 'not_permitted'
  return error.code === 'not_found' ? 'gone_in_crm' : 'crm_refused'
}

/** Asks for the write-backs that are due at each connection, because whoever asked before may have been killed. */
export function tickWriteBacks(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    for (const connection of (await listConnections(tx)).filter(isAwake)) {
      const { id: connectionId, creditorId } = connection
      const next = await nextWriteBackAt(tx, connectionId)
      if (next && next <= tx.now())
        await tx.enqueue(writeBackPaymentsJob, { creditorId, connectionId }, { key: connectionId })
    }
  })
}
