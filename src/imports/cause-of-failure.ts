import { ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import type { FailCause } from './import-cause.ts'

/** What a failed call says about the invoices that were asked for; undefined for what is no failure of the CRM. */
export function causeOfFailure(error: unknown): FailCause | undefined {
  if (error instanceof ReconnectNeededError) return 'reconnect_needed'
  if (error instanceof SourceUnavailableError) return 'crm_unavailable'
  if (!(error instanceof SourceRejectedError)) return undefined
  // A web page or half an answer comes from something that is broken, not from a decision.
  return error.code === 'unreadable_answer' ? 'crm_unavailable' : 'crm_refused'
}
