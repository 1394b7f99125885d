import type { ImportCause } from './import-cause.ts'

export type ImportOutcome = 'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed'

/**
 * A line of the import ledger (promise B4): what became of one invoice that the CRM told us about. Amounts in cents,
 * instants UTC; `nextTryAt` is when Vorder looks again by itself.
 */
export type ImportLine = {
  id: string
  connectionId: string
  externalId: string
  number: string | null
  customerName: string | null
  totalCents: number | null
  currency: string | null
  outcome: ImportOutcome
  cause: ImportCause | null
  causeDetail: string | null
  warning: string | null
  invoiceId: string | null
  runId: string | null
  decidedAt: Date
  firstHeardAt: Date
  attempts: number
  nextTryAt: Date | null
  webUrl: string | null
}

export const importLineColumns = [
  'id',
  'connectionId',
  'externalId',
  'number',
  'customerName',
  'totalCents',
  'currency',
  'outcome',
  'cause',
  'causeDetail',
  'warning',
  'invoiceId',
  'runId',
  'decidedAt',
  'firstHeardAt',
  'attempts',
  'nextTryAt',
  'webUrl',
] as const
