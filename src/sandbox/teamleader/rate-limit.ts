/** Sliding minute of one integration and account. */
export type RateLimit = {
  limit: number | null
  /** How long every API answer is held back. */
  latencyMs: number
  /** Counts the call and says whether it is allowed; refused calls are not counted. */
  take(nowMs: number): RateState
  /** The same without counting. */
  look(nowMs: number): RateState
}
export type RateState = { allowed: boolean; remaining: number; resetAt: number }

const WINDOW_MS = 60_000

/** 200 calls per sliding minute unless set otherwise; null never refuses. */
export function createRateLimit(limit: number | null): RateLimit {
  let taken: number[] = []
  function forget(nowMs: number): void {
    const oldest = taken[0]
    if (oldest === undefined || (oldest > nowMs - WINDOW_MS && oldest <= nowMs)) return
    taken = taken.filter((at) => at > nowMs - WINDOW_MS && at <= nowMs)
  }
  function stateAt(nowMs: number): RateState {
    const max = state.limit
    const remaining = max === null ? 200 : Math.max(0, max - taken.length)
    return { allowed: true, remaining, resetAt: (taken[0] ?? nowMs) + WINDOW_MS }
  }
  const state: RateLimit = {
    limit,
    latencyMs: 0,
    take(nowMs) {
      forget(nowMs)
      const max = state.limit
      if (max !== null && taken.length >= max) return { ...stateAt(nowMs), allowed: false }
      if (max !== null) taken.push(nowMs)
      return stateAt(nowMs)
    },
    look(nowMs) {
      forget(nowMs)
      return stateAt(nowMs)
    },
  }
  return state
}
