import type { OwnVerdict, RemedyKind } from '../decide-verdict.ts'

type Said = { title: string; explanation: string; remedy: string }

/** What a diagnosis says; moments and amounts come written out. */
export type DiagnosisCatalogue = {
  verdicts: Readonly<Record<OwnVerdict, Said>>
  remedies: Readonly<Record<RemedyKind, string>>
  crmNotAsked: (why: string) => string
  notInCrm: string
  inCrm: (facts: { number: string; state: string; total: string; open: string }) => string
  states: Readonly<Record<'draft' | 'booked' | 'paid' | 'credited', string>>
  paidAt: (moment: string) => string
  stayedOut: (moment: string, cause: string) => string
  amountWasZero: (moment: string) => string
  wasDraft: (moment: string) => string
  department: (name: string) => string
  importedAt: (moment: string) => string
  heard: (count: number, moment: string) => string
  neverHeard: string
  nextTry: (moment: string) => string
  detail: (detail: string) => string
  told: (type: string) => string
  toldIgnored: (type: string) => string
  toldWaits: (type: string) => string
  lookedAt: Readonly<Record<'webhook' | 'reconcile' | 'nightly' | 'retry' | 'by_hand', string>>
  previewed: (outcome: string) => string
  importedByHand: (outcome: string) => string
  outcomes: Readonly<Record<'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed', string>>
  askedNow: (answer: string) => string
  answers: Readonly<Record<'found' | 'unreadable' | 'absent' | 'no_answer', string>>
}
