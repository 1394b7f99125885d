import { setTimeout as wait } from 'node:timers/promises'
import { type Context, inTransaction } from '../context.ts'
import type { CallLimit, CallPriority } from '../crm/index.ts'
import { SourceUnavailableError } from '../errors.ts'
import { type CallBudget, countCall, padCalls, pauseCalls, selectNextFree } from './call-budget-table.ts'

/** The part of the limit that each may use up: what is left above it stays free for those who wait more dearly. */
export const callShares: Readonly<Record<CallPriority, number>> = {
  person: 1,
  webhook: 0.95,
  reconcile: 0.85,
  document: 0.7,
  export: 0.55,
  background: 0.4,
}

/** A person gets an answer soon, even if it is "later"; others may wait for a whole window to pass. */
const longestWaitMs: Readonly<Record<CallPriority, number>> = {
  person: 8_000,
  webhook: 65_000,
  reconcile: 65_000,
  document: 65_000,
  export: 65_000,
  // Work that nobody waits for is asked for again instead of standing in the way here.
  background: 0,
}

/** A call that somebody wants; `signal` when the wait for it can end early. */
type WantedCall = { priority: CallPriority; signal?: AbortSignal | undefined }

/** Looks again soon at first, then at most once a second. */
const firstLookMs = 20
const lookAgainMs = 1_000

/**
 * Takes one call of a connection's budget, which all processes share, and returns how many calls the window holds now.
 * Waits while the budget is used up. Throws SourceUnavailableError with `retryAt` when that would take too long, and
 * `aborted` as soon as `signal` says that nobody waits any more.
 */
export async function takeCall(ctx: Context, budget: CallBudget, want: WantedCall): Promise<number> {
  const { priority, signal } = want
  if (!Number.isFinite(budget.callLimit.calls)) return 0
  const allowed = Math.max(1, Math.floor(budget.callLimit.calls * callShares[priority]))
  const startedAt = ctx.now().getTime()
  for (let pauseMs = firstLookMs; ; pauseMs = Math.min(lookAgainMs, pauseMs * 4)) {
    if (signal?.aborted) throw givenUp()
    const now = ctx.now()
    const used = await inTransaction(ctx, (tx) => countCall(tx.db, { ...budget, allowed, now }))
    if (used !== undefined) return used
    const freeAt = await inTransaction(ctx, (tx) => selectNextFree(tx.db, { ...budget, allowed, now }))
    if (freeAt.getTime() - startedAt > longestWaitMs[priority]) throw usedUp(freeAt)
    const untilFreeMs = Math.max(10, freeAt.getTime() - now.getTime())
    await wait(Math.min(pauseMs, untilFreeMs), undefined, signal && { signal }).catch(() => {})
    // A clock that stands still (a set clock) frees nothing.
    if (!signal?.aborted && ctx.now().getTime() <= now.getTime()) throw usedUp(freeAt)
  }
}

/** What the CRM's headers say beats our count: others may use the same budget, and its clock is the one that counts. */
export async function noteLimit(ctx: Context, budget: CallBudget, limit: CallLimit): Promise<void> {
  const { remaining, resetAt, exhausted } = limit
  if (exhausted && resetAt) {
    await inTransaction(ctx, (tx) => pauseCalls(tx.db, { ...budget, until: resetAt }))
  } else if (remaining !== undefined && Number.isFinite(budget.callLimit.calls)) {
    const used = budget.callLimit.calls - remaining
    await inTransaction(ctx, (tx) => padCalls(tx.db, { ...budget, used, now: ctx.now() }))
  }
}

function givenUp(): SourceUnavailableError {
  return new SourceUnavailableError('Nobody waits for this call any more', { code: 'aborted' })
}

function usedUp(retryAt: Date): SourceUnavailableError {
  return new SourceUnavailableError('The calls that Teamleader allows in a minute are used up', {
    code: 'call_budget_used_up',
    retryAt,
  })
}
