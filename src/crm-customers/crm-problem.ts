import { ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'

/** Why a CRM could not say what a person wanted to know: slow, away, over its call limit, without right, or nonsense. */
export const crmProblems = [
  'reconnect_needed',
  'not_permitted',
  'away',
  'busy',
  'slow',
  'unreadable',
] as const
export type CrmProblem = (typeof crmProblems)[number]

const problemOfCode: Readonly<Record<string, CrmProblem>> = {
  timeout: 'slow',
  aborted: 'slow',
  call_budget_used_up: 'busy',
  rate_limited: 'busy',
  not_permitted: 'not_permitted',
}

/** What an error of a CRM means to a person; undefined for an error of another kind, which is not the CRM's. */
export function crmProblemOf(error: unknown): CrmProblem | undefined {
  if (error instanceof ReconnectNeededError) return 'reconnect_needed'
  if (error instanceof SourceUnavailableError) return problemOfCode[error.code] ?? 'away'
  if (error instanceof SourceRejectedError) return problemOfCode[error.code] ?? 'unreadable'
  return undefined
}
