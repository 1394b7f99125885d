export { causeOfFailure } from './cause-of-failure.ts'
export { causeWords } from './cause-words.ts'
export { decideImport } from './decide-import.ts'
export { drainEvents, wakeEvents } from './drain-events.ts'
export { createEventInbox, type EventInbox } from './event-inbox.ts'
export { drainEventsJob, retryLinesJob, tickImportsJob, wakeEventsJob } from './event-jobs.ts'
export { fetchInvoices, idsPerCall } from './fetch-invoices.ts'
export { findBrokenPromises } from './find-broken-promises.ts'
export { forgetOldCopies } from './forget-old-copies.ts'
export { failCauses, type ImportCause, skipCauses } from './import-cause.ts'
export { importInvoices } from './import-invoices.ts'
export type { ImportLine, ImportOutcome } from './import-line.ts'
export { drawFetchTicket, findLineOf, type LineToWrite } from './import-line-table.ts'
export { closeRun, type ImportCounts, type ImportRun, insertRun, noCounts } from './import-run-table.ts'
export { type ImportLineSummary, listImportLines, summariseImportLines } from './list-import-lines.ts'
export { readAgain, refreshInvoice, retryImport } from './look-again.ts'
export { raiseAlarm } from './raise-alarm.ts'
export {
  findImportRun,
  type HeardEvent,
  listEventsOf,
  listImportRuns,
  listLinesNumbered,
} from './read-evidence.ts'
export { receiveEvent } from './receive-event.ts'
export { reconcile } from './reconcile.ts'
export { forgetOldCopiesJob, reconcileAllJob, reconcileJob } from './reconcile-jobs.ts'
export { refreshInvoices, refreshInvoicesJob, startInvoiceRefresh } from './refresh-invoices.ts'
export { retryLines } from './retry-lines.ts'
export { askForReconcile, changeConnectionOptions, completeConnection } from './switch-imports.ts'
export { reconcileAll, tickImports } from './tick-imports.ts'
