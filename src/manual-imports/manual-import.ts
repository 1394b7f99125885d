import type { LongRun } from '../long-runs/index.ts'
import type { AskedInvoices } from './asked-invoices.ts'
import type { InvitationChoice } from './choose-invitations.ts'

/**
 * Where a run is, so that it goes on there after a stop. First the lists are read (`find`), then what they showed is
 * decided upon (`decide`).
 */
export type ManualCursor = {
  phase: 'find' | 'decide'
  /** The ledger's own run, which an import has and a preview has not. */
  importRunId: string | null
  /** Which list, which time, and the page to read next. */
  list: number
  pass: number
  page: number
  /** The ids of the page before, so that a run that goes on notices when the list moved meanwhile. */
  pageBefore: string
  matches: number | null
  isMoving: boolean
  newInPass: number
  foundInList: number
  found: number
  /** Numbers and ids that the CRM does not show. */
  unknown: string[]
  /** Every list stood still in the end: nothing can have slipped between two pages. */
  isComplete: boolean
  /** The CRM gave no answer when it was asked last: the run goes on by itself once it does. */
  isWaiting: boolean
}

export const firstCursor: ManualCursor = {
  phase: 'find',
  importRunId: null,
  list: 0,
  pass: 1,
  page: 1,
  pageBefore: '',
  matches: null,
  isMoving: false,
  newInPass: 0,
  foundInList: 0,
  found: 0,
  unknown: [],
  isComplete: true,
  isWaiting: false,
}

export function cursorOfRun(run: Pick<LongRun, 'cursor'>): ManualCursor {
  return { ...firstCursor, ...run.cursor }
}

/** What a run was asked, as it was stored with it. */
export type ManualImportInput = {
  connectionId: string
  asked: AskedInvoices
  timeZone: string
  /** Of a preview: what the import would do if nobody says otherwise; it counts what the profiles would send. */
  invitations: InvitationChoice
}

export function inputOfRun(run: Pick<LongRun, 'input'>): ManualImportInput {
  // A run that was stored before there was a choice.
  return {
    invitations: 'as_profile_says',
    ...(run.input as unknown as Omit<ManualImportInput, 'invitations'>),
  }
}
