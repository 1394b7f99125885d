export { causeWords } from './cause-words.ts'
export { drainEvents, wakeEvents } from './drain-events.ts'
export { createEventInbox, type EventInbox } from './event-inbox.ts'
export { findBrokenPromises } from './find-broken-promises.ts'
export { forgetOldCopies } from './forget-old-copies.ts'
export { failCauses, type ImportCause, skipCauses } from './import-cause.ts'
export {
  drainEventsJob,
  forgetOldCopiesJob,
  reconcileAllJob,
  reconcileJob,
  retryLinesJob,
  tickImportsJob,
  wakeEventsJob,
} from './import-jobs.ts'
export type { ImportLine, ImportOutcome } from './import-line.ts'
export type { ImportRun } from './import-run-table.ts'
export { type ImportLineSummary, listImportLines, summariseImportLines } from './list-import-lines.ts'
export { listImportRuns } from './list-import-runs.ts'
export { refreshInvoice, retryImport } from './look-again.ts'
export { receiveEvent } from './receive-event.ts'
export { reconcile } from './reconcile.ts'
export { retryLines } from './retry-lines.ts'
export { askForReconcile, changeConnectionOptions, completeConnection } from './switch-imports.ts'
export { reconcileAll, tickImports } from './tick-imports.ts'
