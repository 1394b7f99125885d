import type { Activity } from '../activities/index.ts'
import type { Connection } from '../connections/index.ts'
import type { CrmInvoice } from '../crm/index.ts'
import type { HeardEvent, ImportCause, ImportLine, ImportRun } from '../imports/index.ts'
import type { LookByHand } from '../manual-imports/index.ts'

/** What the CRM says right now, or why it says nothing. */
export type CrmAnswer =
  | { kind: 'found'; invoice: CrmInvoice }
  | { kind: 'unreadable'; problem: string }
  | { kind: 'absent' }
  | { kind: 'no_answer'; cause: ImportCause; detail: string }

/** Everything that is known about one invoice that somebody misses. */
export type Evidence = {
  connection: Connection
  /** Null when nobody knows the number. */
  externalId: string | null
  number: string | null
  crm: CrmAnswer
  line: ImportLine | undefined
  /** The pass of importing that decided the line last. */
  run: ImportRun | undefined
  /** Ours, when it is in. */
  invoice: { id: string; isArchived: boolean; importedAt: Date } | undefined
  /** Newest first. */
  events: readonly HeardEvent[]
  looks: readonly LookByHand[]
  history: readonly Activity[]
}
