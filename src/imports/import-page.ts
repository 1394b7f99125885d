import type { Connection } from '../connections/index.ts'
import type { Tx } from '../context.ts'
import type { CrmInvoice, Unreadable } from '../crm/index.ts'
import type { Companions } from './gather-companions.ts'
import type { LineToWrite } from './import-line-table.ts'

/** A page of the CRM's truth, and the ticket that was drawn before the CRM was asked for it. */
export type ImportPage = {
  connectionId: string
  ticket: number
  runId: string | null
  invoices: readonly CrmInvoice[]
  unreadable: readonly Unreadable[]
  /** Ids that the CRM says it does not have; `isDeleted` when it told us so itself. */
  absent: readonly { externalId: string; isDeleted: boolean }[]
  /** A person asked: what chooses the profile is read again, also of an invoice that did not change. */
  readsFieldsAgain?: boolean
  /**
   * Invoices that would stay out as paid are read one by one: a list calls a credited one paid too, and it is worth a call to say
   * which of the two it is.
   */
  tellsCredited?: boolean
  /**
   * A person said whether invoices that come in by this page are invited. Absent, nobody said: one that failed before follows what
   * was said then, every other one is invited as its profile says.
   */
  withoutInvitations?: boolean
  /** Everything is done and taken back again: a preview. */
  isRehearsal?: boolean
  /** Told what became of each invoice, in the transaction that writes it; not of those that rest on a newer look. */
  onDecided?: (tx: Tx, lines: readonly LineToWrite[]) => Promise<void>
}

/** Everything that is needed to write a page without asking anyone. */
export type PreparedPage = ImportPage & { connection: Connection; companions: Companions }
