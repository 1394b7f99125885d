import type { CurrencyOverview } from '../../client/task-calls.ts'

/** A week by its Monday: what was paid in it and what is expected in it, in cents. The present one can have both. */
export type Week = { weekFrom: string; paidCents: number; expectedCents: number }

/** The weeks that were and those that come, each once, in their order. */
export function mergeWeeks({ paid, expected }: Pick<CurrencyOverview, 'paid' | 'expected'>): Week[] {
  const weeks = new Map<string, Week>()
  const weekOf = (weekFrom: string): Week => {
    const week = weeks.get(weekFrom) ?? { weekFrom, paidCents: 0, expectedCents: 0 }
    weeks.set(weekFrom, week)
    return week
  }
  for (const { weekFrom, amountCents } of paid) weekOf(weekFrom).paidCents += amountCents
  for (const { weekFrom, amountCents } of expected) weekOf(weekFrom).expectedCents += amountCents
  return [...weeks.values()].sort((a, b) => a.weekFrom.localeCompare(b.weekFrom))
}
